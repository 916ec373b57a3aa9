import { Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { Items } from '../../shared/items-argument';
import { individuals, VisibleTo } from '../access/policy';
import { WithdrawalInput } from '../evidence/answer.input';
import { RecordEvidencePayload } from '../evidence/answer.type';
import type { RequestContext } from '../request/context';
import { FeedbackInput } from './feedback.input';
import { recordFeedback } from './feedback.service';
import { HelpInput } from './help.input';
import { recordHelp } from './help.service';
import { withdrawOwn } from './own-evidence';

/** Evidence that people record themselves. */
@Resolver()
export class OwnEvidenceResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 items of help in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again. Everybody may attest help that they were given, a lead also help that current members of teams that they lead were given; nobody attests help that they gave: such items are FORBIDDEN. Their sources, at most 120 characters, are kept apart from those of others. HR and admin may record any. No level moves.',
  })
  recordHelp(
    @Items(() => HelpInput, 'Up to 1,000 items of help, in any order.')
    items: HelpInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordHelp(context, items);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 items of help: they stay on record but no longer count. Everybody may withdraw what they attested, HR and admin any. A withdrawal may arrive before its item. Safe to send again.',
  })
  withdrawHelp(
    @Items(() => WithdrawalInput, 'Up to 1,000 withdrawals.')
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawOwn('help', context, items);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 items of feedback in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again. Everybody may say what they think themselves; what is said for others is FORBIDDEN. Their sources, at most 120 characters, are kept apart from those of others. HR and admin may record any. No level moves.',
  })
  recordFeedback(
    @Items(() => FeedbackInput, 'Up to 1,000 items of feedback, in any order.')
    items: FeedbackInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordFeedback(context, items);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 items of feedback: they stay on record but no longer count. Everybody may withdraw what they said themselves, HR and admin any. A withdrawal may arrive before its item. Safe to send again.',
  })
  withdrawFeedback(
    @Items(() => WithdrawalInput, 'Up to 1,000 withdrawals.')
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawOwn('feedback', context, items);
  }
}
