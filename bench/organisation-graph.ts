import type { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { globalId, newKey } from '../src/shared/ids';
import { inParts, makeRandomGraph, type RandomGraph } from './random-graph';

const MAKE_TEAMS = statement(
  'bench.teamsAtWork',
  `UNWIND $rows AS row
   CREATE (team:Team {id: row.key, name: row.name, sortName: row.name})
   WITH team, row
   CALL (team, row) {
     UNWIND row.people AS key
     MATCH (person:Person {id: key})
     CREATE (person)-[:MEMBER_OF {id: randomUUID(), from: 0}]->(team)
   }
   CALL (team, row) {
     MATCH (lead:Person {id: row.people[0]})
     CREATE (lead)-[:LEADS]->(team)
   }
   CALL (team, row) {
     UNWIND row.projects AS key
     MATCH (project:Project {id: key})
     CREATE (team)-[:RESPONSIBLE_FOR]->(project)
   }
   RETURN count(*)`,
);

const peopleOfATeam = 20;
/** A project for so many people. */
const peopleOfAProject = 20;

export interface Organisation extends RandomGraph {
  /** Global ids. */
  readonly teams: readonly string[];
}

/**
 * An organisation of so many people with 20 skill edges each over 2,000 skills, in teams of 20, with one project for each team
 * of five requirements each.
 */
export async function makeOrganisation(database: Database, people: number): Promise<Organisation> {
  const projects = Math.round(people / peopleOfAProject);
  const graph = await makeRandomGraph(database, {
    ...{ people, skills: 2_000, edgesEach: 20 },
    ...{ projects, requirementsEach: 5 },
  });
  const teams = Array.from({ length: Math.round(people / peopleOfATeam) }, (_, number) => ({
    key: newKey(),
    name: `team ${String(number).padStart(5, '0')}`,
    people: graph.people.slice(number * peopleOfATeam, (number + 1) * peopleOfATeam),
    projects: graph.projects.slice(number, number + 1).map(({ internalId }) => internalId),
  }));
  await inParts(database, teams, (tx, rows) => tx.query(MAKE_TEAMS, { rows }));
  return { ...graph, teams: teams.map(({ key }) => globalId('Team', key)) };
}
