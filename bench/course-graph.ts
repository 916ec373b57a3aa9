import type { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { externalKey, newKey } from '../src/shared/ids';
import { inParts, makePeople } from './random-graph';

export const courseSize = { people: 10_000, modules: 200, pages: 10 };

/** Internal ids of pages by number of the module; external ids of people and modules are ("bench", number). */
export interface CourseGraph {
  readonly pagesOf: readonly (readonly string[])[];
}

const MAKE_MODULES = statement(
  'bench.modules',
  `UNWIND $rows AS row
   CREATE (:OutsideId {key: row.outside})-[:IDENTIFIES]->(module:Module {id: row.key, name: row.name, sortName: row.name, lock: 0})
   CREATE (module)-[:HAS_REVISION]->(revision:Revision {id: row.revision, number: 1, publishedAt: 0,
     resourceTitles: [], resourceKinds: [], resourceUrls: []})
   CREATE (module)-[:CURRENT]->(revision)
   WITH revision, row
   UNWIND range(1, size(row.pages)) AS number
   CREATE (revision)-[:HAS_PAGE]->(:Page {id: row.pages[number - 1], number: number, kind: 'SLIDE'})`,
);

/** People and modules whose visits are recorded. */
export async function makeCourseGraph(database: Database): Promise<CourseGraph> {
  await makePeople(database, Array.from({ length: courseSize.people }, newKey));
  const modules = Array.from({ length: courseSize.modules }, (_, number) => ({
    key: newKey(),
    revision: newKey(),
    name: `module ${String(number).padStart(5, '0')}`,
    outside: externalKey('Module', 'bench', String(number)),
    pages: Array.from({ length: courseSize.pages }, newKey),
  }));
  await inParts(database, modules, (tx, rows) => tx.query(MAKE_MODULES, { rows }));
  return { pagesOf: modules.map(({ pages }) => pages) };
}
