import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../access/context';
import { WithdrawalInput } from '../evidence/answer.input';
import { RecordEvidencePayload } from '../evidence/answer.type';
import { ClaimInput } from '../evidence/claim.input';
import { recordClaims } from './claims.service';
import { withdrawEvidence } from './recording.service';

@Resolver()
export class ClaimRecordingResolver {
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 claims in one transaction: what is acknowledged is durable. A bad item is named in errors and costs no other. Safe to send again. Everybody may state SELF claims about themselves, a lead LEAD claims by themselves about members of teams that they lead now; other items of theirs are FORBIDDEN.',
  })
  recordClaims(
    @Arg('items', () => [ClaimInput], { description: 'Up to 1,000 claims, in any order.' })
    items: ClaimInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordClaims(context, items);
  }

  @Mutation(() => RecordEvidencePayload, {
    description:
      'Takes back up to 1,000 claims: they stay on record and count no more. Also before they arrive. Safe to send again.',
  })
  withdrawClaims(
    @Arg('items', () => [WithdrawalInput], { description: 'Up to 1,000 withdrawals.' })
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawEvidence('claim', context, items);
  }
}
