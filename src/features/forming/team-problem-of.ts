import { probabilityAtLeast } from '../../estimators/level';
import type { TeamProblem, TeamRequirement } from '../../estimators/team-problem';
import type { Gaussian } from '../../estimators/types';
import type { Named } from '../request/states';
import type { Need } from '../staffing/eligible';
import { TeamObjective, type TeamConstraints } from './formed-team.input';

/** Somebody who may be in a team, with their ability on the date by skill. */
export interface KnownPerson {
  /** Internal id. */
  readonly key: string;
  readonly person: Named;
  readonly abilities: ReadonlyMap<string, Gaussian>;
}

/** Constraints with people by internal id. */
export interface Held extends Pick<TeamConstraints, 'objective' | 'probability' | 'redundancy' | 'mentors'> {
  readonly size: number;
  readonly mustHave: ReadonlySet<string>;
  readonly mayNot: ReadonlySet<string>;
  readonly costs: ReadonlyMap<string, number>;
  /** From which probability a requirement is met. */
  readonly meetsFrom: number;
}

/** What a team is to be formed of and for; people and needs keep their places. */
export function teamProblemOf(
  people: readonly KnownPerson[],
  needs: readonly Need[],
  held: Held,
): TeamProblem {
  const { objective, probability, size, mustHave, mayNot, costs } = held;
  const placesOf = (keys: ReadonlySet<string>): number[] =>
    people.flatMap(({ key }, place) => (keys.has(key) ? [place] : []));
  return {
    costs: people.map(({ key }) => costs.get(key) ?? 1),
    requirements: needs.map((need) => requirementOf(people, need, needs, held)),
    objective: objective === TeamObjective.BEST ? { kind: 'best' } : { kind: 'cheapest', probability },
    size: { least: 0, most: size },
    mustHave: placesOf(mustHave),
    mayNot: placesOf(mayNot),
  };
}

/** Whoever fills a seat of a skill at a higher level meets the lower one too, and cannot fill its seats besides. */
function requirementOf(
  people: readonly KnownPerson[],
  need: Need,
  needs: readonly Need[],
  { redundancy, mentors, meetsFrom }: Held,
): TeamRequirement {
  const known: number[] = [];
  const probabilities: number[] = [];
  people.forEach(({ abilities }, place) => {
    const ability = abilities.get(need.skillKey);
    if (!ability) return;
    known.push(place);
    probabilities.push(probabilityAtLeast(ability, need.level, need.reference));
  });
  const seats = needs
    .filter(({ skillKey, level }) => skillKey === need.skillKey && level >= need.level)
    .reduce((sum, { headcount }) => sum + headcount, redundancy);
  const meets = (place: number): boolean => (probabilities[place] ?? 0) >= meetsFrom;
  return {
    ...{ seats, importance: need.importance, people: known, probabilities },
    learners: mentors ? known.filter((_, place) => !meets(place)) : [],
    mentors: mentors ? known.filter((_, place) => meets(place)) : [],
  };
}
