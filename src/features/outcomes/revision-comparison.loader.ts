import { taughtTwoWaysSteps, type Taught } from '../../estimators/learning-gain';
import { inSlices } from '../../shared/slices';
import { currentCalibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { fewPeople, smallestGroup, withheld } from '../disclosure/disclosure';
import { roundingFor, type Rounding } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import type { PersonPassage } from '../exhaust/passage-of-person';
import { releasedPassages } from '../exhaust/passages';
import { revisionByKey } from '../modules/module.loader';
import type { Revision } from '../modules/revision.type';
import type { RequestContext } from '../request/context';
import { loadAhead, type BatchRead } from '../request/loaders';
import { comparisonInWords } from './comparison-summary';
import type { Whose } from './cut';
import { answeredRevisions, lookedAt } from './learning-gain.loader';
import { comparedAbility, comparedDropOff, comparedFailure, comparedStart } from './revision-comparison';
import { RevisionComparison } from './revision-comparison.type';
import { askedAfterTeaching, taughtPeople } from './taught-people';

type Outcomes = Pick<RevisionComparison, 'failureRate' | 'ability' | 'startedWith'>;

/** Internal ids of the former revision and of the later, with a blank between them. */
export function pairOf(former: string, later: string): string {
  return `${former} ${later}`;
}

/** Pairs of revisions side by side. */
export const comparisonOfPair: BatchRead<string, RevisionComparison | Withheld, Whose> = async (
  context,
  pairs,
  whose,
) => {
  const rounding = roundingFor({ everyone: whose.exempt });
  const revisions = pairs.flatMap((pair) => pair.split(' '));
  const outcomes = await outcomesOf(context, [...new Set(revisions)], whose, rounding);
  const passages = await passagesOf(context, [...new Set(revisions)], whose);
  const published = await loadAhead(context, revisionByKey, revisions, null);
  const shown: (RevisionComparison | Withheld)[] = [];
  for (const pair of pairs) {
    const [former = '', later = ''] = pair.split(' ');
    const [before, after] = [passages(former), passages(later)];
    const isKnown = before.length >= smallestGroup && after.length >= smallestGroup;
    const dropOffRate = isKnown ? comparedDropOff(before, after, rounding) : null;
    const compared = await outcomes(former, later);
    if (!compared && !dropOffRate) {
      shown.push(withheld(`Of one of the revisions ${fewPeople} people can be shown: too few to compare.`));
      continue;
    }
    const { failureRate = null, ability = null, startedWith = null } = compared ?? {};
    const assignedAtRandom = isByChance(published.get(former), published.get(later));
    const figures = { failureRate, ability, startedWith, dropOffRate, assignedAtRandom };
    shown.push(Object.assign(new RevisionComparison(), { ...figures, summary: comparisonInWords(figures) }));
  }
  return shown;
};

/** Whether chance decided who took which of two revisions: the second of two neighbours says so. */
function isByChance(one: Revision | null | undefined, other: Revision | null | undefined): boolean {
  if (!one || !other || Math.abs(one.number - other.number) !== 1) return false;
  return (one.number > other.number ? one : other).assignedAtRandom;
}

async function outcomesOf(
  context: RequestContext,
  revisions: readonly string[],
  whose: Whose,
  rounding: Rounding,
): Promise<(former: string, later: string) => Promise<Outcomes | undefined>> {
  const { database, gone } = context;
  const answered = await answeredRevisions(context, revisions, whose);
  const looked = await lookedAt(context, whose);
  const calibration = await currentCalibration(database);
  const readings = new Readings([calibration]);
  await readings.learn(
    database,
    [...answered.values()].flatMap(({ asked }) => asked.map(({ version }) => version)),
    [],
  );
  return async (former, later) => {
    const [before, after] = [answered.get(former), answered.get(later)];
    if (!before || !after) return undefined;
    const inLater = askedAfterTeaching(after);
    const inBoth = new Set([...askedAfterTeaching(before)].filter((version) => inLater.has(version)));
    if (inBoth.size === 0) return undefined;
    const sides: (readonly Taught[])[] = [];
    for (const revision of [before, after]) {
      const steps = taughtPeople(revision, { ...looked, after: inBoth, both: false }, readings, calibration);
      sides.push((await inSlices(steps, gone)).people);
    }
    const people = sides.flatMap((side, place) => side.map((one) => ({ ...one, changed: place === 1 })));
    const found = await inSlices(taughtTwoWaysSteps(people), gone);
    if (!found) return undefined;
    const [peopleBefore = 0, peopleAfter = 0] = sides.map(({ length }) => length);
    const counts = { peopleBefore, peopleAfter };
    const questions = [...inBoth].flatMap(
      (version) => readings.versions.get(version)?.questions.get(calibration.number) ?? [],
    );
    return {
      failureRate: comparedFailure(counts, found, questions, calibration.guessing, rounding),
      ability: comparedAbility(counts, found, rounding),
      startedWith: comparedStart(counts, found, rounding),
    };
  };
}

async function passagesOf(
  context: RequestContext,
  revisions: readonly string[],
  whose: Whose,
): Promise<(revision: string) => PersonPassage[]> {
  const passages = await releasedPassages(context, revisions);
  const { teams } = await lookedAt(context, whose);
  return (revision) =>
    (passages.get(revision)?.groups ?? [])
      .filter(({ team }) => !teams || (team !== undefined && teams.has(team)))
      .flatMap((group) => group.passages);
}
