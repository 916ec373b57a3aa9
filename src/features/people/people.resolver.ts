import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { cursorOf, pageOf } from '../../graph/page';
import { connect, PageArguments, type Connection } from '../../shared/connection';
import { keyOfGlobalId } from '../../shared/ids';
import type { RequestContext } from '../access/context';
import { load } from '../access/loaders';
import { SaveRelationshipsPayload } from '../access/saved.type';
import { MembershipInput, PersonInput, SavePeoplePayload, SaveTeamsPayload, TeamInput } from './people.input';
import { leadsOfTeam, membersOfTeam, personByKey, teamByKey } from './people.loader';
import { savePeople, saveTeamMemberships, saveTeams } from './people.service';
import { listPeople, personOf } from './people.store';
import { Membership, Person, PersonConnection } from './person.type';
import { listTeams, teamOf } from './team.store';
import { Team, TeamConnection } from './team.type';
import { sees } from '../access/viewer';

@Resolver(() => Person)
export class PersonResolver {
  @Query(() => Person, {
    nullable: true,
    description: 'One person by global id; null where there is none or the viewer may not see them.',
  })
  async person(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Person | null> {
    const key = keyOfGlobalId('Person', id);
    const person = key === undefined ? null : await load(context, personByKey, key, null);
    return person && sees(await context.visible(), person.key) ? person : null;
  }

  @Query(() => PersonConnection, { description: 'The people whom the viewer sees, by name.' })
  async people(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Person>> {
    const page = pageOf(first, after);
    const rows = await listPeople(context.database, page, await context.visible());
    return connect(
      rows.map((row) => personOf(row, true)),
      page,
      ({ sortName, key }) => cursorOf([sortName, key]),
    );
  }

  @Mutation(() => SavePeoplePayload, { description: 'Creates or changes up to 1,000 people by outside id.' })
  async savePeople(
    @Arg('items', () => [PersonInput], { description: 'Up to 1,000 people.' }) items: PersonInput[],
    @Ctx() context: RequestContext,
  ): Promise<SavePeoplePayload> {
    const { keys, errors } = await savePeople(context.database, items);
    const people = await Promise.all(items.map((_, index) => loadSaved(context, keys.get(index))));
    return { people, errors };
  }
}

function loadSaved(context: RequestContext, key: string | undefined): Promise<Person | null> {
  return key === undefined ? Promise.resolve(null) : load(context, personByKey, key, null);
}

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => Team, { nullable: true, description: 'One team by global id; null where there is none.' })
  async team(
    @Arg('id', () => ID, { description: 'Global id.' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<Team | null> {
    const key = keyOfGlobalId('Team', id);
    return key === undefined ? null : load(context, teamByKey, key, null);
  }

  @Query(() => TeamConnection, { description: 'All teams, by name.' })
  async teams(
    @Args(() => PageArguments) { first, after }: PageArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Team>> {
    const page = pageOf(first, after);
    const rows = await listTeams(context.database, page);
    return connect(rows.map(teamOf), page, ({ sortName, key }) => cursorOf([sortName, key]));
  }

  @FieldResolver(() => [Membership], {
    description: 'Who belongs to the team now, by name; only people whom the viewer sees.',
  })
  members(@Root() team: Team, @Ctx() context: RequestContext): Promise<Membership[]> {
    return load(context, membersOfTeam, team.key, null);
  }

  @FieldResolver(() => [Person], { description: 'Who leads the team, by name.' })
  leads(@Root() team: Team, @Ctx() context: RequestContext): Promise<Person[]> {
    return load(context, leadsOfTeam, team.key, null);
  }

  @Mutation(() => SaveTeamsPayload, { description: 'Creates or changes up to 1,000 teams by outside id.' })
  async saveTeams(
    @Arg('items', () => [TeamInput], { description: 'Up to 1,000 teams.' }) items: TeamInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveTeamsPayload> {
    const { keys, errors } = await saveTeams(context.database, items);
    const teams = await Promise.all(
      items.map((_, index) => {
        const key = keys.get(index);
        return key === undefined ? Promise.resolve(null) : load(context, teamByKey, key, null);
      }),
    );
    return { teams, errors };
  }

  @Mutation(() => SaveRelationshipsPayload, {
    description: 'Puts up to 1,000 people into teams, with dates.',
  })
  saveMemberships(
    @Arg('items', () => [MembershipInput], { description: 'Up to 1,000 memberships.' })
    items: MembershipInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return saveTeamMemberships(context.database, items);
  }
}
