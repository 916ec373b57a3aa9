import { z } from 'zod';
import { text } from '../../shared/checks';
import { Batch, notThere } from '../../shared/items';
import { EndedTokens } from '../access/token-check';
import { revokeTokens } from '../access/token.store';
import type { RequestContext } from '../request/context';
import { tokenOf, tokensOpenTo } from './token.list';
import type { RevokeTokensPayload, TokenReferenceInput } from './token.type';

const referenceCheck = z.object({ id: text(200) });

/**
 * Ends tokens that the viewer may see: at once on this server, within a second on others. One that was revoked before
 * stays revoked as it was; one of somebody else is answered as one that there is not.
 */
export async function revoke(
  { database, viewer, now, background }: RequestContext,
  items: readonly TokenReferenceInput[],
): Promise<RevokeTokensPayload> {
  const checked = Batch.check(items, referenceCheck);
  const ids = checked.good.map(({ value }) => value.id);
  const rows = await database.transaction((tx) => revokeTokens(tx, ids, now, tokensOpenTo(viewer)));
  background.keep(EndedTokens).add(rows.map(({ id }) => id));
  const found = new Map(rows.map((row) => [row.id, row]));
  const batch = checked.map(({ value }) => found.get(value.id) ?? notThere('token'));
  const revoked = new Map(batch.good.map(({ index, value }) => [index, tokenOf(value)]));
  return { tokens: items.map((_, index) => revoked.get(index) ?? null), errors: batch.errors };
}
