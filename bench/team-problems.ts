import type { Highs } from 'highs';
import { seededUniforms } from '../src/estimators/random';
import { filledBy, seatsValueOf, skillsOf } from '../src/estimators/seats-filled';
import { cheapestCovering } from '../src/estimators/set-covering';
import type { TeamProblem } from '../src/estimators/team-problem';
import { formTeam } from '../src/estimators/team-solver';
import { publishedCovering } from '../test/kit/published-covering';
import { bestIndividuals } from './staffing/chosen-teams';
import { round3, say } from './say';

/** Sizes of OR-Library's scp4x, scp5x and scp6x. */
const published = [
  { name: 'scp4x', rows: 200, columns: 1_000, density: 0.02 },
  { name: 'scp5x', rows: 200, columns: 2_000, density: 0.02 },
  { name: 'scp6x', rows: 200, columns: 1_000, density: 0.05 },
];
const eachRecipe = 5;

/** Weighted coverings made by the published recipe: how long each takes until it is proven. */
export function proveCoverings(highs: Highs, seconds: number): Record<string, unknown> {
  const found = published.map(({ name, ...recipe }) => {
    const taken = Array.from({ length: eachRecipe }, (_, place) => {
      const problem = publishedCovering(recipe, seededUniforms(place + 1));
      const began = performance.now();
      const covering = cheapestCovering(highs, problem, began + 1_000 * seconds);
      return {
        seconds: (performance.now() - began) / 1_000,
        isProven: covering !== undefined && covering.bound >= covering.value - 1e-6,
      };
    });
    const proven = taken.filter(({ isProven }) => isProven).length;
    const longest = Math.max(...taken.map((one) => one.seconds));
    say(`${name}: ${proven} of ${eachRecipe} proven, the slowest in ${round3(longest)} s.`);
    return [name, { proven, of: eachRecipe, longest: round3(longest) }] as const;
  });
  return Object.fromEntries(found);
}

/** Ten requirements of so many people, each of whom is known in three of them, say, with any probability. */
function organisation(people: number, seats: number, kind: TeamProblem['objective']['kind']): TeamProblem {
  const random = seededUniforms(people + seats);
  const requirements = Array.from({ length: 10 }, () => {
    const able = [...Array(people).keys()].filter(() => random() < 0.3);
    return {
      seats: 1 + Math.floor(random() * seats),
      importance: 1,
      people: able,
      probabilities: able.map(() => 0.99 * random()),
      learners: [],
      mentors: [],
    };
  });
  return {
    costs: Array.from({ length: people }, () => 1 + Math.floor(100 * random())),
    requirements,
    objective: kind === 'best' ? { kind } : { kind, probability: 0.9 },
    size: { least: 0, most: kind === 'best' ? 5 : people },
    mustHave: [],
    mayNot: [],
  };
}

/** Teams by size of the organisation: how long they take, how far from proven, and what they fill beyond the best individuals. */
export function formBySize(highs: Highs, seconds: number): Record<string, unknown>[] {
  const found: Record<string, unknown>[] = [];
  for (const people of [50, 500, 5_000])
    for (const seats of [1, 2])
      for (const kind of ['best', 'cheapest'] as const) {
        const problem = organisation(people, seats, kind);
        const began = performance.now();
        const team = formTeam(highs, problem, began + 1_000 * seconds);
        const taken = (performance.now() - began) / 1_000;
        if (typeof team === 'string') throw new Error(`No team of ${people} people: ${team}.`);
        const gap = Math.abs(team.bound - team.value) / team.value;
        const alone = seatsValueOf(problem, filledBy(problem, skillsOf(problem), bestIndividuals(problem)));
        const gained = kind === 'best' ? { gained: round3(team.value / alone - 1) } : {};
        say(
          `${people} people, up to ${seats} seats each, ${kind}: ${round3(team.value)} in ${round3(taken)} s, ` +
            `${team.isProven ? 'proven' : `gap ${round3(gap)}`}${kind === 'best' ? `; the best individuals fill ${round3(alone)}` : ''}.`,
        );
        found.push({ people, seats, kind, seconds: round3(taken), gap: round3(gap), ...gained });
      }
  return found;
}
