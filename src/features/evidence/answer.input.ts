import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { anyText, identified, instant, numberIn, reference, text, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientFloat, LenientInt, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    "A person's response to one version of a question. Source and id name it for ever: sent again with the same content it changes nothing.",
})
export class AnswerInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The person who answered.' })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The question that was asked.' })
  question?: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Number of the version that was shown, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Required. How right the answer is, in [0,1]: 1 is right, 0 is wrong, a fraction is partly right.',
  })
  score?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      "The answer in the person's words, or the option chosen; at most 4,000 characters. Left out or null where it is not known or was left empty.",
  })
  response?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'Response time: milliseconds from seeing the question to answering it, 0 to 86,400,000. Never used to judge the person.',
  })
  responseMs?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'Which attempt of this person at this question it was, counted from 1; 1 where left out.',
  })
  attempt?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Name of the sitting (a test, a session) in which it was given, as the source calls it; at most 200 characters. Answers of one sitting are read together. Where it is left out, a pause of eight hours begins a new sitting.',
  })
  sitting?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

export const answerCheck = identified(
  'answer',
  z.object({
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
  }),
);
export type CheckedAnswer = z.infer<typeof answerCheck>;

@InputType({
  description:
    'Withdraws one item of evidence, named by the source and id under which it was or will be recorded: a withdrawal that arrives first applies to the item that follows. The mutation says which kind of evidence it is.',
})
export class WithdrawalInput extends ExternalIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'The reason, for the people concerned to read; at most 1,000 characters.',
  })
  reason?: unknown;
  @Field(() => LenientDateTime, { nullable: true, description: 'Required. When it was withdrawn.' })
  at?: unknown;
}

const withdrawalOf = (kind: string) =>
  identified(kind, z.object({ reason: text(1_000).nullish(), at: instant }));

/** The check of a withdrawal, by the kind of evidence that it takes back: each kind has ids of its own. */
export const withdrawalChecks = {
  answer: withdrawalOf('answer'),
  claim: withdrawalOf('claim'),
  visit: withdrawalOf('visit'),
  pageView: withdrawalOf('pageView'),
  videoView: withdrawalOf('videoView'),
  help: withdrawalOf('help'),
  feedback: withdrawalOf('feedback'),
};
export type CheckedWithdrawal = z.infer<(typeof withdrawalChecks)['answer']>;
