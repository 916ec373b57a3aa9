import type { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { externalKey, newKey } from '../src/shared/ids';
import { inParts, makePeople } from './random-graph';

/** How many there are of each; pages of each module. */
export interface CourseSize {
  readonly people: number;
  readonly modules: number;
  readonly pages: number;
}

export const courseSize: CourseSize = { people: 10_000, modules: 200, pages: 10 };

/** Internal ids, of pages by number of the module; external ids of people and modules are ("bench", number). */
export interface CourseGraph {
  readonly people: readonly string[];
  readonly modules: readonly string[];
  /** The one revision of each module. */
  readonly revisions: readonly string[];
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
export async function makeCourseGraph(
  database: Database,
  size: CourseSize = courseSize,
): Promise<CourseGraph> {
  const people = Array.from({ length: size.people }, newKey);
  await makePeople(database, people);
  const modules = Array.from({ length: size.modules }, (_, number) => ({
    key: newKey(),
    revision: newKey(),
    name: `module ${String(number).padStart(5, '0')}`,
    outside: externalKey('Module', 'bench', String(number)),
    pages: Array.from({ length: size.pages }, newKey),
  }));
  await inParts(database, modules, (tx, rows) => tx.query(MAKE_MODULES, { rows }));
  return {
    people,
    modules: modules.map(({ key }) => key),
    revisions: modules.map(({ revision }) => revision),
    pagesOf: modules.map(({ pages }) => pages),
  };
}
