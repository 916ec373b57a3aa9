import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, VisibleTo } from '../access/policy';
import { sees } from '../access/viewer';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { areViewer } from './access-log.list';
import { Person } from './person.type';

/** What a page need not ask for in vain: one answer for each group of fields that the policy treats alike. */
@Resolver(() => Person)
export class PersonVisibilityResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may see what is held about this person: contact, teams, projects, mastery, claims. True for the person, the leads of their teams, hr and admin. Where it is false, mastery, broaderMastery, masteryHistory, claims, memberships, assignments, availability, freeShare, enrolments, learning and proposals are null and FORBIDDEN, and what else is not theirs to see is null or empty.',
  })
  async viewerCanSeeDetails(@Root() { key }: Person, @Ctx() context: RequestContext): Promise<boolean> {
    return individuals.includes(context.viewer.role) && sees(await context.visible(), key);
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
