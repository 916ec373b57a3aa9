import { percent, toOnePlace } from '../../shared/percent';
import { Withheld } from '../disclosure/withheld.type';
import { gapsOfProject } from '../gaps/gaps.loader';
import { load, type BatchRead } from '../request/loaders';
import { GapOutcome, HiringOutcome, type SoughtOutcome } from './hiring-outcome.type';
import { shownGaps, type RequiredGap } from './lacking';
import { OpeningState, type Opening, type SoughtAtOpening } from './opening.type';

/** What became of the gaps that openings are for, by the same code as the gaps of their projects. */
export const outcomeOfOpening: BatchRead<Opening, HiringOutcome, null> = (context, openings) => {
  const { now, rules } = context;
  return Promise.all(
    openings.map(async (opening) => {
      const key = opening.projectKey;
      const report = key === null ? null : await load(context, gapsOfProject, key, { asOf: now });
      const gaps = report === null || report instanceof Withheld ? [] : shownGaps(report);
      return outcomeOf(opening, gaps, { now, meetsFrom: rules.meetsFrom });
    }),
  );
};

function outcomeOf(
  opening: Opening,
  gaps: readonly RequiredGap[],
  { now, meetsFrom }: { readonly now: number; readonly meetsFrom: number },
): HiringOutcome {
  const requirements = opening.sought.map((sought) => soughtOutcome(sought, gaps));
  const still = requirements.flatMap((one) =>
    one.shortfallNow === null || one.coveredNow === null
      ? []
      : [{ ...one, shortfallNow: one.shortfallNow, coveredNow: one.coveredNow }],
  );
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const product = (numbers: readonly number[]): number => numbers.reduce((all, one) => all * one, 1);
  const figures = {
    shortfallBefore: sum(still.map(({ shortfallBefore }) => shortfallBefore)),
    shortfallNow: sum(still.map(({ shortfallNow }) => shortfallNow)),
    // Skills are independent of each other in the estimate of what a group covers.
    allCoveredBefore: product(still.map(({ coveredBefore }) => coveredBefore)),
    allCoveredNow: product(still.map(({ coveredNow }) => coveredNow)),
  };
  const outcome =
    still.length === 0
      ? GapOutcome.NO_LONGER_REQUIRED
      : still.every(({ coveredNow }) => coveredNow >= meetsFrom)
        ? GapOutcome.CLOSED
        : figures.shortfallNow < figures.shortfallBefore
          ? GapOutcome.SMALLER
          : GapOutcome.NOT_SMALLER;
  const unknown = Math.max(0, ...still.map(({ unknownNow }) => unknownNow ?? 0));
  return Object.assign(new HiringOutcome(), {
    ...{ asOf: new Date(now), outcome, requirements, ...figures },
    summary: summaryOfOutcome(opening, outcome, figures, unknown),
  });
}

function soughtOutcome(sought: SoughtAtOpening, gaps: readonly RequiredGap[]): SoughtOutcome {
  // After a merge of skills the requirement of the kept one may stand for it.
  const now =
    gaps.find(({ requirement: { id } }) => id === sought.requirement) ??
    gaps.find(
      ({ requirement: { skill, level } }) => skill.key === sought.skill.key && level === sought.level,
    );
  return {
    ...{ skill: sought.skill, level: sought.level },
    ...{ shortfallBefore: sought.expectedShortfall, coveredBefore: sought.coveredProbability },
    shortfallNow: now?.supply.expectedShortfall ?? null,
    coveredNow: now?.supply.coveredProbability ?? null,
    unknownNow: now?.supply.unknown ?? null,
  };
}

const inWords: Readonly<Record<Exclude<GapOutcome, GapOutcome.NO_LONGER_REQUIRED>, string>> = {
  CLOSED: 'the gap has closed',
  SMALLER: 'the gap is smaller and has not closed',
  NOT_SMALLER: 'the gap is no smaller',
};
const becameOf: Readonly<Record<OpeningState, string>> = {
  OPEN: 'is open',
  FILLED: 'was filled',
  CLOSED: 'was closed with nobody found',
};

function summaryOfOutcome(
  { title, state, measuredAt }: Opening,
  outcome: GapOutcome,
  figures: Pick<HiringOutcome, 'shortfallBefore' | 'shortfallNow' | 'allCoveredBefore' | 'allCoveredNow'>,
  unknown: number,
): string {
  const opening = `The opening “${title}” ${becameOf[state]}`;
  if (outcome === GapOutcome.NO_LONGER_REQUIRED)
    return `${opening}, and nothing of what it is for is required any more.`;
  const then = `${toOnePlace(figures.shortfallBefore)} expected to be lacking on ${measuredAt.toISOString().slice(0, 10)}, all covered with probability ${percent(figures.allCoveredBefore)}`;
  const now = `${toOnePlace(figures.shortfallNow)} and ${percent(figures.allCoveredNow)} now`;
  const unknownToo =
    unknown === 0 ? '' : ` Of those assigned up to ${String(unknown)} are unknown in one of its skills.`;
  return `${opening}, and ${inWords[outcome]}: ${then}; ${now}.${unknownToo}`;
}
