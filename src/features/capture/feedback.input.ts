import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, identified, instant, ofFields, reference, text, wholeNumberIn } from '../../shared/checks';
import { LenientBoolean, LenientDateTime, LenientInt, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'What a learner says of a module, one of its pages, or a question: about content only, shown without a name. Source and id name it for ever: sent again with the same content it changes nothing.',
})
export class FeedbackInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The person who says it.' })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, { nullable: true, description: 'The module. Give this or question.' })
  module?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'With module: number of the revision, from 1; the current one where left out.',
  })
  revision?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'With module: number of the page in the revision, from 1; the module as a whole where left out.',
  })
  page?: unknown;
  @Field(() => ReferenceInput, { nullable: true, description: 'The question. Give this or module.' })
  question?: ReferenceInput | null;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'With question: number of the version, from 1; the current one where left out.',
  })
  version?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description:
      'Whether it is hard to understand. At least one of unclear, outdated, rating and words is given.',
  })
  unclear?: unknown;
  @Field(() => LenientBoolean, { nullable: true, description: 'Whether it is out of date.' })
  outdated?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How good it is, from 1, the worst, to 5, the best.',
  })
  rating?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What is said in words; at most 2,000 characters.',
  })
  words?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it was said; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

const number = wholeNumberIn(1, 1_000_000);

export const feedbackCheck = identified(
  'feedback',
  z
    .object({
      person: reference('Person'),
      module: reference('Module').nullish(),
      revision: number.nullish(),
      page: number.nullish(),
      question: reference('Question').nullish(),
      version: number.nullish(),
      unclear: flag.nullish(),
      outdated: flag.nullish(),
      rating: wholeNumberIn(1, 5).nullish(),
      words: text(2_000).nullish(),
      at: instant,
    })
    .refine(({ module, question }) => (module == null) !== (question == null), {
      error: 'give either module or question',
      ...ofFields('module', 'question'),
    })
    .refine(
      ({ unclear, outdated, rating, words }) =>
        [unclear, outdated, rating, words].some((said) => said != null),
      {
        error: 'give at least one of unclear, outdated, rating and words',
        ...ofFields('unclear', 'outdated', 'rating', 'words'),
      },
    )
    .superRefine((feedback, context) => {
      for (const [field, of] of [
        ['revision', 'module'],
        ['page', 'module'],
        ['version', 'question'],
      ] as const)
        if (feedback[field] != null && feedback[of] == null)
          context.addIssue({ code: 'custom', path: [field], message: `belongs to a ${of}: leave it out` });
    }),
);
export type CheckedFeedback = z.infer<typeof feedbackCheck>;
