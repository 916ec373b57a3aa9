import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
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

const peopleOfAProject = 5;
const month = 30 * 86_400_000;

export type StaffedOrganisation = Organisation;

/** An organisation whose projects have five people each at half of their time, most of them for some months more. */
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
  return organisation;
}
