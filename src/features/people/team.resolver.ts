import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { nounResolvers } from '../nouns/noun.resolver';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import { MembershipInput, TeamInput } from './people.input';
import { broaderTeamOf, teamByKey } from './people.loader';
import { saveTeams } from './people.service';
import { saveTeamMemberships } from './periods.service';
import { Person, PersonConnection, PersonListArguments } from './person.type';
import { leadsOfTeam, membershipsNow, membersOfTeam, narrowerTeams, teamList } from './team.list';
import { teamIdentity } from './team.store';
import {
  Membership,
  MembershipConnection,
  MembershipListArguments,
  Team,
  TeamConnection,
  TeamListArguments,
} from './team.type';

export const teamNounResolvers = nounResolvers({
  type: Team,
  identity: teamIdentity,
  one: 'team',
  many: 'teams',
  byKey: teamByKey,
  visibleTo: everyone,
  savedBy: organisation,
  list: { list: teamList, connection: TeamConnection, arguments: TeamListArguments, by: 'name' },
  saving: { input: TeamInput, save: saveTeams },
  deleting:
    "A team's members, leads and projects stay, without the team; the teams directly within it are within none from then on.",
});

const SaveMembershipsPayload = relationshipsPayload(Membership, {
  one: 'membership',
  many: 'memberships',
  savedBy: organisation,
});

@Resolver(() => Team)
export class TeamResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Team, {
    nullable: true,
    description: 'The team that this one is directly within; null where it is within none.',
  })
  broader(@Root() team: Team, @Ctx() context: RequestContext): Promise<Team | null> {
    return load(context, broaderTeamOf, team.key, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => TeamConnection, { description: 'The teams directly within this one.' })
  narrower(
    @Root() team: Team,
    @Args(() => TeamListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Team>> {
    return narrowerTeams.pageUnder(context, team.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => MembershipConnection, {
    description:
      'The memberships of people in the team; only people whom the viewer may see, and only current memberships, unless `states` says otherwise.',
  })
  members(
    @Root() team: Team,
    @Args(() => MembershipListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Membership>> {
    return membersOfTeam.pageUnder(context, team.key, given);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => PersonConnection, {
    description:
      'The people who lead the team: they also lead the teams within it, at any depth, as to what they may see and staff.',
  })
  leads(
    @Root() team: Team,
    @Args(() => PersonListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    return leadsOfTeam.pageUnder(context, team.key, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveMembershipsPayload, {
    description: 'Creates, changes or removes up to 1,000 memberships of people in teams, with dates.',
  })
  async saveMemberships(
    @Arg('items', () => [MembershipInput], { description: 'Up to 1,000 memberships.' })
    items: MembershipInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveMembershipsPayload>> {
    const saved = await saveTeamMemberships(context, items);
    return payloadOf(saved, items.length, (named) => membershipsNow(context.database, named));
  }
}
