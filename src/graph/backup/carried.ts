import { relationshipsOfPerson, uniqueness } from '../nouns/model';

/** Nodes without a key of their own: they are carried with the whole that they belong to, and all their relationships. */
export interface CarriedPart {
  readonly label: string;
  readonly whole: string;
  readonly type: string;
}

/** Written while others read, like evidence: it does not count as a change of the catalogue. */
const look: CarriedPart = { label: 'Look', whole: 'Person', type: 'HAS_LOOK' };
const availability: CarriedPart = { label: 'Availability', whole: 'Person', type: 'HAS_AVAILABILITY' };
export const parts = { look, availability };

/** Labels whose nodes have a unique key, by label. What graph/nouns/model adds is carried with it. */
export const keys: ReadonlyMap<string, string> = new Map(
  uniqueness.filter(({ label }) => label !== look.label).map(({ label, property }) => [label, property]),
);

/** Immutable and only added to. Its further labels say of what kind it is. */
export const evidenceLabel = 'Evidence';

/**
 * Statements of learning platforms and what belongs to them, in the order in which they are read: added to meanwhile, like
 * evidence. What is found by a mention is read before it. Each with how many nodes are read at a time: some are long.
 */
export const ofStatements: ReadonlyMap<string, number> = new Map([
  ['Statement', 200],
  ['Mention', 2_000],
  ['Definition', 500],
  ['Attachment', 1],
]);

/** What evidence with a label hangs on, by its properties: an item that lacks some of it is about to be committed. */
export const hangsOn: Readonly<
  Record<string, (properties: Readonly<Record<string, unknown>>) => readonly string[]>
> = {
  Answer: () => ['BY', 'TO'],
  Withdrawal: () => ['ABOUT'],
  Claim: ({ kind }) =>
    kind === 'PEER' || kind === 'LEAD' ? ['BY', 'CLAIMS', 'STATED_BY'] : ['BY', 'CLAIMS'],
  Visit: () => ['TAKEN_BY', 'OF'],
  PageView: () => ['DURING', 'OF'],
  VideoView: () => ['DURING', 'OF'],
  Help: ({ attested }) => ['GIVEN_BY', 'HELPED', 'WITH', ...(attested === true ? ['ATTESTED_BY'] : [])],
  Feedback: () => ['GIVEN_BY', 'ON'],
  Decision: ({ signed }) => ['ABOUT', ...(signed === true ? ['DECIDED_BY'] : [])],
};

/** Not carried, since it is created again: by the migrations, by transactions, and by the fold of the evidence. */
export const derived = {
  labels: ['Installation', 'Attempt', 'Feed', 'Lane', 'Change', 'Diagnosis', 'OpenGap'],
  relationships: relationshipsOfPerson.filter(({ merging }) => merging === 'derived').map(({ type }) => type),
  properties: {
    Person: ['foldedAt', 'foldedAttempt', 'foldedId', 'sitting', 'general0', 'general1'],
    QuestionVersion: ['unread'],
  } as Readonly<Record<string, readonly string[]>>,
};

/** Every label that a backup carries, also as one of several. */
export const carriedLabels: readonly string[] = [
  ...keys.keys(),
  ...Object.values(parts).map(({ label }) => label),
  ...Object.keys(hangsOn),
  'Awaited',
];

/** The label among these under which a node has its key, and the name of that property. */
export function keyOf(labels: readonly string[]): { label: string; name: string } | undefined {
  for (const label of labels) {
    const name = keys.get(label);
    if (name !== undefined) return { label, name };
  }
  return undefined;
}
