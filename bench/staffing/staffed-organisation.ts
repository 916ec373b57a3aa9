import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { globalId, newKey } from '../../src/shared/ids';
import { makeOrganisation, type Organisation } from '../organisation-graph';
import { inParts } from '../random-graph';

const ASSIGN = statement(
  'bench.assign',
  `UNWIND $rows AS row
   MATCH (project:Project {id: row.project})
   SET project.from = row.from
   WITH project, row
   UNWIND row.people AS one
   MATCH (person:Person {id: one.person})
   CREATE (person)-[:ASSIGNED_TO {id: randomUUID(), from: 0, to: one.to, share: 0.5}]->(project)`,
);

const MAKE_ROLES = statement(
  'bench.roles',
  `UNWIND $rows AS row
   MATCH (project:Project {id: row.project})
   CREATE (role:RoleTemplate {id: row.key, name: row.key, sortName: row.key})
   WITH project, role
   MATCH (project)-[required:REQUIRES]->(skill:Skill)
   CREATE (role)-[requires:REQUIRES]->(skill)
   SET requires = properties(required), requires.id = randomUUID()`,
);

const roles = 100;
const peopleOfAProject = 5;
const month = 30 * 86_400_000;

export interface StaffedOrganisation extends Organisation {
  /** Global ids. */
  readonly roles: readonly string[];
}

/**
 * An organisation whose projects have five people each at half of their time, most of them for some months more, and a hundred role
 * templates that require what projects do. Nobody's answers are kept, only the levels that came of them.
 */
export async function staffedOrganisation(database: Database, people: number): Promise<StaffedOrganisation> {
  const organisation = await makeOrganisation(database, people);
  const now = Date.now();
  const rows = organisation.projects.map(({ internalId }, number) => ({
    project: internalId,
    from: now + month,
    people: Array.from({ length: peopleOfAProject }, (_, at) => ({
      person:
        organisation.people[(number * peopleOfAProject * 3 + at * 7) % organisation.people.length] ?? '',
      to: at === 0 ? null : now + (1 + at) * 2 * month,
    })),
  }));
  await inParts(database, rows, (tx, part) => tx.query(ASSIGN, { rows: part }));
  const templates = organisation.projects
    .slice(0, roles)
    .map(({ internalId }) => ({ key: newKey(), project: internalId }));
  await inParts(database, templates, (tx, part) => tx.query(MAKE_ROLES, { rows: part }));
  return { ...organisation, roles: templates.map(({ key }) => globalId('RoleTemplate', key)) };
}
