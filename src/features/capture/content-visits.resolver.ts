import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import type { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { Revision } from '../modules/revision.type';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { reachOfPage, visitCountsOfModule, visitCountsOfRevision } from './content-visits.loader';
import { PageReach, PageReachResult, VisitCounts, VisitCountsResult } from './content-visits.type';

@Resolver(() => Module)
export class ModuleVisitsResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => VisitCountsResult, {
    description: 'How people fared with the module, in any of its revisions.',
  })
  visits(@Root() module: Module, @Ctx() context: RequestContext): Promise<VisitCounts | Withheld> {
    return load(context, visitCountsOfModule, module.key, null);
  }
}

@Resolver(() => Revision)
export class RevisionVisitsResolver {
  @VisibleTo(judging)
  @Costs(500)
  @FieldResolver(() => VisitCountsResult, { description: 'How people fared with this revision.' })
  visits(@Root() revision: Revision, @Ctx() context: RequestContext): Promise<VisitCounts | Withheld> {
    return load(context, visitCountsOfRevision, revision.key, null);
  }
}

@Resolver(() => Page)
export class PageVisitsResolver {
  @VisibleTo(judging)
  @Costs(50)
  @FieldResolver(() => PageReachResult, {
    description: 'How many people reached the page.',
  })
  visits(@Root() page: Page, @Ctx() context: RequestContext): Promise<PageReach | Withheld> {
    return load(context, reachOfPage, page.key, null);
  }
}
