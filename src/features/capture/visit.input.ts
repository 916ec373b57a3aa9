import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, instant, reference, wholeNumberIn } from '../../shared/checks';
import { LenientDateTime, LenientInt } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    "A person's passage through one revision of a module. Source and id name it for ever; sent again, it may bring completedAt and endedAt where they were not known before. It judges content, and never moves a level.",
})
export class VisitInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'Required. The person who goes through the module.',
  })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The module.' })
  module?: ReferenceInput;
  @Field(() => LenientInt, {
    nullable: true,
    description:
      'Number of the revision that was shown, from 1. Where it is left out: the revision of the views that are there of this visit, else the current one.',
  })
  revision?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it started; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'When it was completed, as the platform says; not before at. May come with a later item of the same id; null or left out takes back nothing.',
  })
  completedAt?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'When it was closed, as the platform says; not before at. May come with a later item of the same id; null or left out takes back nothing.',
  })
  endedAt?: unknown;
}

export const visitCheck = identified(
  'visit',
  z
    .object({
      person: reference('Person'),
      module: reference('Module'),
      revision: wholeNumberIn(1, 1_000_000).nullish(),
      at: instant,
      completedAt: instant.nullish(),
      endedAt: instant.nullish(),
    })
    .superRefine((visit, context) => {
      for (const field of ['completedAt', 'endedAt'] as const)
        if ((visit[field] ?? visit.at) < visit.at)
          context.addIssue({ code: 'custom', path: [field], message: 'must not be before at' });
    }),
);
export type CheckedVisit = z.infer<typeof visitCheck>;
