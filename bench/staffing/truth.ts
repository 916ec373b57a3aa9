import { loadSolver } from '../../src/estimators/linear-program';
import { bootstrapIntervals } from '../mastery/bootstrap';
import { calibrationError, perfectCalibrationError } from '../mastery/calibration';
import { binsOf, type Bin } from '../plots/reliability';
import { round3, say } from '../say';
import { chosenTeams, type Chosen, type Kept } from './chosen-teams';
import { simulatedOrganisation } from './simulated-organisation';

const projects = 100;

/** The teams of one simulated organisation. */
export type Teams = readonly Chosen[];

/** So many simulated organisations, each with teams formed for its projects. */
export async function simulatedTeams(organisations: number): Promise<Teams[]> {
  const highs = await loadSolver();
  return Array.from({ length: organisations }, (_, seed) =>
    chosenTeams(highs, simulatedOrganisation(seed + 1), projects, seed + 1),
  );
}

/** Of the best teams, every requirement's promise to be covered. */
export const promisesOfRequirements = (teams: readonly Teams[]): Kept[] =>
  teams.flatMap((each) => each.flatMap(({ requirements }) => requirements));
const promisesOfTeams = (teams: readonly Teams[]): Kept[] =>
  teams.flatMap((each) => each.flatMap(({ cheapest }) => cheapest ?? []));

/** Promises side by side with what came of them, in bins from the least likely to the likeliest. */
export function binsOfPromises(promises: readonly Kept[]): Bin[] {
  const [predicted, kept] = columnsOf(promises);
  return binsOf(kept, predicted);
}

function columnsOf(promises: readonly Kept[]): [Float64Array, Float64Array] {
  return [
    Float64Array.from(promises, ({ promised }) => promised),
    Float64Array.from(promises, ({ kept }) => kept),
  ];
}

/** Prints what the promises came to, and what teams fill that are chosen otherwise. */
export function reportTruth(teams: readonly Teams[]): Readonly<Record<string, unknown>> {
  const ways = ['expected', 'filled', 'known', 'byEstimate', 'individuals', 'unknownToo'] as const;
  const meanOf = (of: (one: Chosen) => number, weights: (place: number) => number): number => {
    let [sum, all] = [0, 0];
    teams.forEach((each, place) => {
      for (const one of each) {
        sum += weights(place) * of(one);
        all += weights(place);
      }
    });
    return sum / all;
  };
  const regrets = ['filled', 'byEstimate', 'individuals'] as const;
  const regretOf = (way: (typeof regrets)[number], weights: (place: number) => number): number =>
    meanOf((one) => one.known - one[way], weights) / meanOf(({ known }) => known, weights);
  const intervals = bootstrapIntervals(teams.length, (weights) =>
    regrets.map((way) => regretOf(way, (place) => weights[place] ?? 0)),
  );
  const seats = Object.fromEntries(
    ways.map((way) => [
      way,
      round3(
        meanOf(
          (one) => one[way],
          () => 1,
        ),
      ),
    ]),
  );
  const regret = Object.fromEntries(
    regrets.map((way, place) => [
      way,
      {
        share: round3(regretOf(way, () => 1)),
        low: round3(intervals[place]?.low ?? NaN),
        high: round3(intervals[place]?.high ?? NaN),
      },
    ]),
  );
  say(
    `Seats of a project that the best team truly fills: ${String(seats['filled'])} where ${String(seats['expected'])} were expected (${String(seats['unknownToo'])} with those who were unknown in the skill); at known levels ${String(seats['known'])}, by point estimates ${String(seats['byEstimate'])}, by the best individuals ${String(seats['individuals'])}.`,
  );
  const names = {
    filled: 'the best team',
    byEstimate: 'teams by point estimates',
    individuals: 'the best individuals',
  };
  for (const way of regrets) {
    const { share, low, high } = regret[way] ?? { share: NaN, low: NaN, high: NaN };
    say(`Short of the best team at known levels: ${names[way]} by ${share} (${low} to ${high}).`);
  }
  return {
    seats,
    regret,
    requirementsCovered: kept('requirement is covered', promisesOfRequirements(teams)),
    allCovered: kept('requirement of a project is covered by its cheapest team', promisesOfTeams(teams)),
  };
}

function kept(what: string, promises: readonly Kept[]): Readonly<Record<string, unknown>> {
  const [predicted, came] = columnsOf(promises);
  const error = round3(calibrationError(came, predicted));
  const bound = round3(perfectCalibrationError(predicted));
  say(
    `That every ${what}: ${String(promises.length)} promises, calibration error ${String(error)} (a perfect model stays below ${String(bound)}).`,
  );
  const bins = binsOfPromises(promises);
  for (const { predicted: promised, observed } of bins)
    say(`  promised ${promised.toFixed(3)}, kept ${observed.toFixed(3)}`);
  return { promises: promises.length, error, bound };
}
