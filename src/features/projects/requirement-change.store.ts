import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { Viewer } from '../access/viewer';
import type { StoredRequirement } from './requirement.store';

const WRITE = statement(
  'requirements.writeChanges',
  `UNWIND $changes AS change
   CALL (change) {
     MATCH (project:Project {id: change.owner}) RETURN project
     UNION ALL
     MATCH (:Task {id: change.owner})<-[:HAS_TASK]-(project:Project) RETURN project
   }
   CREATE (project)-[:HAS_CHANGE]->(made:RequirementChange)
   SET made = change.properties, made.project = project.id, made.projectName = project.name`,
);

const SIGN = statement(
  'requirements.signChanges',
  `MATCH (viewer:Person {id: $personKey})
   UNWIND $changes AS change
   MATCH (made:RequirementChange {id: change.properties.id})
   CREATE (made)-[:MADE_BY]->(viewer)`,
);

/** What was required by owner, skill and level, before and after somebody changed it. */
export interface ChangedRequirements {
  readonly before: readonly StoredRequirement[];
  readonly after: readonly StoredRequirement[];
}

/**
 * Keeps who changed what projects and their tasks require: what stayed as it was is no change. A change outlives its
 * project, whose id and name of that time stand in it.
 */
export async function recordChanges(
  tx: Queries,
  { role, personKey }: Viewer,
  { before, after }: ChangedRequirements,
  now: number,
): Promise<void> {
  const former = new Map(before.map((one) => [nameOf(one), one]));
  const later = new Map(after.map((one) => [nameOf(one), one]));
  const changes = [...new Map([...former, ...later])].flatMap(([name, { owner, skill, level }]) => {
    const [was, is] = [former.get(name), later.get(name)];
    if (was?.importance === is?.importance && was?.headcount === is?.headcount) return [];
    const properties = {
      ...{ id: newKey(), at: now, role, skill, level },
      ...{ importanceBefore: was?.importance ?? null, headcountBefore: was?.headcount ?? null },
      ...{ importanceAfter: is?.importance ?? null, headcountAfter: is?.headcount ?? null },
    };
    return [{ owner, properties }];
  });
  if (changes.length === 0) return;
  await tx.query(WRITE, { changes });
  if (personKey !== undefined) await tx.query(SIGN, { changes, personKey });
}

function nameOf({ owner, skill, level }: StoredRequirement): string {
  return JSON.stringify([owner, skill, level]);
}
