import type { Highs } from 'highs';
import { logit } from '../../src/estimators/normal';
import { probabilityAbove } from '../../src/estimators/level';
import { seededUniforms } from '../../src/estimators/random';
import {
  filledBy,
  readinessOf,
  seatsValueOf,
  skillsOf,
  type SeatsFilled,
} from '../../src/estimators/seats-filled';
import type { TeamObjective, TeamProblem } from '../../src/estimators/team-problem';
import { formTeam } from '../../src/estimators/team-solver';
import { shuffled } from '../mastery/shuffled';
import type { SimulatedPerson } from './simulated-organisation';

const usual = {
  /** Of whom the best team is formed, and of whom the cheapest, which must cover everything. */
  candidates: { best: 15, cheapest: 60 },
  requirements: 4,
  size: 4,
  /** Required levels lie between these. */
  levels: [0.6, 0.9],
  /** Seats of a requirement, at most. */
  mostSeats: 2,
} as const;
const searched = 2_000;
const promises = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/** What a promise came to. */
export interface Kept {
  readonly promised: number;
  /** 1 where it was kept, 0 where not. */
  readonly kept: number;
}

/** How the teams of one project came out, in seats that are truly filled. */
export interface Chosen {
  /** Seats that the best team was expected to fill, and did. */
  readonly expected: number;
  readonly filled: number;
  /** Seats that it fills where those count too who are unknown in the skill. */
  readonly unknownToo: number;
  /** What the best team at known levels fills. */
  readonly known: number;
  /** What teams fill that are formed as if whoever is more likely than not to meet a requirement met it for certain. */
  readonly byEstimate: number;
  /** What those fill whose fits are the highest one by one. */
  readonly individuals: number;
  /** Of each requirement, whether it is covered by the best team. */
  readonly requirements: readonly Kept[];
  /** Whether all are covered by the team that costs least; undefined where no team reaches the probability asked for. */
  readonly cheapest: Kept | undefined;
}

/** A drawn project: some of the people may be chosen for some seats at some levels. */
interface Drawn {
  readonly people: readonly SimulatedPerson[];
  readonly needs: readonly { readonly skill: number; readonly threshold: number; readonly seats: number }[];
}

/** Forms teams for so many drawn projects by what is believed, and counts by what is true what they fill. */
export function chosenTeams(
  highs: Highs,
  organisation: readonly SimulatedPerson[],
  projects: number,
  seed: number,
): Chosen[] {
  const random = seededUniforms(seed);
  return Array.from({ length: projects }, (_, project) =>
    chosen(
      highs,
      drawn(organisation, usual.candidates.best, random),
      drawn(organisation, usual.candidates.cheapest, random),
      promises[project % promises.length] ?? 0.9,
    ),
  );
}

function drawn(organisation: readonly SimulatedPerson[], candidates: number, random: () => number): Drawn {
  const some = (all: number, most: number): number[] => [...shuffled(all, random).subarray(0, most)];
  const [least, most] = usual.levels;
  return {
    people: some(organisation.length, candidates).flatMap((person) => organisation[person] ?? []),
    needs: some(organisation[0]?.truth.length ?? 0, usual.requirements).map((skill) => ({
      skill,
      threshold: logit(least + (most - least) * random()),
      seats: 1 + Math.floor(usual.mostSeats * random()),
    })),
  };
}

type Meets = (person: SimulatedPerson, skill: number, threshold: number) => number;

const isTrue: Meets = ({ truth }, skill, threshold) => ((truth[skill] ?? 0) >= threshold ? 1 : 0);
/** Of whom nothing is known nothing is promised: whether they meet it shows in `unknownToo` alone. */
const isTrueOfKnown: Meets = (person, ...asked) => (person.believed[asked[0]] ? isTrue(person, ...asked) : 0);
const isBelieved: Meets = ({ believed }, skill, threshold) => {
  const ability = believed[skill];
  return ability ? probabilityAbove(ability, threshold) : 0;
};
const isEstimated: Meets = (...asked) => (isBelieved(...asked) >= 0.5 ? 1 : 0);

function problemOf({ people, needs }: Drawn, meets: Meets, objective: TeamObjective): TeamProblem {
  return {
    costs: people.map(() => 1),
    requirements: needs.map(({ skill, threshold, seats }) => {
      const all = people.map((person) => meets(person, skill, threshold));
      const able = [...all.keys()].filter((place) => (all[place] ?? 0) > 0);
      return {
        ...{ seats, importance: 1, people: able, probabilities: able.map((place) => all[place] ?? 0) },
        ...{ learners: [], mentors: [] },
      };
    }),
    objective,
    size: { least: 0, most: objective.kind === 'best' ? usual.size : people.length },
    ...{ mustHave: [], mayNot: [] },
  };
}

function chosen(highs: Highs, project: Drawn, toCover: Drawn, probability: number): Chosen {
  const best = { kind: 'best' } as const;
  const known = problemOf(project, isTrueOfKnown, best);
  const believed = problemOf(project, isBelieved, best);
  const everybody = problemOf(project, isTrue, best);
  const team = teamOf(highs, believed);
  const promised = filled(believed, team);
  const truly = filled(known, team);
  const seats = (other: readonly number[] | undefined): number => seatsValueOf(known, filled(known, other));
  return {
    expected: seatsValueOf(believed, promised),
    filled: seatsValueOf(known, truly),
    unknownToo: seatsValueOf(everybody, filled(everybody, team)),
    known: seats(teamOf(highs, known)),
    byEstimate: seats(teamOf(highs, problemOf(project, isEstimated, best))),
    individuals: seats(bestIndividuals(believed)),
    requirements: promised.map(({ covered }, place) => ({
      promised: covered,
      kept: truly[place]?.covered ?? 0,
    })),
    cheapest: cheapestOf(highs, toCover, probability),
  };
}

function cheapestOf(highs: Highs, project: Drawn, probability: number): Kept | undefined {
  const objective = { kind: 'cheapest', probability } as const;
  const problem = problemOf(project, isBelieved, objective);
  const team = teamOf(highs, problem);
  if (!team) return undefined;
  const truth = problemOf(project, isTrueOfKnown, objective);
  return { promised: readinessOf(filled(problem, team)), kept: readinessOf(filled(truth, team)) };
}

function teamOf(highs: Highs, problem: TeamProblem): readonly number[] | undefined {
  const team = formTeam(highs, problem, performance.now() + searched);
  return typeof team === 'string' ? undefined : team.people;
}

function filled(problem: TeamProblem, team: readonly number[] = []): SeatsFilled[] {
  return filledBy(problem, skillsOf(problem), team);
}

/** Those who are expected to meet the most requirements, as a list by fit has them first. */
export function bestIndividuals(problem: TeamProblem): number[] {
  const fit = skillsOf(problem).map((known) => known.reduce((sum, { probability }) => sum + probability, 0));
  return [...fit.keys()].sort((a, b) => (fit[b] ?? 0) - (fit[a] ?? 0)).slice(0, problem.size.most);
}
