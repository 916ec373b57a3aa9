import { statement, type Queries } from '../../graph/driver/statement';
import type { Role, Scope } from './viewer';

/** A token that was issued; what it proves is in the token itself, which is kept nowhere. */
export interface TokenRow {
  /** As the token carries it. */
  id: string;
  name: string;
  role: Role;
  /** Internal id of the person behind it; null for a program. */
  person: string | null;
  /** All that it opens; null where it opens whatever the role may. */
  scopes: Scope[] | null;
  /** Epoch milliseconds, as are the following. */
  issuedAt: number;
  expiresAt: number;
  revokedAt: number | null;
  /** When its end was put off last. */
  renewedAt: number | null;
}

const ISSUE = statement(
  'access.issueToken',
  `MERGE (token:Token {id: $token.id}) ON CREATE SET token += $token`,
);

export async function recordToken(tx: Queries, token: TokenRow): Promise<void> {
  await tx.query(ISSUE, { token });
}

export const tokenColumns = `token.id AS id, token.name AS name, token.role AS role, token.person AS person,
          token.scopes AS scopes, token.issuedAt AS issuedAt, token.expiresAt AS expiresAt,
          token.revokedAt AS revokedAt, token.renewedAt AS renewedAt`;

const LIST = statement<TokenRow>(
  'access.tokens',
  `MATCH (token:Token) WHERE token.expiresAt > $now
   RETURN ${tokenColumns}
   ORDER BY issuedAt, id`,
  'Tokens are issued by hand, and their list is all of them.',
);

/** The tokens that have not expired, the oldest first. */
export function tokensAt(queries: Queries, now: number): Promise<TokenRow[]> {
  return queries.query(LIST, { now });
}

const REVOKE = statement<TokenRow>(
  'access.revokeTokens',
  `UNWIND $ids AS id
   MATCH (token:Token {id: id}) WHERE $allTokens OR token.person = $holder
   SET token.revokedAt = coalesce(token.revokedAt, $now)
   RETURN ${tokenColumns}`,
);

/** Ends tokens, everybody's or those of the person who holds them; gives those that there are. */
export function revokeTokens(
  tx: Queries,
  ids: readonly string[],
  now: number,
  open: { readonly allTokens: boolean; readonly holder: string | null } = { allTokens: true, holder: null },
): Promise<TokenRow[]> {
  return tx.query(REVOKE, { ids: [...new Set(ids)].sort(), now, ...open });
}

const RENEW = statement<TokenRow>(
  'access.renewToken',
  `MATCH (token:Token {id: $id}) WHERE token.revokedAt IS NULL
   SET token.renewedAt = $now,
       token.expiresAt = CASE WHEN token.expiresAt > $expiresAt THEN token.expiresAt ELSE $expiresAt END
   RETURN ${tokenColumns}`,
);

/** Puts a token's end off to a moment, or leaves it later; undefined where there is none of this id, or it was revoked. */
export async function renewToken(
  tx: Queries,
  renewed: { readonly id: string; readonly now: number; readonly expiresAt: number },
): Promise<TokenRow | undefined> {
  const [row] = await tx.query(RENEW, renewed);
  return row;
}

/** What a token names: its own id where it has one, and the person behind it where there is one. */
export interface TokenNames {
  readonly id: string | null;
  readonly person: string | null;
}

/** What has become of a token and of the person behind it. */
export interface TokenState {
  issued: boolean;
  revokedAt: number | null;
  present: boolean;
  merged: boolean;
  activeUntil: number | null;
}

const STATES = statement<TokenState & { position: number }>(
  'access.tokenStates',
  `UNWIND range(0, size($tokens) - 1) AS position
   WITH position, $tokens[position] AS given
   OPTIONAL MATCH (token:Token {id: given.id})
   OPTIONAL MATCH (person:Person {id: given.person})
   OPTIONAL MATCH (merged:MergedId {key: given.person})
   RETURN toFloat(position) AS position, token IS NOT NULL AS issued, token.revokedAt AS revokedAt,
          person IS NOT NULL AS present, merged IS NOT NULL AS merged, person.activeUntil AS activeUntil`,
);

/** In the order of what is asked. */
export async function tokenStates(queries: Queries, tokens: readonly TokenNames[]): Promise<TokenState[]> {
  const rows = await queries.query(STATES, { tokens });
  return rows.sort((one, other) => one.position - other.position);
}
