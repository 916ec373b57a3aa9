import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';

@ObjectType({
  description:
    'A question as it was asked for a time. It never changes, so an answer to it always means the same.',
  simpleResolvers: true,
})
export class QuestionVersion {
  /** Internal id. */
  key!: string;
  /** Internal id of the question. */
  questionKey!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => Int, { description: 'Counts the versions of the question, from 1.' })
  number!: number;
  @Field(() => String, { description: 'What is asked.' })
  prompt!: string;
  @Field(() => [String], {
    description: 'The answers to choose from, in order; empty where the answer is free.',
  })
  options!: string[];
  @Field(() => String, {
    nullable: true,
    description: 'The right answer; null where none is held. Not for those who are asked.',
  })
  answerKey!: string | null;
  @Field(() => GraphQLISODateTime, { description: 'When this version became the current one.' })
  publishedAt!: Date;
}
