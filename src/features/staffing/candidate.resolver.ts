import { Arg, Ctx, FieldResolver, Float, GraphQLISODateTime, Resolver, Root } from 'type-graphql';
import { BadInputError } from '../../shared/errors';
import { Costs, HoldsAtMost } from '../../shared/field-extensions';
import { compareTexts } from '../../shared/name-order';
import { lastsAt } from '../../shared/period';
import { staffing, VisibleTo } from '../access/policy';
import { teamByKey } from '../people/people.loader';
import { Team } from '../people/team.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import type { CandidateStanding } from './candidate';
import { Candidate } from './candidate.type';
import { fitAtStartOf } from './fit-at-start.loader';
import { FitAtStart } from './learning.type';

const mostTeams = 10;

@Resolver(() => Candidate)
export class CandidateResolver {
  @VisibleTo(staffing)
  @Costs(1)
  @HoldsAtMost(mostTeams, 'Team')
  @FieldResolver(() => [Team], {
    description:
      'The teams that the person belongs to now, by name, up to 10. Of somebody who is not yours to see this is whom to ask: the `leads` of these teams.',
  })
  async teams(@Root() { person }: Candidate, @Ctx() context: RequestContext): Promise<Team[]> {
    const [states, plans] = await Promise.all([context.states(), context.plans()]);
    const place = states.placeOf(person.key);
    const memberships = place === undefined ? [] : plans.membershipsAt(place);
    const lasting = memberships.filter((stretch) => lastsAt(stretch, context.now));
    const keys = [...new Set(lasting.map(({ of }) => of))];
    const found = await Promise.all(keys.map((key) => load(context, teamByKey, key, null)));
    const teams = found.flatMap((team) => (team && team.archivedAt == null ? team : []));
    return teams.sort((one, other) => compareTexts(one.name, other.name)).slice(0, mostTeams);
  }

  @VisibleTo(staffing)
  @Costs(100)
  @FieldResolver(() => FitAtStart, {
    description:
      'How well the person is expected to fit when the project starts, after what they can learn until then. BAD_INPUT where hoursPerWeek is out of range.',
  })
  fitAtStart(
    @Root() candidate: CandidateStanding,
    @Arg('from', () => GraphQLISODateTime, {
      nullable: true,
      description: 'What if it started then; where left out when the project starts.',
    })
    from: Date | null,
    @Arg('hoursPerWeek', () => Float, {
      defaultValue: 4,
      description: 'How many hours somebody learns in a week at most, above 0, up to 60.',
    })
    hoursPerWeek: number,
    @Ctx() context: RequestContext,
  ): Promise<FitAtStart> {
    if (!(hoursPerWeek > 0 && hoursPerWeek <= 60))
      throw new BadInputError('hoursPerWeek: must be above 0, and 60 at most.');
    const start = from?.getTime() ?? candidate.standing.start;
    return load(context, fitAtStartOf, candidate, { start, hoursPerWeek });
  }
}
