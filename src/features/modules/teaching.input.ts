import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, numberIn, reference } from '../../shared/checks';
import { LenientBoolean, LenientFloat } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'States which levels of a skill a module is meant to teach. An item with the same module and skill as an existing statement replaces both its levels.',
})
export class TeachingInput {
  @Field(() => ReferenceInput, { description: 'The module that teaches.' })
  module!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The skill that it is meant to teach.' })
  skill!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'The level that learners should already have, 0 to 1 and below `to`; left out or null where they need none.',
  })
  from?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Required unless remove is true. The level that learners should have afterwards, above 0, at most 1.',
  })
  to?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true: remove the statement for this module and skill; other fields are ignored.',
  })
  remove?: unknown;
}

const level = numberIn(0, 1).nullish();

export const teachingCheck = z
  .object({
    module: reference('Module'),
    skill: reference('Skill'),
    from: level,
    to: level,
    remove: flag.nullish(),
  })
  .transform(({ module, skill, from, to, remove }, context) => {
    if (remove === true) return { module, skill, levels: null };
    if (to != null && to > (from ?? 0)) return { module, skill, levels: { from: from ?? null, to } };
    context.addIssue({
      code: 'custom',
      path: ['to'],
      message: to == null ? 'is required' : from == null ? 'must be above 0' : 'must be above from',
    });
    return z.NEVER;
  });
