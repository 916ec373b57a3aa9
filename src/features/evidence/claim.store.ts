import { expectAll } from '../../graph/driver/errors';
import { Columns, type ColumnRow } from '../../graph/nouns/columns';
import { statement, type Handle, type Queries } from '../../graph/driver/statement';
import type { ClaimKind } from './claim.type';
import { inIdOrder } from './evidence-writing';

/** A claim as it is stored, with what it hangs on. */
export interface StoredClaim {
  readonly id: string;
  /** Digest of the content as given: tells a repetition from a conflict. */
  readonly hash: string;
  /** The same digest where skill, person and by are others, by internal id. */
  readonly hashAs: (skill: string, person: string, by?: string) => string;
  /** Internal id. */
  readonly person: string;
  /** Internal id of somebody else who states it; undefined for what is said of oneself, and for a credential. */
  readonly by: string | undefined;
  /** Internal id. */
  readonly skill: string;
  readonly nodes: { readonly person: Handle; readonly by: Handle | undefined };
  readonly content: {
    readonly at: number;
    readonly kind: ClaimKind;
    readonly level: number;
    readonly band: string | null;
    readonly issuer: string | null;
    readonly credential: string | null;
    readonly statement: string | null;
  };
}

// One that a withdrawal was waiting for takes the place that it holds. Setting takes the lock: what is there is read after.
const WRITE_CLAIMS = statement<{ id: string; withdrawn: boolean }>(
  'evidence.writeClaims',
  `UNWIND $claims AS claim
   MATCH (person:Person) WHERE id(person) = claim.person
   MATCH (skill:Skill {id: claim.skill})
   MERGE (evidence:Evidence {id: claim.id})
   ON CREATE SET evidence.withdrawn = false
   ON MATCH SET evidence.withdrawn = true
   WITH claim, person, skill, evidence WHERE evidence.hash IS NULL
   REMOVE evidence:Awaited
   SET evidence:Claim, evidence += claim.content, evidence.hash = claim.hash, evidence.recordedAt = $recordedAt
   CREATE (evidence)-[:BY]->(person)
   CREATE (evidence)-[:CLAIMS]->(skill)
   WITH claim, evidence
   CALL (claim, evidence) {
     MATCH (by:Person) WHERE id(by) = claim.by
     CREATE (evidence)-[:STATED_BY]->(by)
   }
   RETURN evidence.id AS id, evidence.withdrawn AS withdrawn`,
);

/** A claim as evidence holds it. */
export interface HeldClaim {
  readonly id: string;
  readonly at: number;
  readonly kind: ClaimKind;
  readonly level: number;
  readonly issuer: string | null;
  /** Internal id, as the next ones. */
  readonly skill: string;
  readonly person: string;
  /** Somebody else who states it; null for what is said of oneself, and for a credential. */
  readonly by: string | null;
}

export const heldClaim = new Columns<HeldClaim>({
  id: '.id',
  at: '.at',
  kind: '.kind',
  level: '.level',
  issuer: '.issuer',
  skill: 'skill.id',
  person: 'person.id',
  by: 'head([(claim)-[:STATED_BY]->(by:Person) | by.id])',
});

/** One person's accepted, not withdrawn claims: what a fold reads. */
export interface ClaimsOfPerson {
  readonly person: string;
  readonly claims: readonly ColumnRow<HeldClaim>[];
}

const CLAIMS_OF_PEOPLE = statement<ClaimsOfPerson>(
  'evidence.claimsOfPeople',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN key AS person,
          [(person)<-[:BY]-(claim:Claim)-[:CLAIMS]->(skill:Skill) WHERE NOT claim.withdrawn |
           ${heldClaim.list('claim')}] AS claims`,
);

export function claimsOfPeople(queries: Queries, people: readonly string[]): Promise<ClaimsOfPerson[]> {
  return people.length === 0 ? Promise.resolve([]) : queries.query(CLAIMS_OF_PEOPLE, { people });
}

/**
 * Writes new claims and gives the ids of those that count: one that a withdrawal was waiting for is withdrawn from the
 * start, also where the withdrawal came after it was looked for.
 */
export async function writeClaims(
  tx: Queries,
  claims: readonly StoredClaim[],
  recordedAt: number,
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const written = await tx.query(WRITE_CLAIMS, {
    claims: inIdOrder(claims, ({ id }) => id).map(({ id, hash, skill, nodes, content }) => {
      const { person, by = null } = nodes;
      return { id, hash, skill, person, by, content };
    }),
    recordedAt,
  });
  expectAll(written.length, claims.length);
  return new Set(written.flatMap(({ id, withdrawn }) => (withdrawn ? [] : [id])));
}

const STATED_ABOUT = statement<{ person: string; claimants: string[] }>(
  'evidence.statedAbout',
  `UNWIND $claimants AS key
   MATCH (claimant:Person {id: key})<-[:STATED_BY]-(claim:Claim)-[:BY]->(person:Person)
   WHERE NOT claim.withdrawn
   RETURN person.id AS person, collect(DISTINCT key) AS claimants`,
);

/** Who is claimed about by which of these people, internal ids; what people state of themselves is left out. */
export function statedAbout(
  queries: Queries,
  claimants: readonly string[],
): Promise<{ readonly person: string; readonly claimants: readonly string[] }[]> {
  return claimants.length === 0 ? Promise.resolve([]) : queries.query(STATED_ABOUT, { claimants });
}
