import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { sees } from '../access/viewer';
import { availabilityNow, availabilityOfPerson } from './availability.store';
import { AvailabilityInput, PersonInput } from './people.input';
import { personByKey } from './people.loader';
import { refuseUnseen } from './people.list';
import { savePeople } from './people.service';
import { savePeriodsOfAvailability } from './periods.service';
import { personIdentity } from './people.store';
import { Availability, AvailabilityConnection, AvailabilityListArguments, Person } from './person.type';
import { membershipsOfPerson, teamsLedBy } from './team.list';
import {
  Membership,
  MembershipConnection,
  MembershipListArguments,
  Team,
  TeamConnection,
  TeamListArguments,
} from './team.type';

export const personNounResolvers = nounResolvers({
  type: Person,
  identity: personIdentity,
  one: 'person',
  many: 'people',
  byKey: personByKey,
  sees: async (context, { key }) => sees(await context.visible(), key),
  visibleTo: individuals,
  savedBy: organisation,
  saving: { input: PersonInput, save: savePeople },
  deleting:
    'For a person who leaves, set activeUntil instead. Deleting is not the erasure of everything stored about a person.',
});

const SaveAvailabilityPayload = relationshipsPayload(Availability, {
  one: 'period',
  many: 'availability',
  savedBy: organisation,
});

@Resolver(() => Person)
export class PersonResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => MembershipConnection, {
    nullable: true,
    description:
      "The person's memberships in teams, with dates. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).",
  })
  async memberships(
    @Root() person: Person,
    @Args(() => MembershipListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Membership>> {
    await refuseUnseen(context, person, 'Of which teams this person is a member');
    return membershipsOfPerson.pageUnder(context, person.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => TeamConnection, { description: 'The teams that the person leads.' })
  ledTeams(
    @Root() person: Person,
    @Args(() => TeamListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Team>> {
    return teamsLedBy.pageUnder(context, person.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => AvailabilityConnection, {
    nullable: true,
    description:
      'What share of working time the person can give to projects, period by period; for times outside all periods it is all of it. Null, and FORBIDDEN in the errors, where the viewer may not see this person (viewerCanSeeDetails is false).',
  })
  async availability(
    @Root() person: Person,
    @Args(() => AvailabilityListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Availability>> {
    await refuseUnseen(context, person, 'How much time this person has');
    return availabilityOfPerson.pageUnder(context, person.key, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveAvailabilityPayload, {
    description: 'Creates, changes or removes up to 1,000 periods of availability.',
  })
  async saveAvailability(
    @Arg('items', () => [AvailabilityInput], { description: 'Up to 1,000 periods.' })
    items: AvailabilityInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveAvailabilityPayload>> {
    const saved = await savePeriodsOfAvailability(context, items);
    return payloadOf(saved, items.length, (named) => availabilityNow(context.database, named));
  }
}
