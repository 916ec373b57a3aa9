import { fitOf } from '../../estimators/fit';
import { rasch } from '../../estimators/rasch';
import type { Gaussian } from '../../estimators/types';
import { cursorOf, placeOf } from '../../graph/page';
import { connect, type Connection } from '../../shared/connection';
import { BadInputError, CursorExpiredError, ForbiddenError } from '../../shared/errors';
import type { BatchRead } from '../access/loaders';
import { refuseEarlier } from '../mastery/mastery.read';
import { namedPerson } from '../people/people.store';
import { staffedBy } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import { candidateOf, probabilityOf, type Ranked } from './candidate';
import type { Candidate } from './candidate.type';
import { holdersOfSkills, type Holder, type HoldersRow } from './candidates.read';

export interface CandidatesWanted {
  readonly first: number;
  readonly after: string | null;
  /** Null for now, or as the cursor pins it. */
  readonly asOf: number | null;
  readonly filterBy: object | null;
  readonly includeAssigned: boolean;
}

const expired =
  'The figures have changed since this page was made (newer evidence or a new calibration): start from the first page.';

type Cursor = readonly [calibration: number, asOf: number, fit: number, person: string];

/** Above every fit: where the list starts. */
const start = 2;

/** Candidates by project: who fits best first; a page is pinned to its date and calibration. */
export const candidatesOfProject: BatchRead<string, Connection<Candidate>, CandidatesWanted> = async (
  context,
  keys,
  wanted,
) => {
  const after =
    wanted.after === null
      ? undefined
      : placeOf<Cursor>(wanted.after, ['number', 'number', 'number', 'string']);
  const asOf = after?.[1] ?? wanted.asOf ?? context.now;
  if (after && wanted.asOf !== null && wanted.asOf !== asOf) {
    throw new BadInputError(
      'asOf differs from the date that the cursor is pinned to: leave asOf out, or start from the first page.',
    );
  }
  const [allowed, rows] = await Promise.all([
    staffedBy(context.database, context.viewer),
    holdersOfSkills(context, {
      projects: keys,
      asOf,
      filterBy: wanted.filterBy,
      includeAssigned: wanted.includeAssigned,
      afterFit: after?.[2] ?? start,
      limit: wanted.first + 1,
    }),
  ]);
  const byProject = new Map(rows.map((row) => [row.project, row]));

  function pageOf(row: HoldersRow): Connection<Candidate> | Error {
    const refusal = refusalOf(row, after, asOf, context.now);
    if (refusal) return refusal;
    const ranked = rank(row, asOf);
    const rest = after
      ? ranked.filter(({ fit, holder: [key] }) => fit < after[2] || (fit === after[2] && key > after[3]))
      : ranked;
    const requirements = row.needs.map(requirementOf);
    const candidates = rest.slice(0, wanted.first + 1).map((one) => {
      const [key, name, sortName] = one.holder;
      return candidateOf(
        namedPerson({ key, name, sortName }),
        one,
        row.needs,
        requirements,
        context.rules.meetsFrom,
      );
    });
    const shown = connect(
      candidates,
      { first: wanted.first, afterId: wanted.after ?? '' },
      ({ fit, person }) => cursorOf([row.calibration, asOf, fit, person.key]),
      () => Promise.resolve(row.eligible),
    );
    for (const { person } of shown.nodes) context.looks.add('staffing', person.key);
    return shown;
  }

  return keys.map((key) => {
    if (!allowed(key)) {
      return new ForbiddenError(
        'Candidates of this project are for the leads of its responsible team, hr and admin.',
      );
    }
    const row = byProject.get(key);
    return row
      ? pageOf(row)
      : connect<Candidate>(
          [],
          { first: wanted.first, afterId: '' },
          () => '',
          () => Promise.resolve(0),
        );
  });
};

/** Why a page cannot be made for that date, if it cannot. */
function refusalOf(
  { calibration, latest }: HoldersRow,
  after: Cursor | undefined,
  asOf: number,
  now: number,
): Error | undefined {
  if (after && (after[0] !== calibration || asOf < (latest ?? asOf))) return new CursorExpiredError(expired);
  try {
    refuseEarlier(asOf, latest ?? asOf, now);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

/** Those who may be among the next, best fit first and then by internal id. */
function rank(row: HoldersRow, asOf: number): Ranked[] {
  return row.holders
    .map((holder) => {
      const abilities = abilitiesOf(holder, row, asOf);
      const weighed = row.needs.map((need) => ({
        importance: need.importance,
        probability: probabilityOf(need, abilities),
      }));
      return { holder, abilities, ...fitOf(weighed) };
    })
    .sort((left, right) => right.fit - left.fit || (left.holder[0] < right.holder[0] ? -1 : 1));
}

/** Ability on the date, by skill. */
function abilitiesOf([, , , states]: Holder, row: HoldersRow, asOf: number): Map<string, Gaussian> {
  return new Map(
    states.map(([skill, mean, variance, lastEvidenceAt]) => [
      skill,
      rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row),
    ]),
  );
}
