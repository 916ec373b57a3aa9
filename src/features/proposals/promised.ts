import { filledBy, readinessOf, skillsOf as skillsOfPeople } from '../../estimators/seats-filled';
import { aboutPercent, inTenths, percent, toOnePlace } from '../../shared/percent';
import { counted } from '../../shared/words';
import { sees } from '../access/viewer';
import { TeamObjective } from '../forming/formed-team.input';
import { teamProblemOf } from '../forming/team-problem-of';
import type { RequestContext } from '../request/context';
import { skillsOf, withReference } from '../staffing/eligible';
import type { ShownProposal } from './proposal';
import type { ProposalRow } from './proposal.store';
import type { PromisedFigures } from './proposal.type';

type Figures = Pick<ProposalRow, 'coveredProbability' | 'expectedFilled' | 'seats'>;

/** What people, given by internal id, do now for what a project requires, by the arithmetic by which teams are formed. */
export async function promisedBy(
  context: RequestContext,
  project: string,
  people: readonly string[],
): Promise<Figures> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const needs = plans.requiredBy(project).map((row) => withReference(row, states.referenceOf(row.skillKey)));
  const skills = skillsOf(needs);
  const walk = states.walk(skills, context.now);
  const known = people.flatMap((key) => {
    const place = states.placeOf(key);
    if (place === undefined) return [];
    const numbers = walk.comeTo(key) ? walk.known() : [];
    const abilities = new Map(numbers.map((skill) => [skills[skill] ?? '', walk.ability(skill)]));
    return [{ key, person: states.personAt(place), abilities }];
  });
  const problem = teamProblemOf(known, needs, {
    ...{ objective: TeamObjective.BEST, probability: 1, redundancy: 0, mentors: false, size: known.length },
    ...{ mustHave: new Set(), mayNot: new Set(), costs: new Map(), meetsFrom: context.rules.meetsFrom },
  });
  const filled = filledBy(problem, skillsOfPeople(problem), known.keys());
  return {
    coveredProbability: readinessOf(filled),
    expectedFilled: filled.reduce((sum, { expected }) => sum + expected, 0),
    seats: filled.reduce((sum, { seats }) => sum + seats, 0),
  };
}

/** What was promised of a team as its viewer may see it; the figures tell of everybody in it. */
export function promisedShown({ row, sight }: ShownProposal): PromisedFigures {
  const isSeen = row.members.every(({ person }) => sees(sight.visible, person.key));
  const { seats } = row;
  const coveredProbability = isSeen ? row.coveredProbability : inTenths(row.coveredProbability);
  const expectedFilled = isSeen ? row.expectedFilled : inTenths(row.expectedFilled);
  const share = isSeen ? percent(coveredProbability) : aboutPercent(coveredProbability);
  return {
    ...{ coveredProbability, expectedFilled, seats },
    summary: `${toOnePlace(expectedFilled)} of ${counted(seats, 'seat')} expected to be filled, all requirements covered with probability ${share}.`,
  };
}
