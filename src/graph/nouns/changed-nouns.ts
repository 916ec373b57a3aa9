import type { NodeType } from '../../shared/ids';
import { statement, type Queries } from '../driver/statement';
import type { ChangeKind } from '../feed/change';

/** What a change of nodes themselves is for readers of the feed; of those left out they hear nothing. */
const kinds: Readonly<Partial<Record<NodeType, ChangeKind>>> = {
  Person: 'people',
  Team: 'teams',
  Skill: 'catalogue',
  Question: 'catalogue',
  Module: 'catalogue',
  Project: 'requirements',
  Task: 'requirements',
  RoleTemplate: 'requirements',
};

/** Says that nodes of a label, by internal id, are otherwise: new, changed, archived or gone. */
export function sayChanged(tx: Queries, label: NodeType, keys: Iterable<string>): void {
  const kind = kinds[label];
  if (kind !== undefined) tx.changed(kind, keys);
}

/** Nodes that are otherwise where one of a label goes, as `other` beside `node`, and what that is for readers. */
const beside: readonly (readonly [NodeType, readonly (readonly [ChangeKind, pattern: string])[]])[] = [
  [
    'Skill',
    [
      ['requirements', '(node)<-[:REQUIRES]-(other)'],
      ['catalogue', '(node)<-[:TEACHES|BROADER|PREREQUISITE]-(other)'],
      ['catalogue', '(node)<-[:ASSESSES]-(:QuestionVersion)<-[:HAS_VERSION]-(other)'],
    ],
  ],
  ['Module', [['catalogue', '(node)<-[:PREREQUISITE]-(other)']]],
  [
    'Team',
    [
      ['memberships', '(node)<-[:MEMBER_OF]-(other)'],
      ['requirements', '(node)-[:RESPONSIBLE_FOR]->(other)'],
      ['teams', '(node)<-[:BROADER]-(other)'],
    ],
  ],
  [
    'Project',
    [
      ['assignments', '(node)<-[:ASSIGNED_TO]-(other)'],
      ['requirements', '(node)-[:HAS_TASK]->(other)'],
    ],
  ],
];

const BESIDE = new Map(
  beside.map(([label, patterns]) => [
    label,
    statement<{ kind: ChangeKind; key: string }>(
      `feed.beside${label}`,
      `UNWIND $keys AS going
     MATCH (node:${label} {id: going})
     CALL (node) {
       ${patterns.map(([kind, pattern]) => `MATCH ${pattern} RETURN '${kind}' AS kind, other.id AS key`).join(' UNION ')}
     }
     RETURN DISTINCT kind, key`,
    ),
  ]),
);

/** Says what is otherwise once locked nodes of a label, which are still there, go or become another. */
export async function sayGoing(tx: Queries, label: NodeType, keys: readonly string[]): Promise<void> {
  const found = BESIDE.get(label);
  if (found === undefined || keys.length === 0) return;
  for (const { kind, key } of await tx.query(found, { keys })) tx.changed(kind, [key]);
}
