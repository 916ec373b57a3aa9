import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, noun, reference, text } from '../../shared/checks';
import { LenientBoolean, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'Creates a question, or changes the one with this source and id. A field that is left out stays as in the current version; a difference from it publishes the next version.',
})
export class QuestionInput extends NounInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'What is asked, 1 to 10,000 characters; required for a new question.',
  })
  prompt?: unknown;
  @Field(() => [LenientString], {
    nullable: true,
    description:
      'The answers to choose from, in order, at most 100; null or an empty list where the answer is free.',
  })
  options?: unknown[] | null;
  @Field(() => LenientString, {
    nullable: true,
    description: 'The right answer, at most 10,000 characters; null clears it.',
  })
  answerKey?: unknown;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description:
      'All skills that a right answer shows, 1 to 100: replaces the list. Required for a new question.',
  })
  skills?: unknown[] | null;
}

export const questionCheck = noun('Question', {
  prompt: text(10_000).optional(),
  options: z
    .array(text(10_000))
    .max(100, { error: 'must not have more than 100 answers' })
    .nullish()
    .transform((given) => (given === null ? [] : given)),
  answerKey: text(10_000).nullish(),
  skills: z
    .array(reference('Skill'), { error: 'must be a list of skills' })
    .min(1, { error: 'must name at least one skill' })
    .max(100, { error: 'must not name more than 100 skills' })
    .optional(),
});

@InputType({ description: 'Adds a skill to those that a question assesses, or removes it from them.' })
export class AssessedSkillInput {
  @Field(() => ReferenceInput, { description: 'The question that assesses the skill, or no longer does.' })
  question!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The skill that a right answer shows, or no longer does.' })
  skill!: ReferenceInput;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: remove the skill from the question.',
  })
  remove?: unknown;
}

export const assessedSkillCheck = z.object({
  question: reference('Question'),
  skill: reference('Skill'),
  remove: flag.nullish(),
});
