import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { identified, instant, ofFields, reference, text } from '../../shared/checks';
import { LenientDateTime, LenientString } from '../../shared/scalars';
import { ExternalIdentityInput, ReferenceInput } from '../nouns/reference.input';

@InputType({
  description:
    'One person helped another with a skill or a module, as the one who was helped or a lead attests. It never moves a level. Source and id name it for ever: sent again with the same content it changes nothing.',
})
export class HelpInput extends ExternalIdentityInput {
  @Field(() => ReferenceInput, { nullable: true, description: 'Required. The person who helped.' })
  helper?: ReferenceInput;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'Required. The person who was helped; not the helper.',
  })
  person?: ReferenceInput;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The skill that it was about. Give this or module.',
  })
  skill?: ReferenceInput | null;
  @Field(() => ReferenceInput, {
    nullable: true,
    description: 'The module that it was about. Give this or skill.',
  })
  module?: ReferenceInput | null;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What the help was, for the people concerned to read; at most 1,000 characters.',
  })
  note?: unknown;
  @Field(() => LenientDateTime, {
    nullable: true,
    description:
      'Required. When it happened; not ahead of the clock by more than the allowed skew (5 minutes unless configured).',
  })
  at?: unknown;
}

export const helpCheck = identified(
  'help',
  z
    .object({
      helper: reference('Person'),
      person: reference('Person'),
      skill: reference('Skill').nullish(),
      module: reference('Module').nullish(),
      note: text(1_000).nullish(),
      at: instant,
    })
    .refine(({ skill, module }) => (skill == null) !== (module == null), {
      error: 'give either skill or module',
      ...ofFields('skill', 'module'),
    }),
);
export type CheckedHelp = z.infer<typeof helpCheck>;
