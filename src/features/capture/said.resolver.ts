import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection, ListArguments } from '../../shared/connection';
import { Costs } from '../../shared/field-extensions';
import { individuals, VisibleTo } from '../access/policy';
import { moduleByKey, pageByKey, revisionByKey } from '../modules/module.loader';
import { Module } from '../modules/module.type';
import { Page } from '../modules/page.type';
import { Revision } from '../modules/revision.type';
import { Person } from '../people/person.type';
import { questionVersionByKey } from '../questions/question.loader';
import { QuestionVersion } from '../questions/question-version.type';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import { feedbackOfPerson } from './feedback.list';
import { Feedback, FeedbackConnection, FeedbackListArguments } from './feedback.type';
import { helpGivenBy, helpReceivedBy } from './help.list';
import { Help, HelpConnection, HelpListArguments } from './help.type';
import { refuseOthers } from './own';
import { summaryOfFeedback, summaryOfHelp } from './said-summary';

const onlyTheirs =
  'Only the person may see it so: null, and FORBIDDEN in the errors, for everybody else, whatever their role (viewerCanSeeAccessLog is false).';

@Resolver(() => Person)
export class PersonSaidResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => FeedbackConnection, {
    nullable: true,
    description: `What the person said of content, withdrawn feedback included. ${onlyTheirs}`,
  })
  async feedback(
    @Root() person: Person,
    @Args(() => FeedbackListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Feedback>> {
    await refuseOthers(context, person, 'Who said what of content');
    return feedbackOfPerson.pageUnder(context, person.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => HelpConnection, {
    nullable: true,
    description: `Whom the person helped, withdrawn help included. ${onlyTheirs}`,
  })
  async helpGiven(
    @Root() person: Person,
    @Args(() => HelpListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Help>> {
    await refuseOthers(context, person, 'Whom somebody helped');
    return helpGivenBy.pageUnder(context, person.key, given);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => HelpConnection, {
    nullable: true,
    description: `Who helped the person, withdrawn help included. ${onlyTheirs}`,
  })
  async helpReceived(
    @Root() person: Person,
    @Args(() => HelpListArguments) given: ListArguments,
    @Ctx() context: RequestContext,
  ): Promise<Connection<Help>> {
    await refuseOthers(context, person, 'Who helped somebody');
    return helpReceivedBy.pageUnder(context, person.key, given);
  }
}

function namedBy<Node>(
  context: RequestContext,
  read: BatchRead<string, Node | null, null>,
  key: string | null,
): Promise<Node | null> {
  return key === null ? Promise.resolve(null) : load(context, read, key, null);
}

@Resolver(() => Feedback)
export class FeedbackResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Module, {
    nullable: true,
    description: 'The module that it is on, or whose page; null where it is on a question.',
  })
  module(@Root() { moduleKey }: Feedback, @Ctx() context: RequestContext): Promise<Module | null> {
    return namedBy(context, moduleByKey, moduleKey);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Revision, {
    nullable: true,
    description: 'The revision that it is on, or whose page; null where it is on a question.',
  })
  revision(@Root() { revisionKey }: Feedback, @Ctx() context: RequestContext): Promise<Revision | null> {
    return namedBy(context, revisionByKey, revisionKey);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => Page, {
    nullable: true,
    description: 'The page that it is on; null where it is on a whole revision or a question.',
  })
  page(@Root() { pageKey }: Feedback, @Ctx() context: RequestContext): Promise<Page | null> {
    return namedBy(context, pageByKey, pageKey);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => QuestionVersion, {
    nullable: true,
    description: 'The version of a question that it is on; null where it is on a module.',
  })
  version(@Root() { versionKey }: Feedback, @Ctx() context: RequestContext): Promise<QuestionVersion | null> {
    return namedBy(context, questionVersionByKey, versionKey);
  }

  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() feedback: Feedback): string {
    return summaryOfFeedback(feedback);
  }
}

@Resolver(() => Help)
export class HelpResolver {
  @VisibleTo(individuals)
  @Costs(1)
  @FieldResolver(() => String, { description: 'The same in one plain sentence.' })
  summary(@Root() help: Help): string {
    return summaryOfHelp(help);
  }
}
