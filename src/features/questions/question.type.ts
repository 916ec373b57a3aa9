import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { Node, Noun, NounFilter } from '../../shared/noun.type';
import { everyone, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';

@ObjectType({
  implements: Node,
  description:
    'A question by which people show what they can do. Its versions never change: a change publishes the next version.',
  simpleResolvers: true,
})
export class Question extends Noun {
  /** Internal id of the current version. */
  currentKey!: string;
  @VisibleTo(everyone)
  @Field(() => String, { description: 'What the current version asks.' })
  prompt!: string;
}

@ObjectType({
  description: 'That a question, in its current version, assesses a skill.',
  simpleResolvers: true,
})
export class AssessedSkill {
  @VisibleTo(everyone)
  @Field(() => Question, { description: 'The question that assesses the skill.' })
  question!: Question;
  @VisibleTo(everyone)
  @Field(() => Skill, { description: 'The skill that a right answer shows.' })
  skill!: Skill;
}

@InputType({
  description:
    'Conditions on questions; nameContains searches the first 200 characters of the current prompt.',
})
export class QuestionFilter extends NounFilter {
  @Field(() => ID, {
    nullable: true,
    description: 'Only questions whose current version assesses the skill with this global id.',
  })
  skill?: string | null;
}

export const QuestionOrder = orderInput('Question', {
  NAME: 'By the current prompt; case and accents do not count.',
  CREATED_AT: 'By the moment at which it was first saved.',
  UPDATED_AT: 'By the moment of its last change.',
});
export const QuestionListArguments = listArguments(QuestionFilter, QuestionOrder);
export const QuestionConnection = connectionType(() => Question, 'Question');
