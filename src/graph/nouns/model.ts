import type { NodeType } from '../../shared/ids';

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
  { label: 'MergedId', property: 'key' },
  { label: 'Calibration', property: 'number' },
  { label: 'Token', property: 'id' },
  { label: 'Look', property: 'open' },
  { label: 'Cohort', property: 'id' },
  { label: 'RequirementChange', property: 'id' },
  { label: 'Tombstone', property: 'id' },
  { label: 'Platform', property: 'name' },
  { label: 'Statement', property: 'key' },
  { label: 'Mention', property: 'id' },
  { label: 'Definition', property: 'key' },
  { label: 'Attachment', property: 'key' },
  { label: 'ActivityMapping', property: 'key' },
  { label: 'Unmapped', property: 'key' },
  { label: 'Problem', property: 'id' },
  { label: 'Opening', property: 'key' },
  { label: 'Webhook', property: 'name' },
  { label: 'Delivery', property: 'id' },
  { label: 'GapSnapshot', property: 'key' },
  { label: 'Proposal', property: 'key' },
  { label: 'ProposedMember', property: 'id' },
];

/** Relationships from a whole to parts that are deleted with it. */
export const composition = [
  'HAS_TASK',
  'HAS_VERSION',
  'HAS_REVISION',
  'HAS_PAGE',
  'HAS_AVAILABILITY',
  'HAS_LOOK',
  'HAS_COHORT',
  'HAS_PROBLEM',
  'HAS_PROPOSAL',
  'HAS_MEMBER',
] as const;

/**
 * When evidence hangs on a node, or what never changes names it: it is then archived where others are deleted.
 */
export const inUse: Readonly<Record<NodeType, string>> = {
  Person: 'EXISTS { (node)<-[:BY|STATED_BY|TAKEN_BY|GIVEN_BY|HELPED|ATTESTED_BY|DECIDED_BY]-(:Evidence) }',
  Team: 'false',
  Skill:
    'EXISTS { (node)<-[:HAS_SKILL]-(:Person) } OR EXISTS { (node)<-[:ASSESSES]-(:QuestionVersion) } OR EXISTS { (node)<-[:CLAIMS|WITH]-(:Evidence) } OR EXISTS { (node)-[:READ_AS]-() }',
  Question:
    'EXISTS { (node)-[:HAS_VERSION]->(:QuestionVersion)<-[:TO|ON|ABOUT]-(:Evidence) } OR EXISTS { (node)-[:HAS_VERSION]->(:QuestionVersion)<-[:ASKS]-(:Page) }',
  QuestionVersion: 'EXISTS { (node)<-[:TO|ON|ABOUT]-(:Evidence) } OR EXISTS { (node)<-[:ASKS]-(:Page) }',
  Module:
    'EXISTS { (node)<-[:WITH]-(:Evidence) } OR EXISTS { (node)-[:HAS_REVISION]->(:Revision)<-[:OF|ON]-(:Evidence) } OR EXISTS { (node)-[:HAS_REVISION]->(:Revision)-[:HAS_PAGE]->(:Page)<-[:OF|ON]-(:Evidence) }',
  Revision:
    'EXISTS { (node)<-[:OF|ON]-(:Evidence) } OR EXISTS { (node)-[:HAS_PAGE]->(:Page)<-[:OF|ON]-(:Evidence) }',
  Page: 'EXISTS { (node)<-[:OF|ON]-(:Evidence) }',
  Project: 'false',
  Task: 'false',
  RoleTemplate: 'false',
};

/**
 * Cypher: whether a node uses another by this relationship, of whatever kind they are. Deleted without it, a node that is used
 * is one that the database refuses to delete: what was written since inUse was asked keeps its end.
 */
export function uses(user: string, relationship: string, used: string): string {
  return `startNode(${relationship}) = ${user} AND (${user}:Evidence OR type(${relationship}) IN ['HAS_SKILL', 'ASSESSES', 'ASKS'])
       OR ${used}:Skill AND type(${relationship}) = 'READ_AS'`;
}

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

/**
 * Properties that search reads, each with the one beside it that holds its words, folded, with blanks between them. Those
 * stand under a full-text index named LABEL_words, which cuts at blanks and does nothing else: one rule makes the words
 * of the index and those of a query. Of a list of texts each has its words.
 */
export const searchedProperties = {
  Skill: { name: 'nameWords', labels: 'labelWords', synonyms: 'synonymWords' },
  Person: { name: 'nameWords', email: 'emailWords' },
  Team: { name: 'nameWords' },
  Module: { name: 'nameWords', description: 'descriptionWords' },
  Project: { name: 'nameWords', description: 'descriptionWords' },
  RoleTemplate: { name: 'nameWords', description: 'descriptionWords' },
} as const;

/** A type of relationship at a node, and how it comes to the kept node when two become one. */
export interface MergedRelationship {
  readonly type: string;
  /** As seen from the node. */
  readonly direction: 'in' | 'out';
  /**
   * moved: each stands for itself. joinedBy: of two to the same node that agree in these properties the kept node's
   * stays, which a stored relationship has all of; it takes the lower, null the lowest, or the higher of what is named
   * so. part: leads to a part of the node; of two parts with this label that agree in these properties the kept one's
   * stays. relinked: to others of the same label, in which no circle may close. derived: dropped and computed again.
   * left: goes with the merged node, and a part that it leads to as well.
   */
  readonly merging:
    | 'moved'
    | 'relinked'
    | 'derived'
    | 'left'
    | {
        readonly joinedBy: readonly string[];
        readonly lower?: readonly string[];
        readonly higher?: readonly string[];
      }
    | { readonly part: string; readonly toldBy: readonly string[] };
  /** Whether it, or the part that it leads to, says when it changed: now, where it comes or becomes otherwise. */
  readonly dated?: true;
  /** The label of other nodes that count as changed with the relationship. */
  readonly changes?: NodeType;
  /** Property of the other node that repeats the node's internal id for an index: it is moved with the relationship. */
  readonly repeatedAs?: string;
  /** Property of the other node that says when it changed: now, where the relationship is moved. */
  readonly changedAs?: string;
}

/** Every type of relationship at a Person: one that is missing here keeps people from being merged, and fails a spec. */
export const relationshipsOfPerson: readonly MergedRelationship[] = [
  { type: 'IDENTIFIES', direction: 'in', merging: 'moved' },
  { type: 'BY', direction: 'in', merging: 'moved' },
  { type: 'STATED_BY', direction: 'in', merging: 'moved' },
  { type: 'TAKEN_BY', direction: 'in', merging: 'moved', repeatedAs: 'takenBy', changedAs: 'changedAt' },
  { type: 'GIVEN_BY', direction: 'in', merging: 'moved' },
  { type: 'HELPED', direction: 'in', merging: 'moved' },
  { type: 'ATTESTED_BY', direction: 'in', merging: 'moved' },
  { type: 'DECIDED_BY', direction: 'in', merging: 'moved' },
  { type: 'HAS_SKILL', direction: 'out', merging: 'derived' },
  { type: 'MEMBER_OF', direction: 'out', merging: { joinedBy: ['from'] }, dated: true },
  { type: 'LEADS', direction: 'out', merging: { joinedBy: [] } },
  { type: 'ASSIGNED_TO', direction: 'out', merging: { joinedBy: ['from'] }, dated: true },
  {
    type: 'HAS_AVAILABILITY',
    direction: 'out',
    merging: { part: 'Availability', toldBy: ['from'] },
    dated: true,
  },
  { type: 'AUTHORED', direction: 'out', merging: { joinedBy: [] } },
  { type: 'ENROLLED_IN', direction: 'out', merging: { joinedBy: ['from'] }, dated: true },
  { type: 'HAS_LOOK', direction: 'out', merging: 'moved', repeatedAs: 'person' },
  { type: 'MADE_BY', direction: 'in', merging: 'moved' },
  { type: 'FILLED_BY', direction: 'in', merging: 'moved' },
  { type: 'PROPOSES', direction: 'in', merging: 'moved' },
  { type: 'PROPOSED_BY', direction: 'in', merging: 'moved' },
  { type: 'CONFIRMED_BY', direction: 'in', merging: 'moved' },
  { type: 'ANSWERED_BY', direction: 'in', merging: { joinedBy: [] } },
  // The kept person stays where they are counted, or waits to be.
  { type: 'COUNTED_IN', direction: 'out', merging: 'left' },
];

/** Every property of a Person: where the kept person lacks one of `filled`, a merge takes it from the merged one. */
export const propertiesOfPerson: Readonly<Record<'filled' | 'own', readonly string[]>> = {
  filled: ['name', 'sortName', 'nameWords', 'email', 'emailWords', 'mailbox', 'photoUrl', 'timeZone'],
  // An active person has no end date: a duplicate that has one must not turn them into a leaver.
  own: [
    'id',
    'lock',
    'createdAt',
    'updatedAt',
    'archivedAt',
    'foldedAt',
    'foldedAttempt',
    'foldedId',
    'sitting',
    'general0',
    'general1',
    'activeUntil',
  ],
};

/** Every type of relationship at a Skill: one that is missing here keeps skills from being merged, and fails a spec. */
export const relationshipsOfSkill: readonly MergedRelationship[] = [
  { type: 'IDENTIFIES', direction: 'in', merging: 'moved' },
  { type: 'HAS_SKILL', direction: 'in', merging: 'derived' },
  { type: 'CLAIMS', direction: 'in', merging: 'moved' },
  { type: 'WITH', direction: 'in', merging: 'moved' },
  { type: 'ASSESSES', direction: 'in', merging: { joinedBy: [] } },
  // What either brings and leads to: from the lower level to the higher.
  {
    type: 'TEACHES',
    direction: 'in',
    merging: { joinedBy: [], lower: ['from'], higher: ['to'] },
    dated: true,
    changes: 'Module',
  },
  // Two statements of one need are one need: the greater of the two, and not their sum.
  {
    type: 'REQUIRES',
    direction: 'in',
    merging: { joinedBy: ['level'], higher: ['importance', 'headcount'] },
    dated: true,
    changes: 'RoleTemplate',
  },
  { type: 'SETS', direction: 'in', merging: { joinedBy: [] } },
  { type: 'SEEKS', direction: 'in', merging: { joinedBy: ['level'] } },
  { type: 'BROADER', direction: 'out', merging: 'relinked' },
  { type: 'BROADER', direction: 'in', merging: 'relinked' },
  { type: 'PREREQUISITE', direction: 'out', merging: 'relinked' },
  { type: 'PREREQUISITE', direction: 'in', merging: 'relinked' },
  { type: 'READ_AS', direction: 'out', merging: 'derived' },
  { type: 'READ_AS', direction: 'in', merging: 'derived' },
  // Nobody is counted twice in a skill: who was in a cohort of the merged one alone waits to be counted in the kept.
  { type: 'HAS_COHORT', direction: 'out', merging: 'left' },
  // That teams lack the kept skill shows anew, from the questions of both.
  { type: 'HAS_PROBLEM', direction: 'out', merging: 'left' },
];

/** Every property of a Skill: where the kept skill lacks one of `filled`, a merge takes it from the merged one. */
export const propertiesOfSkill: Readonly<Record<'filled' | 'joined' | 'own', readonly string[]>> = {
  filled: ['description', 'uri', 'type'],
  // Other words for it: those of the merged one are added, its name too.
  joined: ['labels', 'labelLanguages', 'labelWords', 'synonyms', 'synonymLanguages', 'synonymWords'],
  own: ['id', 'lock', 'name', 'sortName', 'nameWords', 'createdAt', 'updatedAt', 'archivedAt'],
};
