import { taughtTwoWaysSteps, type Taught } from '../../estimators/learning-gain';
import { inSlices } from '../../shared/slices';
import { currentCalibration } from '../calibrations/calibration.store';
import { Readings } from '../calibrations/readings';
import { fewPeople, smallestGroup, withheld } from '../disclosure/disclosure';
import { roundingFor, type Rounding } from '../disclosure/rounded';
import type { Withheld } from '../disclosure/withheld.type';
import type { PersonPassage } from '../exhaust/passage-of-person';
import { releasedPassages } from '../exhaust/passages';
import { teamsWithin } from '../people/membership.loader';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { comparisonInWords } from './comparison-summary';
import type { Whose } from './cut';
import { answeredRevisions, lookedAt } from './learning-gain.loader';
import { comparedAbility, comparedDropOff, comparedFailure, comparedStart } from './revision-comparison';
import { RevisionComparison } from './revision-comparison.type';
import { askedAfterTeaching, taughtPeople } from './taught-people';

/** Two revisions, by internal id. */
export interface Compared {
  readonly former: string;
  readonly later: string;
}

export async function compareRevisions(
  context: RequestContext,
  compared: Compared,
  whose: Whose,
): Promise<RevisionComparison | Withheld> {
  const rounding = roundingFor({ everyone: whose.exempt });
  const outcomes = await outcomesCompared(context, compared, whose, rounding);
  const dropOffRate = await leavingCompared(context, compared, whose, rounding);
  if (!outcomes && !dropOffRate)
    return withheld(`Of one of the revisions ${fewPeople} people can be shown: too few to compare.`);
  const { failureRate = null, ability = null, startedWith = null } = outcomes ?? {};
  const figures = { failureRate, ability, startedWith, dropOffRate };
  return Object.assign(new RevisionComparison(), { ...figures, summary: comparisonInWords(figures) });
}

async function outcomesCompared(
  context: RequestContext,
  { former, later }: Compared,
  whose: Whose,
  rounding: Rounding,
): Promise<Pick<RevisionComparison, 'failureRate' | 'ability' | 'startedWith'> | undefined> {
  const { database, gone } = context;
  const answered = await answeredRevisions(context, [former, later], whose);
  const [before, after] = [answered.get(former), answered.get(later)];
  if (!before || !after) return undefined;
  const inLater = askedAfterTeaching(after);
  const inBoth = new Set([...askedAfterTeaching(before)].filter((version) => inLater.has(version)));
  if (inBoth.size === 0) return undefined;
  const calibration = await currentCalibration(database);
  const readings = new Readings([calibration]);
  const asked = [...before.asked, ...after.asked].map(({ version }) => version);
  await readings.learn(database, asked, []);
  const looked = await lookedAt(context, whose);
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
}

async function leavingCompared(
  context: RequestContext,
  { former, later }: Compared,
  { team }: Whose,
  rounding: Rounding,
): Promise<RevisionComparison['dropOffRate']> {
  const passages = await releasedPassages(context, [former, later]);
  const teams = team === null ? undefined : await load(context, teamsWithin, team, null);
  const [before = [], after = []] = [former, later].map((revision): PersonPassage[] =>
    (passages.get(revision)?.groups ?? [])
      .filter((group) => !teams || (group.team !== undefined && teams.has(group.team)))
      .flatMap((group) => group.passages),
  );
  if (before.length < smallestGroup || after.length < smallestGroup) return null;
  return comparedDropOff(before, after, rounding);
}
