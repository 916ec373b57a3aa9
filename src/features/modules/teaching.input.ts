import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { flag, numberIn, reference } from '../../shared/checks';
import { LenientBoolean, LenientFloat } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'States what a module teaches of a skill. The same module and skill change what is there, both levels.',
})
export class TeachingInput {
  @Field(() => ReferenceInput, { description: 'The module.' })
  module!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The skill.' })
  skill!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'The level that learners should bring, 0 to 1 and below `to`; left out or null where they need to bring nothing.',
  })
  from?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      'Required unless removed. The level that learners should have afterwards, above 0, at most 1.',
  })
  to?: unknown;
  @Field(() => LenientBoolean, {
    nullable: true,
    description: 'true takes away what module and skill name, whatever else is given.',
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
