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
  { label: 'Project', property: 'id' },
  { label: 'Task', property: 'id' },
  { label: 'Evidence', property: 'id' },
  { label: 'OutsideId', property: 'key' },
  { label: 'Calibration', property: 'number' },
];

/** Lists are read in the order (sortName, id): one index per listed label carries filter, order and cursor. */
export const listedLabels = ['Person', 'Team', 'Skill', 'Question', 'Project'] as const;

/** The form of a name that lists are ordered by: case and accents do not count. */
export function sortNameOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
