import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, instant, reference } from '../../shared/checks';
import { LenientBoolean, LenientDateTime } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'Enrols a person in a module. An item with the same person, module and `from` as an existing enrolment changes that one.',
})
export class EnrolmentInput {
  @Field(() => ReferenceInput, { description: 'The person who is to learn.' })
  person!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The module that they are to learn from.' })
  module!: ReferenceInput;
  @Field(() => LenientDateTime, {
    nullable: true,
    description: 'When the enrolment begins; left out where not known.',
  })
  from?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'The date by which the module should be completed, after `from`; left out or null where there is no such date.',
  })
  due?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'When the person completed the module, not before `from`. Left out, what is stored stays; null means that they have not completed it.',
  })
  completedAt?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: remove the enrolment with this person, module and `from`.',
  })
  remove?: unknown;
}

/** An enrolment is a stretch from its beginning to its due date. */
export const enrolmentCheck = z
  .object({
    person: reference('Person'),
    module: reference('Module'),
    from: instant.nullish(),
    due: instant.nullish(),
    completedAt: instant.nullish(),
    remove: flag.nullish(),
  })
  .refine(({ from, due }) => from == null || due == null || due > from, {
    path: ['due'],
    error: 'must lie after from',
  })
  .refine(({ from, completedAt }) => from == null || completedAt == null || completedAt >= from, {
    path: ['completedAt'],
    error: 'must not lie before from',
  })
  .transform(({ due, ...given }) => ({ ...given, to: due }));
