import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { organisation, VisibleTo } from '../access/policy';
import { WithdrawalInput } from '../evidence/answer.input';
import { RecordEvidencePayload } from '../evidence/answer.type';
import type { RequestContext } from '../request/context';
import { PageViewInput } from './page-view.input';
import { VideoViewInput } from './video-view.input';
import { recordPageViews, recordVideoViews } from './view.service';
import { VisitInput } from './visit.input';
import { recordVisits, withdrawLearning } from './visit.service';

@Resolver()
export class CaptureResolver {
  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 visits in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again, in any order: views of a visit may be there before it. A later item of the same id that says completedAt or endedAt for the first time adds it and counts as recorded; another value than the one accepted is a CONFLICT. No level moves.',
  })
  recordVisits(
    @Arg('items', () => [VisitInput], { description: 'Up to 1,000 visits, in any order.' })
    items: VisitInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordVisits(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 visits: they stay on record but no longer count, nor do their page views and video views. A withdrawal may arrive before its visit. Safe to send again.',
  })
  withdrawVisits(
    @Arg('items', () => [WithdrawalInput], { description: 'Up to 1,000 withdrawals.' })
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawLearning('visit', context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 page views in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again, in any order: a view may be there before its visit. No level moves.',
  })
  recordPageViews(
    @Arg('items', () => [PageViewInput], { description: 'Up to 1,000 page views, in any order.' })
    items: PageViewInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordPageViews(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 page views: they stay on record but no longer count. A withdrawal may arrive before its page view. Safe to send again.',
  })
  withdrawPageViews(
    @Arg('items', () => [WithdrawalInput], { description: 'Up to 1,000 withdrawals.' })
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawLearning('pageView', context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Records up to 1,000 video views in one transaction: what the result reports as accepted is stored durably. A bad item is reported in errors and does not affect the others. Safe to send again, in any order: a view may be there before its visit. No level moves.',
  })
  recordVideoViews(
    @Arg('items', () => [VideoViewInput], { description: 'Up to 1,000 video views, in any order.' })
    items: VideoViewInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return recordVideoViews(context, items);
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => RecordEvidencePayload, {
    description:
      'Withdraws up to 1,000 video views: they stay on record but no longer count. A withdrawal may arrive before its video view. Safe to send again.',
  })
  withdrawVideoViews(
    @Arg('items', () => [WithdrawalInput], { description: 'Up to 1,000 withdrawals.' })
    items: WithdrawalInput[],
    @Ctx() context: RequestContext,
  ): Promise<RecordEvidencePayload> {
    return withdrawLearning('videoView', context, items);
  }
}
