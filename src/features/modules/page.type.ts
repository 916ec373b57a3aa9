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
  description: 'What a page is.',
  valuesConfig: {
    SLIDE: { description: 'A slide.' },
    TEXT: { description: 'A text to read, or a section of one.' },
    VIDEO: { description: 'A video, or a stretch of one.' },
    QUIZ: { description: 'Questions to answer.' },
    EXERCISE: { description: 'Something to do and to hand in.' },
    OTHER: { description: 'Anything else, or not stated.' },
  },
});

@ObjectType({
  implements: Node,
  description:
    'One step through a revision: a slide, a section, a stretch of video, a quiz. It belongs to this revision alone; within it, its number tells it.',
  simpleResolvers: true,
})
export class Page extends Node {
  /** Internal id. */
  key!: string;
  /** Internal id of the revision. */
  revisionKey!: string;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Place in the revision, from 1.' })
  number!: number;
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'Title of the page; null where it has none.',
  })
  title!: string | null;
  @VisibleTo(everyone)
  @Field(() => PageKind, { description: 'What it is; OTHER where not stated.' })
  kind!: PageKind;
  @VisibleTo(everyone)
  @Field(() => Int, {
    nullable: true,
    description:
      'How long a learner should need for it, in seconds, 1 to 86,400; null where not stated. It is what the authors expect, not what is measured.',
  })
  expectedSeconds!: number | null;
}

@InputType({ description: 'Conditions on pages of a revision.' })
export class PageFilter {
  @Field(() => [PageKind], { nullable: true, description: 'Only pages of one of these kinds.' })
  kinds?: PageKind[] | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only pages that ask some version of the question with this global id.',
  })
  question?: string | null;
}

export const PageOrder = orderInput('Page', { NUMBER: 'By place in the revision.' });
export const PageListArguments = listArguments(PageFilter, PageOrder);
export const PageConnection = connectionType(() => Page, 'Page');

@InputType({ description: 'Conditions on the pages that ask a version of a question.' })
export class AskingPageFilter {
  @Field(() => ID, { nullable: true, description: 'Only pages of the module with this global id.' })
  module?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: "true: only pages of a module's current revision; false: only of former ones.",
  })
  current?: boolean | null;
}

export const AskingPageOrder = orderInput('AskingPage', {
  MODULE: 'By name of the module, then by number of the revision and of the page.',
});
export const AskingPageListArguments = listArguments(AskingPageFilter, AskingPageOrder);

@ObjectType({ description: 'A question as a page asks it.', simpleResolvers: true })
export class AskedQuestion {
  @VisibleTo(everyone)
  @Field(() => String, {
    nullable: true,
    description: 'Title of the section of the page that it stands in; null where the section has none.',
  })
  section!: string | null;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Place on the page, from 1, through all its sections.' })
  position!: number;
  @VisibleTo(everyone)
  @Field(() => QuestionVersion, { description: 'The very version that is asked.' })
  version!: QuestionVersion;
}

@InputType({ description: 'Conditions on the questions of a page.' })
export class AskedQuestionFilter {
  @Field(() => String, { nullable: true, description: 'Only those of the section with exactly this title.' })
  section?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'Only those that assess the skill with this global id.',
  })
  skill?: string | null;
}

export const AskedQuestionOrder = orderInput('AskedQuestion', { POSITION: 'By place on the page.' });
export const AskedQuestionListArguments = listArguments(AskedQuestionFilter, AskedQuestionOrder);
export const AskedQuestionConnection = connectionType(() => AskedQuestion, 'AskedQuestion');
