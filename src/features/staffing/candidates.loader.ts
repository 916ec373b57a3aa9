import { fitOf } from '../../estimators/fit';
import type { Gaussian } from '../../estimators/types';
import { Page, type Connection } from '../../shared/connection';
import { ForbiddenError } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { orError, type BatchRead } from '../request/loaders';
import { refuseEarlier } from '../mastery/as-of';
import { abilityAt } from '../mastery/stored-state';
import { namedPerson } from '../people/people.store';
import { staffedBy } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import { candidateOf, probabilityOf, type Ranked } from './candidate';
import type { Candidate } from './candidate.type';
import { heldSkill, holderColumns, holdersOfSkills, type Holder, type HoldersRow } from './candidates.read';
import { byFit, cursorAt, isBehind, rankingOf, refuseMoved, type Ranking } from './ranking';

export interface CandidatesWanted {
  readonly first: number;
  readonly after: string | null;
  /** Null for now, or as the cursor pins it. */
  readonly asOf: number | null;
  readonly filterBy: object | null;
  readonly includeAssigned: boolean;
}

/** Above every fit: where the list starts. */
const start = 2;

/** Candidates by project: who fits best first; a page is pinned to its date and calibration. */
export const candidatesOfProject: BatchRead<string, Connection<Candidate>, CandidatesWanted> = async (
  context,
  keys,
  wanted,
) => {
  const ranking = rankingOf(wanted.after, wanted.asOf, context.now);
  const { asOf, after } = ranking;
  const [allowed, rows] = await Promise.all([
    staffedBy(context.database, context.viewer),
    holdersOfSkills(context, {
      projects: keys,
      asOf,
      filterBy: wanted.filterBy,
      includeAssigned: wanted.includeAssigned,
      afterFit: after?.fit ?? start,
      limit: wanted.first + 1,
    }),
  ]);
  const byProject = new Map(rows.map((row) => [row.project, row]));
  return keys.map((key) => {
    if (!allowed(key)) {
      return new ForbiddenError(
        'Only the leads of the responsible team, hr and admin may see the candidates of this project.',
      );
    }
    const row = byProject.get(key);
    return row ? orError(() => pageOf(context, ranking, row, wanted.first)) : nobody;
  });
};

const nobody = new Page<Candidate>(
  [],
  () => '',
  { before: false, after: false },
  () => Promise.resolve(0),
);

/** A page of one project's candidates; each of them is looked at by this. */
function pageOf(
  context: RequestContext,
  ranking: Ranking,
  row: HoldersRow,
  first: number,
): Connection<Candidate> {
  const { asOf, after } = ranking;
  refuseMoved(ranking, row.calibration.number, row.latest);
  refuseEarlier(asOf, row.latest ?? asOf, context.now);
  const rest = rank(row, asOf).filter((one) => isBehind(ranking, one));
  const ranked = rest.slice(0, first);
  const requirements = row.needs.map(requirementOf);
  const shown = new Page(
    ranked.map((one) =>
      candidateOf(namedPerson(one.holder), one, row.needs, requirements, context.rules.meetsFrom),
    ),
    (index) => cursorAt(ranking, row.calibration.number, ranked[index] ?? { fit: 0, key: '' }),
    { before: after !== undefined, after: rest.length > first },
    () => Promise.resolve(row.eligible),
  );
  for (const { person } of shown.nodes) context.looks.add('staffing', person.key);
  return shown;
}

/** Those who may be among the next, best fit first. */
function rank(row: HoldersRow, asOf: number): Ranked[] {
  return row.holders
    .map((columns) => {
      const holder = holderColumns.fieldsOf(columns);
      const abilities = abilitiesOf(holder, row, asOf);
      const weighed = row.needs.map((need) => ({
        importance: need.importance,
        probability: probabilityOf(need, abilities),
      }));
      return { key: holder.key, holder, abilities, ...fitOf(weighed) };
    })
    .sort(byFit);
}

/** Ability on the date, by skill. */
function abilitiesOf(
  { general, states }: Holder,
  { calibration }: HoldersRow,
  asOf: number,
): Map<string, Gaussian> {
  return new Map(
    states.map((state) => {
      const { skill, edge } = heldSkill.fieldsOf(state);
      return [skill, abilityAt(general, edge, asOf, calibration)];
    }),
  );
}
