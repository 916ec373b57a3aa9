import { idFilter } from '../../graph/nouns/noun-list';
import type { ListShape } from '../../graph/nouns/list';
import { namedModule } from '../modules/module.store';
import { revisionColumns, revisionOf, type RevisionRow } from '../modules/revision.store';
import { NodeList } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import type { Learning, PlaceInModule } from './learning.type';
import { nextPage } from './next-page';
import { figuresOfVisit, isOwnVisit, visitEvents, type VisitEvents } from './passage.store';
import { lastEventOf, stateOfVisit, VisitState } from './visit-state';

interface LearningRow extends RevisionRow {
  readonly personName: string;
  readonly moduleName: string;
  readonly completed: boolean;
  readonly pageCount: number;
}

function learningOf(row: LearningRow, placed: PlaceInModule | null): Learning {
  return {
    personName: row.personName,
    placed,
    module: namedModule({ key: row.module, name: row.moduleName }),
    revision: revisionOf(row),
    completed: row.completed,
    pageCount: row.pageCount,
  };
}

const begunAt = 'coalesce(taken.at, taken.recordedAt, 0)';

/** Modules that a person has begun, each with the latest of those visits to it that the condition holds for. */
function begun(condition: string): string {
  return `MATCH (person:Person {id: parent})
       CALL (person) {
         MATCH (person)<-[:TAKEN_BY]-(taken:Visit)-[:OF]->(:Revision)<-[:HAS_REVISION]-(module:Module)
         WHERE NOT taken.withdrawn AND ${condition}
         WITH module, taken ORDER BY ${begunAt}, taken.id
         RETURN module, last(collect(taken)) AS visit, max(${begunAt}) AS visitedAt,
                count(taken.completedAt) > 0 AS completed
       }
       MATCH (visit)-[:OF]->(revision:Revision)`;
}

const byName = [
  ['module.sortName', 'string'],
  ['module.id', 'string'],
] as const;

const shared = {
  nested: true,
  filters: {
    module: idFilter('Module', 'module.id = $filter.module'),
    completed: { where: 'completed = $filter.completed' },
  },
} satisfies Partial<ListShape>;

const columns = `person.name AS personName, module.name AS moduleName, completed,
            COUNT { (revision)-[:HAS_PAGE]->() } AS pageCount, ${revisionColumns}`;

/** What others see of a person: what they were enrolled in, begun and completed or not, and nothing of when and where. */
export const progressOfPerson = new NodeList<LearningRow, Learning>(
  {
    ...shared,
    name: 'learning.progress',
    match: begun('EXISTS { (person)-[:ENROLLED_IN]->(module) }'),
    orders: { NAME: byName },
    columns,
  },
  () => ({ nodeOf: (row) => learningOf(row, null), onlyVisible: true }),
);

interface PlacedRow extends LearningRow, VisitEvents {
  /** Numbers of the pages of the revision that were opened. */
  readonly reached: number[];
}

/** To be asked for by nobody but the person. */
export const learningOfOneself = new NodeList<PlacedRow, Learning>(
  {
    ...shared,
    name: 'learning.ofOneself',
    match: begun(isOwnVisit('taken', 'person')),
    orders: {
      NAME: byName,
      VISITED_AT: [
        ['visitedAt', 'number'],
        ['module.id', 'string'],
      ],
    },
    columns: `${columns}, ${visitEvents},
            COLLECT {
              MATCH (person)<-[:TAKEN_BY]-(each:Visit)-[:OF]->(revision)
              WHERE NOT each.withdrawn AND ${isOwnVisit('each', 'person')}
              MATCH (each)<-[:DURING]-(view:PageView|VideoView)-[:OF]->(page:Page) WHERE NOT view.withdrawn
              RETURN DISTINCT page.number } AS reached`,
  },
  (context) => ({ nodeOf: (row) => learningOf(row, placeOf(context, row)) }),
);

function placeOf({ now, rules }: RequestContext, row: PlacedRow): PlaceInModule {
  const figures = figuresOfVisit(row);
  const state = stateOfVisit(figures, now, rules.leftAfter);
  const isDone = state === VisitState.COMPLETED;
  return {
    pageKey: figures.lastPage?.key ?? null,
    revisionKey: row.key,
    nextNumber: isDone ? null : nextPage(figures.lastPage?.number ?? null, row.reached, row.pageCount),
    state,
    at: new Date(lastEventOf(figures)),
    pagesReached: row.reached.length,
  };
}
