import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { numberIn, reference, wholeNumberIn, ofFields } from '../../shared/checks';
import { LenientFloat, LenientInt } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    "States the difficulty of a question version, or of a skill's reference question, in the calibration in force. Give question or skill.",
})
export class DifficultyInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The question whose version is meant; give this or skill.',
  })
  question?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Number of the version, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The skill whose reference question is meant.',
  })
  skill?: ReferenceInput | null;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Required. The difficulty in logits, -10 to 10: a person whose ability equals it answers right half the time. Higher is harder.',
  })
  difficulty?: unknown;
}

export const difficultyCheck = z
  .object({
    question: reference('Question').nullish(),
    version: wholeNumberIn(1, 1_000_000).nullish(),
    skill: reference('Skill').nullish(),
    difficulty: numberIn(-10, 10),
  })
  .refine(({ question, skill }) => (question == null) !== (skill == null), {
    error: 'give either question or skill',
    ...ofFields('question', 'skill'),
  });

export type CheckedDifficulty = z.infer<typeof difficultyCheck>;
