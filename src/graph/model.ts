import type { NodeType } from '../shared/ids';

/**
 * What stands in the graph: constraints and indexes by label. DESIGN's picture of nodes and relationships is drawn by
 * the stores; this file is what the database itself enforces. A change here is a new migration.
 */
export const uniqueness: readonly { readonly label: string; readonly property: string }[] = [
  { label: 'Person', property: 'id' },
  { label: 'Team', property: 'id' },
  { label: 'Skill', property: 'id' },
  { label: 'Question', property: 'id' },
  { label: 'QuestionVersion', property: 'id' },
  { label: 'Module', property: 'id' },
  { label: 'Revision', property: 'id' },
  { label: 'Page', property: 'id' },
  { label: 'Project', property: 'id' },
  { label: 'Task', property: 'id' },
  { label: 'RoleTemplate', property: 'id' },
  { label: 'Evidence', property: 'id' },
  { label: 'OutsideId', property: 'key' },
  { label: 'Calibration', property: 'number' },
];

/** Relationships from a whole to parts that are deleted with it. */
export const composition = [
  'HAS_TASK',
  'HAS_VERSION',
  'HAS_REVISION',
  'HAS_PAGE',
  'HAS_AVAILABILITY',
] as const;

/**
 * When evidence hangs on a node, or what never changes names it: it is then archived where others are deleted.
 */
export const inUse: Readonly<Record<NodeType, string>> = {
  Person: 'EXISTS { (node)<-[:BY]-(:Evidence) }',
  Team: 'false',
  Skill: 'EXISTS { (node)<-[:HAS_SKILL]-(:Person) } OR EXISTS { (node)<-[:ASSESSES]-(:QuestionVersion) }',
  Question:
    'EXISTS { (node)-[:HAS_VERSION]->(:QuestionVersion)<-[:TO]-(:Evidence) } OR EXISTS { (node)-[:HAS_VERSION]->(:QuestionVersion)<-[:ASKS]-(:Page) }',
  QuestionVersion: 'EXISTS { (node)<-[:TO]-(:Evidence) } OR EXISTS { (node)<-[:ASKS]-(:Page) }',
  Module:
    'EXISTS { (node)-[:HAS_REVISION]->(:Revision)<-[:OF]-(:Evidence) } OR EXISTS { (node)-[:HAS_REVISION]->(:Revision)-[:HAS_PAGE]->(:Page)<-[:OF]-(:Evidence) }',
  Revision:
    'EXISTS { (node)<-[:OF]-(:Evidence) } OR EXISTS { (node)-[:HAS_PAGE]->(:Page)<-[:OF]-(:Evidence) }',
  Page: 'EXISTS { (node)<-[:OF]-(:Evidence) }',
  Project: 'false',
  Task: 'false',
  RoleTemplate: 'false',
};

/** Lists are read in the order (sortName, id): one index per listed label carries filter, order and cursor. */
export const listedLabels = [
  'Person',
  'Team',
  'Skill',
  'Question',
  'Module',
  'Project',
  'RoleTemplate',
] as const;

/** The form of a name that lists are ordered by: case and accents do not count. */
export function sortNameOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
