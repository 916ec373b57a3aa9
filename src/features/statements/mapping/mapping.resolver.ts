import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { BadInputError } from '../../../shared/errors';
import { Costs } from '../../../shared/field-extensions';
import { organisation, VisibleTo } from '../../access/policy';
import type { RequestContext } from '../../request/context';
import { reasons } from '../profiles/reasons';
import { readAgain } from './rereading.service';
import { unmappedGroups, unmappedTotals } from './xapi-report.store';
import { XapiReport, XapiReportArguments } from './xapi-report.type';

const mostGroups = 1_000;

@Resolver()
export class MappingResolver {
  @VisibleTo(organisation)
  @Costs(({ first }) => (typeof first === 'number' ? first : mostGroups))
  @Query(() => XapiReport, {
    description:
      'What statements of learning platforms are kept without being evidence, and why: by platform, verb and activity, with one example each. Map their activities with saveActivityMappings. BAD_USER_INPUT where first is out of range.',
  })
  async xapiReport(
    @Args(() => XapiReportArguments) { first, platform = null, reason = null }: XapiReportArguments,
    @Ctx() { database }: RequestContext,
  ): Promise<XapiReport> {
    if (first < 1 || first > mostGroups)
      throw new BadInputError(`first: must be a whole number from 1 to ${String(mostGroups)}.`);
    const [totals, groups] = await Promise.all([
      unmappedTotals(database),
      unmappedGroups(database, { platform, reason, limit: first }),
    ]);
    return {
      ...totals,
      groups: groups.map((group) => ({ ...group, summary: `Kept, not mapped: ${reasons[group.reason]}.` })),
    };
  }

  @VisibleTo(organisation)
  @Costs(1)
  @Mutation(() => XapiReport, {
    description:
      'Reads kept statements again that may be evidence by now, in the background, some at a time: after people, modules or questions were saved that statements are about. Answers with how many wait as it begins; groups is empty.',
  })
  async readStatementsAgain(@Ctx() context: RequestContext): Promise<XapiReport> {
    const totals = await unmappedTotals(context.database);
    readAgain(context, null);
    return { ...totals, groups: [] };
  }
}
