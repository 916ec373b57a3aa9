import { roleNames } from '../access/role.type';
import { tokenColumns, type TokenRow } from '../access/token.store';
import type { Viewer } from '../access/viewer';
import { NodeList } from '../nouns/lists';
import type { Token } from './token.type';

/** Whose tokens a viewer may see and revoke: an admin everybody's, others those of the person behind their own. */
export function tokensOpenTo({ role, personKey }: Viewer): {
  readonly allTokens: boolean;
  readonly holder: string | null;
} {
  return { allTokens: role === 'admin', holder: personKey ?? null };
}

export const tokenList = new NodeList<TokenRow, Token>(
  {
    name: 'tokens.list',
    nested: false,
    match: 'MATCH (token:Token)',
    where: ['($allTokens OR token.person = $holder)'],
    filters: { active: { where: '(token.revokedAt IS NULL AND token.expiresAt > $now) = $filter.active' } },
    // Internal ids rise with the time.
    orders: { ISSUED_AT: [['token.id', 'string']] },
    columns: tokenColumns,
  },
  ({ viewer, now }) => ({ parameters: { now, ...tokensOpenTo(viewer) }, nodeOf: tokenOf }),
);

export function tokenOf({
  person,
  role,
  issuedAt,
  expiresAt,
  revokedAt,
  renewedAt,
  ...row
}: TokenRow): Token {
  return {
    ...row,
    personKey: person,
    role: roleNames[role],
    issuedAt: new Date(issuedAt),
    expiresAt: new Date(expiresAt),
    revokedAt: revokedAt === null ? null : new Date(revokedAt),
    renewedAt: renewedAt === null ? null : new Date(renewedAt),
  };
}
