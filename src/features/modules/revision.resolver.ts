import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { everyone, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import { QuestionVersion } from '../questions/question-version.type';
import { moduleByKey, revisionByKey } from './module.loader';
import { Module } from './module.type';
import {
  AskedQuestion,
  AskedQuestionConnection,
  AskedQuestionListArguments,
  AskingPageListArguments,
  Page,
  PageConnection,
  PageListArguments,
} from './page.type';
import { pagesAskingVersion, pagesOfRevision, questionsOfPage } from './revision.list';
import { Revision } from './revision.type';

@Resolver(() => Revision)
export class RevisionResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Module, { description: 'The module that this is a revision of.' })
  module(@Root() revision: Revision, @Ctx() context: RequestContext): Promise<Module | null> {
    return load(context, moduleByKey, revision.moduleKey, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => PageConnection, { description: 'The pages, in order; at most 500.' })
  pages(
    @Root() revision: Revision,
    @Args(() => PageListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Page>> {
    return pagesOfRevision.pageUnder(context, revision.key, given);
  }
}

@Resolver(() => Page)
export class PageResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => Revision, { description: 'The revision that the page belongs to.' })
  revision(@Root() page: Page, @Ctx() context: RequestContext): Promise<Revision | null> {
    return load(context, revisionByKey, page.revisionKey, null);
  }

  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => AskedQuestionConnection, {
    description: 'The questions that the page asks, in order; empty where it asks none.',
  })
  questions(
    @Root() page: Page,
    @Args(() => AskedQuestionListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<AskedQuestion>> {
    return questionsOfPage.pageUnder(context, page.key, given);
  }
}

@Resolver(() => QuestionVersion)
export class VersionPagesResolver {
  @VisibleTo(everyone)
  @Costs(1)
  @FieldResolver(() => PageConnection, {
    description: 'The pages of current and former revisions that ask this version.',
  })
  askedIn(
    @Root() version: QuestionVersion,
    @Args(() => AskingPageListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Page>> {
    return pagesAskingVersion.pageUnder(context, version.key, given);
  }
}
