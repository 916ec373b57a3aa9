import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, VisibleTo } from '../access/policy';
import { sees } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { areViewer } from './access-log.list';
import { refuseUnseen } from './people.list';
import { Person, PersonConnection, PersonListArguments } from './person.type';
import { leadsOfPerson } from './team.list';

/** What a page need not ask for in vain: one answer for each group of fields that the policy treats alike. */
@Resolver(() => Person)
export class PersonVisibilityResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may see what is held about this person: contact, teams, projects, mastery, claims. True for the person, those who lead a team that they belong to now or a team that it is within at any depth (visibleTo), hr and admin. Where it is false, mastery, broaderMastery, masteryHistory, claims, memberships, assignments, availability, freeShare, enrolments, learning, proposals and growthOpportunities are null and FORBIDDEN, and what else is not theirs to see is null or empty.',
  })
  async viewerCanSeeDetails(@Root() { key }: Person, @Ctx() context: RequestContext): Promise<boolean> {
    return individuals.includes(context.viewer.role) && sees(await context.visible(), key);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => PersonConnection, {
    nullable: true,
    description:
      'The people who may see what is held about this person because they lead a team that the person belongs to now, or a team that it is within, at any depth. hr and admin may see it as well, and the person. What only the person may see (viewerCanSeeAccessLog) is not theirs to see. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async visibleTo(
    @Root() person: Person,
    @Args(() => PersonListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    await refuseUnseen(context, person, 'Who may see this person');
    return leadsOfPerson.pageUnder(context, person.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may see what is for this person alone: who looked at their figures, their visits with the time on pages, where they are in a module, what they said of content and whom they helped. True for the person, and for nobody else in any role. Where it is false, accessLog, visits, feedback, helpGiven, helpReceived and Learning.place are null and FORBIDDEN.',
  })
  async viewerCanSeeAccessLog(@Root() { key }: Person, @Ctx() context: RequestContext): Promise<boolean> {
    return individuals.includes(context.viewer.role) && load(context, areViewer, key, null);
  }
}
