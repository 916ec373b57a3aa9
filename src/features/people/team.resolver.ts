import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load, loadSaved } from '../request/loaders';
import { nounResolver } from '../nouns/noun.resolver';
import { SaveRelationshipsPayload } from '../nouns/saved.type';
import { MembershipInput, SaveTeamsPayload, TeamInput } from './people.input';
import { broaderTeamOf, teamByKey } from './people.loader';
import { saveTeams } from './people.service';
import { saveTeamMemberships } from './periods.service';
import { Person, PersonConnection, PersonListArguments } from './person.type';
import { leadsOfTeam, membersOfTeam, narrowerTeams, teamList } from './team.list';
import { teamIdentity } from './team.store';
import {
  Membership,
  MembershipConnection,
  MembershipListArguments,
  Team,
  TeamConnection,
  TeamListArguments,
} from './team.type';

export const TeamNounResolver = nounResolver({
  type: Team,
  identity: teamIdentity,
  one: 'team',
  many: 'teams',
  byKey: teamByKey,
  visibleTo: everyone,
  deletableBy: organisation,
  whoDeletes: 'Its members, leads and projects stay, without it.',
});

@Resolver(() => Team)
export class TeamResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @Query(() => TeamConnection, { description: 'All teams, by name.' })
  teams(
    @Args(() => TeamListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Team>> {
    return teamList.page(context, given);
  }

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
      'Who belongs to the team, of the people whom the viewer sees; those of now, unless asked otherwise.',
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
  @FieldResolver(() => PersonConnection, { description: 'Who leads the team.' })
  leads(
    @Root() team: Team,
    @Args(() => PersonListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    return leadsOfTeam.pageUnder(context, team.key, given);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveTeamsPayload, { description: 'Creates or changes up to 1,000 teams by outside id.' })
  async saveTeams(
    @Arg('items', () => [TeamInput], { description: 'Up to 1,000 teams.' }) items: TeamInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveTeamsPayload> {
    const { keys, errors } = await saveTeams(context, items);
    return { teams: await loadSaved(context, teamByKey, items, keys), errors };
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description: 'Puts up to 1,000 people into teams, with dates, or takes such a stretch away.',
  })
  saveMemberships(
    @Arg('items', () => [MembershipInput], { description: 'Up to 1,000 memberships.' })
    items: MembershipInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveTeamMemberships(context.database, items);
  }
}
