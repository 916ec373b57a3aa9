import { BadInputError } from '../../shared/errors';
import { pageLength } from '../../shared/page';
import { keyOfGlobalId, externalNameOf } from '../../shared/ids';
import { inSlices, takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { notYoursToSee } from '../access/not-yours-to-see';
import { sees } from '../access/viewer';
import { skillByKey } from '../skills/skill.loader';
import { movedBy, summaryOfChange } from './change-summary';
import { foldingsWith } from './folding';
import { drawable, firstEvidenceOn, historyOf, type History, type Point, type Stretch } from './history';
import type { HistoryArguments, MasteryHistory, MasteryPoint } from './history.type';
import { percent, points } from '../../shared/percent';
import { calibrationsEverInForce } from '../calibrations/past-calibrations.store';

/** Before anything can have happened; infinity would be lost where a request keeps its loaders apart. */
const beforeAll = Number.MIN_SAFE_INTEGER;

interface HistoryWanted {
  /** Global id, as it was given. */
  readonly skill: string;
  readonly since: number;
  readonly until: number;
  readonly points: number;
}

/** Throws BadInputError where what is asked for cannot be. */
export function historyWanted({ skill, since, until, points }: HistoryArguments, now: number): HistoryWanted {
  const wanted = {
    skill,
    since: since?.getTime() ?? beforeAll,
    until: until?.getTime() ?? now,
    points: pageLength(points, 'points'),
  };
  if (wanted.since > wanted.until)
    throw new BadInputError('since lies after until: swap them, or leave until out to mean now.');
  return wanted;
}

/** Histories by person, of one skill; null where there is no evidence on it, ForbiddenError for whom the viewer does not see. */
export const historyOfPerson: BatchRead<string, MasteryHistory | null, HistoryWanted> = async (
  context,
  people,
  { skill: id, since, until, points },
) => {
  const skill = await keyOfSkill(context, id);
  const visible = await context.visible();
  const seen = people.filter((person) => sees(visible, person));
  const inForce = await calibrationsEverInForce(context.database);
  const foldings = await foldingsWith(
    context,
    seen.map((person) => `${person} ${skill}`),
    inForce.map(({ calibration }) => calibration),
  );
  const ofOne = async (person: string): Promise<MasteryHistory | null | Error> => {
    const ofPerson = foldings[seen.indexOf(person)];
    if (!ofPerson) {
      return notYoursToSee('The mastery of this person');
    }
    const [folding] = ofPerson;
    const first = folding && firstEvidenceOn(folding);
    // Also that there is none yet is told.
    context.looks.add('mastery', person);
    if (first === undefined || first > until) return null;
    const stretches = inForce.flatMap((one, index): Stretch[] => {
      const followed = ofPerson[index];
      return followed ? [{ ...one, folding: followed }] : [];
    });
    const history = await inSlices(historyOf(stretches, Math.max(since, first), until), context.gone);
    await takeTurns(context.gone);
    return shown(history, until, points);
  };
  return Promise.all(people.map(ofOne));
};

async function keyOfSkill(context: RequestContext, id: string): Promise<string> {
  const key = keyOfGlobalId('Skill', id);
  const skill = key === undefined ? null : await load(context, skillByKey, key, null);
  if (skill) return skill.key;
  throw new BadInputError(`skill: no skill has the global id ${JSON.stringify(id)}: take it from skills.`);
}

function shown(history: History, until: number, most: number): MasteryHistory {
  const { before, byEvidence, byTime, byCalibration, points } = history;
  const drawn = drawable(points, most);
  return {
    ...{ before, byEvidence, byTime, byCalibration },
    points: drawn.map(pointOf),
    omitted: points.length - drawn.length,
    summary: summaryOfHistory(history, until),
  };
}

function pointOf({ at, kind, change, range, calibration, cause }: Point): MasteryPoint {
  return {
    ...{ at: new Date(at), kind, change, calibration },
    level: range.level,
    interval: range,
    externalId: cause?.id === undefined ? null : externalNameOf(cause.id),
    summary: cause
      ? summaryOfChange(cause)
      : `Calibration ${String(calibration)} came into force, which reads the same evidence with other parameters and ${movedBy(change)}.`,
  };
}

function summaryOfHistory(
  { before, byEvidence, byTime, byCalibration, level, from }: History,
  until: number,
): string {
  const [start, end] = [from, until].map((at) => new Date(at).toISOString().slice(0, 10));
  return `From ${start ?? ''} to ${end ?? ''} the level went from ${percent(before)} to ${percent(level)}: evidence moved it by ${points(byEvidence)} points, time by ${points(byTime)} and changes of calibration by ${points(byCalibration)}.`;
}
