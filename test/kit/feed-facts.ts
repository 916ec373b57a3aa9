import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import type { ChangedIds, ChangeKind } from '../../src/graph/feed/change';

interface FactRow {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly fact: unknown;
}

/** Properties that nobody derives anything from, and those that are a fact of their own. */
const besides = /^(lock|updatedAt|folded\w+|sitting|general\d|unread)$/;

const FACTS = statement<FactRow>(
  'test.feedFacts',
  `MATCH (n:Person)
   RETURN 'people' AS kind, n.id AS id, properties(n) AS fact
   UNION ALL
   MATCH (c:Calibration {current: true})
   WITH c.slot AS slot ORDER BY c.number DESC LIMIT 1
   MATCH (n:Person)
   WITH n, CASE slot WHEN 0 THEN n.general0 ELSE n.general1 END AS general, slot WHERE general IS NOT NULL
   RETURN 'states' AS kind, n.id AS id, [general[1..],
     COLLECT { MATCH (n)-[one:HAS_SKILL {slot: slot}]->(skill) RETURN [skill.id, one {.*, slot: null}] ORDER BY skill.id }] AS fact
   UNION ALL
   MATCH (n:Person)-[one:MEMBER_OF]->(team:Team)
   WITH n, team, one ORDER BY team.id, one.from
   RETURN 'memberships' AS kind, n.id AS id, collect([team.id, one.from, one.to]) AS fact
   UNION ALL
   MATCH (n:Person)-[one:ASSIGNED_TO]->(project:Project)
   WITH n, project, one ORDER BY project.id, one.from
   RETURN 'assignments' AS kind, n.id AS id, collect([project.id, one.from, one.to, one.share]) AS fact
   UNION ALL
   MATCH (n:Person)-[:HAS_AVAILABILITY]->(one:Availability)
   WITH n, one ORDER BY one.from
   RETURN 'availability' AS kind, n.id AS id, collect([one.from, one.to, one.share]) AS fact
   UNION ALL
   MATCH (n:Project|Task|RoleTemplate)
   RETURN 'requirements' AS kind, n.id AS id, [properties(n),
     COLLECT { MATCH (n)-[one:REQUIRES]->(skill) RETURN [skill.id, one.id, one.level, one.band, one.importance, one.headcount] ORDER BY skill.id, one.level },
     COLLECT { MATCH (n)<-[:RESPONSIBLE_FOR]-(team) RETURN team.id ORDER BY team.id },
     COLLECT { MATCH (n)<-[:HAS_TASK]-(project) RETURN project.id }] AS fact
   UNION ALL
   MATCH (n:Team)
   RETURN 'teams' AS kind, n.id AS id, [properties(n), COLLECT { MATCH (n)-[:BROADER]->(team) RETURN team.id }] AS fact
   UNION ALL
   MATCH (n:Skill)
   RETURN 'catalogue' AS kind, n.id AS id, [properties(n),
     COLLECT { MATCH (n)-[one:BROADER|PREREQUISITE]->(skill) RETURN [type(one), skill.id] ORDER BY type(one), skill.id },
     COLLECT { MATCH (n)<-[one:SETS]-(:Calibration {current: true}) RETURN one.difficulty }] AS fact
   UNION ALL
   MATCH (n:Question)
   RETURN 'catalogue' AS kind, n.id AS id, [properties(n), COLLECT { MATCH (n)-[:CURRENT]->(version) RETURN version.id },
     COLLECT { MATCH (n)-[:HAS_VERSION]->(version) WITH version ORDER BY version.number
       RETURN [properties(version), COLLECT { MATCH (version)-[:ASSESSES]->(skill) RETURN skill.id ORDER BY skill.id },
         COLLECT { MATCH (version)<-[one:SETS]-(:Calibration {current: true}) RETURN one.difficulty }] }] AS fact
   UNION ALL
   MATCH (n:Module)
   RETURN 'catalogue' AS kind, n.id AS id, [properties(n), COLLECT { MATCH (n)-[:CURRENT]->(revision) RETURN revision.id },
     COLLECT { MATCH (n)-[one:TEACHES]->(skill) RETURN [skill.id, one.from, one.to] ORDER BY skill.id },
     COLLECT { MATCH (n)-[:PREREQUISITE]->(module) RETURN module.id ORDER BY module.id }] AS fact
   UNION ALL
   MATCH (n:Calibration {current: true}) WITH max(n.number) AS number
   RETURN 'calibrations' AS kind, toString(number) AS id, null AS fact
   UNION ALL
   MATCH (n:MergedId)-[:IDENTIFIES]->(kept)
   RETURN 'merges' AS kind, n.key AS id, kept.id AS fact`,
  'a spec may look at everything of its own',
);

/** Whatever readers of the feed derive from, by kind and id. */
export type Facts = ReadonlyMap<string, string>;

const nameOf = (kind: string, id: string): string => `${kind} ${id}`;

export async function factsOf(database: Database): Promise<Facts> {
  const rows = await database.query(FACTS);
  const textOf = (fact: unknown): string =>
    JSON.stringify(fact, (key, value: unknown) => (besides.test(key) ? undefined : value));
  return new Map(rows.map(({ kind, id, fact }) => [nameOf(kind, id), textOf(fact)]));
}

/** What is otherwise between two looks and not said: of a person who is gone, that they are is enough. */
export function unsaid(before: Facts, after: Facts, changes: readonly ChangedIds[]): string[] {
  const said = new Set(
    changes.flatMap((changed) =>
      Object.entries(changed).flatMap(([kind, ids]) => ids.map((id) => nameOf(kind, id))),
    ),
  );
  const isGone = (name: string): boolean => {
    const person = nameOf('people', name.split(' ')[1] ?? '');
    return before.has(person) && !after.has(person) && said.has(person);
  };
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .filter((name) => !said.has(name) && !isGone(name))
    .filter((name) => after.has(name) || !name.startsWith('calibrations'));
}
