import { Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { Items } from '../../shared/items-argument';
import { individuals, organisation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { AnswerInput, WithdrawalInput } from '../evidence/answer.input';
import { RecordEvidencePayload } from '../evidence/answer.type';
import { ClaimInput } from '../evidence/claim.input';
import { recordClaims } from './claims.service';
import { recordAnswers } from './recording.service';
import { withdrawEvidence } from './withdrawals.service';

@Resolver()
export class RecordingResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 answers and updates the mastery they are evidence for, in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again.',
  })
  recordAnswers(
    @Items(() => AnswerInput, 'Up to 1,000 answers, in any order.')
    items: AnswerInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordAnswers(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 answers: they stay on record but no longer count. A withdrawal may arrive before its answer. Safe to send again.',
  })
  withdrawAnswers(
    @Items(() => WithdrawalInput, 'Up to 1,000 withdrawals.')
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawEvidence('answer', context, items);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 claims in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again. Everybody may state SELF claims about themselves, and a lead may state LEAD claims about current members of teams that they lead; other items from them are FORBIDDEN. Their sources, at most 120 characters, are kept apart from those of others, as Claim.externalId shows. HR and admin may record any claim. Of the claims by one claimant about a person in a skill the latest alone counts.',
  })
  recordClaims(
    @Items(() => ClaimInput, 'Up to 1,000 claims, in any order.')
    items: ClaimInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordClaims(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 claims: they stay on record but no longer count. A withdrawal may arrive before its claim. Safe to send again.',
  })
  withdrawClaims(
    @Items(() => WithdrawalInput, 'Up to 1,000 withdrawals.')
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawEvidence('claim', context, items);
  }
}
