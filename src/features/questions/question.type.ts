import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType } from '../../shared/connection';

@ObjectType({
  description:
    'What people are asked to learn what they can do. Its versions never change: a change publishes the next.',
  simpleResolvers: true,
})
export class Question {
  /** Internal id. */
  key!: string;
  sortName!: string;
  /** Internal id of the current version. */
  currentKey!: string;
  @Field(() => ID, { description: 'Global id.' })
  id!: string;
  @Field(() => String, { description: 'What the current version asks.' })
  prompt!: string;
}

export const QuestionConnection = connectionType(() => Question, 'Question');
