import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { judging, VisibleTo } from '../access/policy';
import { fewPeople, withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { capitalized } from '../../shared/words';
import { contentFeedback } from './content-feedback';
import { feedbackOnContent, type Judged } from './content-feedback.read';
import { ContentFeedbackResult, type ContentFeedback } from './content-feedback.type';

function feedbackFiguresOn(what: Judged): BatchRead<string, ContentFeedback | Withheld, null> {
  return async ({ database }, keys) => {
    const feedback = await feedbackOnContent(database, what, keys);
    return keys.map(
      (key) =>
        contentFeedback(feedback.get(key) ?? []) ??
        withheld(
          `${capitalized(fewPeople)} people said something of this ${what}: too few to show any of it.`,
        ),
    );
  };
}

const feedbackOnModule = feedbackFiguresOn('module');
const feedbackOnPage = feedbackFiguresOn('page');
const feedbackOnQuestion = feedbackFiguresOn('question');

@Resolver(() => Module)
export class ModuleFeedbackResolver {
  @VisibleTo(judging)
  @Costs(100)
  @FieldResolver(() => ContentFeedbackResult, {
    description: 'What people say of the module and its pages, of all its revisions.',
  })
  feedback(@Root() module: Module, @Ctx() context: RequestContext): Promise<ContentFeedback | Withheld> {
    return load(context, feedbackOnModule, module.key, null);
  }
}

@Resolver(() => Page)
export class PageFeedbackResolver {
  @VisibleTo(judging)
  @Costs(50)
  @FieldResolver(() => ContentFeedbackResult, { description: 'What people say of the page.' })
  feedback(@Root() page: Page, @Ctx() context: RequestContext): Promise<ContentFeedback | Withheld> {
    return load(context, feedbackOnPage, page.key, null);
  }
}

@Resolver(() => QuestionVersion)
export class QuestionVersionFeedbackResolver {
  @VisibleTo(judging)
  @Costs(50)
  @FieldResolver(() => ContentFeedbackResult, {
    description: 'What people say of this version of the question.',
  })
  feedback(
    @Root() version: QuestionVersion,
    @Ctx() context: RequestContext,
  ): Promise<ContentFeedback | Withheld> {
    return load(context, feedbackOnQuestion, version.key, null);
  }
}
