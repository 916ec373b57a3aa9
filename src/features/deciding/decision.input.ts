import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { anyText, identified, instant, reference, text, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientInt, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';
import { QuestionDecisionKind } from './decision.type';

@InputType({
  description:
    'What is decided about one version of a question, of which something was found to be wrong, or thought to be. Source and id name it for ever: sent again with the same content it changes nothing. It is not withdrawn: a later decision takes its place.',
})
export class QuestionDecisionInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'Required. The question that is decided about.',
  })
  question?: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Number of the version, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Required. What becomes of answers to the version: the name of a QuestionDecisionKind, for example "REKEY".',
  })
  decision?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'The right answer, at most 4,000 characters, exactly as responses have it. Required for REKEY, and then one of the options where the version has any; left out for other decisions.',
  })
  key?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. The reason, for those who answered to read; at most 1,000 characters.',
  })
  reason?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it was decided; not ahead of the clock by more than the allowed skew (5 minutes unless configured). Of several decisions about a version the latest holds.',
  })
  at?: unknown;
}

export const decisionCheck = identified(
  'decision',
  z
    .object({
      question: reference('Question'),
      version: wholeNumberIn(1, 1_000_000).nullish(),
      decision: z.enum(QuestionDecisionKind, {
        error: `must be one of ${Object.values(QuestionDecisionKind).join(', ')}`,
      }),
      key: anyText
        .refine((value) => value.length <= 4_000, { error: 'must not be longer than 4000 characters' })
        .nullish(),
      reason: text(1_000),
      at: instant,
    })
    .superRefine(({ decision, key }, context) => {
      const isRekey = decision === QuestionDecisionKind.REKEY;
      if (isRekey !== (key != null))
        context.addIssue({
          code: 'custom',
          path: ['key'],
          message: isRekey
            ? 'is required for REKEY: name the right answer'
            : `does not belong to ${decision}: leave it out`,
        });
    }),
);
export type CheckedDecision = z.infer<typeof decisionCheck>;
