import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';
import { QuestionVersion } from '../questions/question-version.type';

export enum PageKind {
  SLIDE = 'SLIDE',
  TEXT = 'TEXT',
  VIDEO = 'VIDEO',
  QUIZ = 'QUIZ',
  EXERCISE = 'EXERCISE',
  OTHER = 'OTHER',
}
registerEnumType(PageKind, {
  name: 'PageKind',
  description: 'The kind of a page.',
  valuesConfig: {
    SLIDE: { description: 'One slide of a presentation.' },
    TEXT: { description: 'A text to read, or a section of one.' },
    VIDEO: { description: 'A video, or a part of one.' },
    QUIZ: { description: 'Questions to answer.' },
    EXERCISE: { description: 'A task to do and hand in.' },
    OTHER: { description: 'Anything else, or not stated.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'One step of a revision: a slide, a section, a part of a video, a quiz. It belongs to this revision alone, and its number identifies it there.',
  simpleResolvers: true,
})
export class Page extends Node {
  /** Internal id. */
  key!: string;
  /** Internal id of the revision. */
  revisionKey!: string;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Position in the revision, from 1.' })
  number!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'Title of the page; null where it has none.',
  })
  title!: string | null;
  @VisibleTo(everyone)
  @Field(() => PageKind, { description: 'The kind of page; OTHER where not stated.' })
  kind!: PageKind;
  @VisibleTo(everyone)
  @Field(() => Int, {
    nullable: true,
    description:
      'How long the authors expect a learner to need for the page, in seconds, 1 to 86,400; null where not stated. It is not measured.',
  })
  expectedSeconds!: number | null;
}

@InputType({ description: 'Conditions on pages of a revision.' })
export class PageFilter {
  @Field(() => [PageKind], { nullable: true, description: 'Only pages of one of these kinds.' })
  kinds?: PageKind[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only pages that ask any version of the question with this global id.',
  })
  question?: string | null;
}

export const PageOrder = orderInput('Page', { NUMBER: 'By position in the revision.' });
export const PageListArguments = listArguments(PageFilter, PageOrder);
export const PageConnection = connectionType(() => Page, 'Page');

@InputType({ description: 'Conditions on the pages that ask a version of a question.' })
export class AskingPageFilter {
  @Field(() => ID, { nullable: true, description: 'Only pages of the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      "true: only pages of a module's current revision; false: only pages of former revisions; left out: both.",
  })
  current?: boolean | null;
}

export const AskingPageOrder = orderInput('AskingPage', {
  MODULE: 'By name of the module, then by number of the revision and of the page.',
});
export const AskingPageListArguments = listArguments(AskingPageFilter, AskingPageOrder);

@ObjectType({
  description: 'A question on a page: which version is asked, and where.',
  simpleResolvers: true,
})
export class AskedQuestion {
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description:
      'Title of the section of the page that the question belongs to; null where the section has none.',
  })
  section!: string | null;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Position on the page, counted from 1 through all its sections.' })
  position!: number;
  @VisibleTo(everyone)
  @Field(() => QuestionVersion, {
    description:
      'The version of the question that is asked; it stays this one when a newer version is published.',
  })
  version!: QuestionVersion;
}

@InputType({ description: 'Conditions on the questions of a page.' })
export class AskedQuestionFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only questions in the section with exactly this title.',
  })
  section?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only questions that assess the skill with this global id.',
  })
  skill?: string | null;
}

export const AskedQuestionOrder = orderInput('AskedQuestion', { POSITION: 'By position on the page.' });
export const AskedQuestionListArguments = listArguments(AskedQuestionFilter, AskedQuestionOrder);
export const AskedQuestionConnection = connectionType(() => AskedQuestion, 'AskedQuestion');
