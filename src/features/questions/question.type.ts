import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';

@ObjectType({
  implements: Node,
  description:
    'What people are asked to learn what they can do. Its versions never change: a change publishes the next.',
  simpleResolvers: true,
})
export class Question extends Noun {
  /** Internal id of the current version. */
  currentKey!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What the current version asks.' })
  prompt!: string;
}

@InputType({
  description:
    'Conditions on questions; nameContains looks into the first 200 characters of the current prompt.',
})
export class QuestionFilter extends NounFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only questions whose current version assesses the skill with this global id.',
  })
  skill?: string | null;
}

export const QuestionOrder = orderInput('Question', {
  NAME: 'By what the current version asks; case and accents do not count.',
  CREATED_AT: 'By when it was first saved.',
  UPDATED_AT: 'By when it last changed.',
});
export const QuestionListArguments = listArguments(QuestionFilter, QuestionOrder);
export const QuestionConnection = connectionType(() => Question, 'Question');
