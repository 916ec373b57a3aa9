import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { anyText, identified, instant, numberIn, reference, text, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientFloat, LenientInt, LenientString } from '../../shared/scalars';
import { OutsideIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    "A person's response to one version of a question. Source and id name it for ever: sent again with the same content it changes nothing.",
})
export class AnswerInput extends OutsideIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. Who answered.' })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. What was asked.' })
  question?: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Number of the version that was shown, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Required. Share of a right answer in [0,1]: 1 is right, 0 wrong.',
  })
  score?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'What the person answered, at most 4,000 characters; left out or null where not known or left empty.',
  })
  response?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Milliseconds from question to answer, 0 to 86,400,000; never used to judge the person.',
  })
  responseMs?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Which try at this question it was, from 1; 1 where left out.',
  })
  attempt?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Names the sitting (test, session) in which it was given, at most 200 characters.',
  })
  sitting?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

export const answerCheck = identified('answer', {
  person: reference('Person'),
  question: reference('Question'),
  version: wholeNumberIn(1, 1_000_000).nullish(),
  score: numberIn(0, 1),
  response: anyText
    .refine((value) => value.length <= 4_000, { error: 'must not be longer than 4000 characters' })
    .nullish(),
  responseMs: wholeNumberIn(0, 86_400_000).nullish(),
  attempt: wholeNumberIn(1, 1_000_000).nullish(),
  sitting: text(200).nullish(),
  at: instant,
});
export type CheckedAnswer = z.infer<typeof answerCheck>;

@InputType({
  description:
    'Takes back one item of evidence, named by the source and id it was or will be recorded under: a withdrawal that arrives first holds for the item that follows. The mutation says of what kind it is.',
})
export class WithdrawalInput extends OutsideIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Why, for the people concerned; at most 1,000 characters.',
  })
  reason?: unknown;
  @Field(() => LenientDateTime, { nullable: true, description: 'Required. When it was withdrawn.' })
  at?: unknown;
}

const withdrawalOf = (kind: string) => identified(kind, { reason: text(1_000).nullish(), at: instant });

/** The check of a withdrawal, by the kind of evidence that it takes back: each kind has ids of its own. */
export const withdrawalChecks = { answer: withdrawalOf('answer'), claim: withdrawalOf('claim') };
export type CheckedWithdrawal = z.infer<(typeof withdrawalChecks)['answer']>;
