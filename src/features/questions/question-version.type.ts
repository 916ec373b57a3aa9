import { Field, GraphQLISODateTime, InputType, Int, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node } from '../../shared/noun.type';
import { content, everyone, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description: 'One version of a question. It never changes, so that an answer to it always means the same.',
  simpleResolvers: true,
})
export class QuestionVersion extends Node {
  /** Internal id. */
  key!: string;
  /** Internal id of the question. */
  questionKey!: string;
  @VisibleTo(everyone)
  @Field(() => Int, { description: 'Number of the version within the question, from 1.' })
  number!: number;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What is asked.' })
  prompt!: string;
  @VisibleTo(everyone)
  @Field(() => [String], {
    description: 'The answers to choose from, in order; empty where the answer is free.',
  })
  options!: string[];
  @VisibleTo(content)
  @Field(() => String, {
    nullable: true,
    description:
      'The right answer; null where none is stored. People who are asked the question cannot see it.',
  })
  answerKey!: string | null;
  @VisibleTo(everyone)
  @Field(() => GraphQLISODateTime, { description: 'When this version became the current one.' })
  publishedAt!: Date;
}

@InputType({ description: 'Conditions on versions of questions.' })
export class QuestionVersionFilter {
  @Field(() => Boolean, {
    nullable: true,
    description: 'true: only the current one; false: only former ones; left out: all.',
  })
  current?: boolean | null;
}

export const QuestionVersionOrder = orderInput('QuestionVersion', {
  NUMBER: 'By number.',
});
export const QuestionVersionListArguments = listArguments(QuestionVersionFilter, QuestionVersionOrder);
export const QuestionVersionConnection = connectionType(() => QuestionVersion, 'QuestionVersion');
