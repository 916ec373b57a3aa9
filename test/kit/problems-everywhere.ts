import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { keyOfGlobalId, newKey, type NodeType } from '../../src/shared/ids';
import type { Everything } from './everything';

const LEAVE = statement(
  'kit.leaveProblems',
  `UNWIND $items AS item
   MATCH (version:QuestionVersion {id: item.version}), (revision:Revision {id: item.revision}), (team:Team {id: item.team})
   CREATE (version)-[:HAS_PROBLEM]->(problem:Problem {id: item.key, test: 'kit', verdict: 'CONTENT_PROBLEM', kind: 'UNFAIR',
     probability: 0.9, people: 10, rightShare: 0.2, openedAt: item.place, reopenedAt: null, closedAt: null,
     closedBecause: null, closedReason: null, seenAt: $now})
   CREATE (revision)-[:SOLVES {at: $now}]->(problem)
   CREATE (problem)-[:LACKED_BY]->(team)
   WITH problem, item
   UNWIND item.modules AS key
   MATCH (module:Module {id: key})
   CREATE (problem)-[:FOUND_IN]->(module)`,
);

/** As many problems as there are of everything else, the oldest ones, as if they had been found: each in a module, and all of them in the last. */
export async function leaveProblems(database: Database, { ids }: Everything): Promise<void> {
  const keys = (type: NodeType) => (ids[type] ?? []).map((id) => keyOfGlobalId(type, id)!);
  const [versions, revisions, teams, modules] = [
    keys('QuestionVersion'),
    keys('Revision'),
    keys('Team'),
    keys('Module'),
  ];
  const items = versions.map((version, place) => ({
    ...{ key: newKey(), place, version, revision: revisions[place], team: teams[place % teams.length] },
    modules: [...new Set([modules[place]!, modules.at(-1)!])],
  }));
  await database.transaction((tx) => tx.query(LEAVE, { items, now: Date.now() }));
}
