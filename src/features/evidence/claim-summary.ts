import { levelInWords } from '../../shared/bands';
import { ClaimKind, type Claim } from './claim.type';

/** A claim in one plain sentence. */
export function summaryOfClaim(claim: Claim): string {
  const { person, skill, kind, level, band, at, withdrawn } = claim;
  const when = `on ${at.toISOString().slice(0, 10)}${withdrawn ? ' and withdrawn since' : ''}`;
  const whose = kind === ClaimKind.SELF ? 'their own level' : `the level of ${person.name}`;
  return `Claimed by ${claimantOf(claim)} ${when}: ${whose} in ${skill.name} is ${levelInWords(level, band)}.`;
}

function claimantOf({ kind, person, by, issuer, credential }: Claim): string {
  switch (kind) {
    case ClaimKind.SELF:
      return person.name;
    case ClaimKind.PEER:
      return `${by?.name ?? 'someone'} as a peer`;
    case ClaimKind.LEAD:
      return `${by?.name ?? 'someone'} as a lead`;
    case ClaimKind.CREDENTIAL:
      return `${credential ?? 'a credential'}${issuer === null ? '' : ` of ${issuer}`}`;
  }
}
