import { statement } from '../../graph/driver/statement';
import { grouped } from '../../shared/grouped';
import type { RequestContext } from '../request/context';

const PREREQUISITES = statement<{ module: string; prerequisite: string }>(
  'growth.prerequisites',
  `UNWIND $modules AS key
   MATCH (:Module {id: key})-[:PREREQUISITE]->(before:Module)
   RETURN key AS module, before.id AS prerequisite`,
);

/** The direct prerequisites of modules, internal ids. */
export async function prerequisitesOf(
  { database }: Pick<RequestContext, 'database'>,
  modules: readonly string[],
): Promise<Map<string, string[]>> {
  if (modules.length === 0) return new Map();
  const rows = grouped(await database.query(PREREQUISITES, { modules }), ({ module }) => module);
  return new Map([...rows].map(([module, of]) => [module, of.map(({ prerequisite }) => prerequisite)]));
}

const COMPLETED = statement<{ person: string; module: string }>(
  'growth.completedModules',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   MATCH (person)<-[:TAKEN_BY]-(taken:Visit)-[:OF]->(:Revision)<-[:HAS_REVISION]-(module:Module)
   WHERE NOT taken.withdrawn AND taken.completedAt IS NOT NULL AND module.id IN $modules
     AND EXISTS { (person)-[:ENROLLED_IN]->(module) }
   RETURN DISTINCT key AS person, module.id AS module`,
);

/** Which of these modules people have completed that they were enrolled in: as much as others see of their learning. Internal ids. */
export async function completedBy(
  { database }: Pick<RequestContext, 'database'>,
  people: readonly string[],
  modules: readonly string[],
): Promise<Map<string, Set<string>>> {
  if (people.length === 0 || modules.length === 0) return new Map();
  const rows = grouped(await database.query(COMPLETED, { people, modules }), ({ person }) => person);
  return new Map([...rows].map(([person, of]) => [person, new Set(of.map(({ module }) => module))]));
}
