import { folded } from '../../shared/folding';
import { externalNameOf } from '../../shared/ids';
import type { HeldClaim } from './claim.store';
import { ClaimKind } from './claim.type';

/**
 * Who states a claim, as claims count once a claimant: a person, whether as a peer, as a lead or about themselves; of a
 * credential whoever issued it, by name, in whatever case and accents, or where that is not known the source that it was
 * recorded from.
 */
export function claimantOf({ kind, id, person, by, issuer }: HeldClaim): string {
  if (kind !== ClaimKind.CREDENTIAL) return `person ${by ?? person}`;
  return issuer === null ? `source ${externalNameOf(id).source}` : `issuer ${folded(issuer)}`;
}
