import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { identified, reference, text } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { LenientString } from '../../shared/scalars';
import { OutsideIdentityInput, ReferenceInput } from '../access/reference.input';
import { Skill } from './skill.type';

@InputType({
  description:
    'Creates a skill or changes the one with this source and id. A field left out stays, null clears.',
})
export class SkillInput extends OutsideIdentityInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Name, 1 to 200 characters; required for a new skill.',
  })
  name?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'What the skill comprises, at most 10,000 characters.',
  })
  description?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description: 'Absolute URI of the definition in a public taxonomy, at most 2,000 characters.',
  })
  uri?: unknown;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description:
      'Every skill directly above this one, at most 100: replaces the list. They may be saved by any item of the same batch, a later one too.',
  })
  broader?: unknown[] | null;
}

const uri = text(2_000).refine((value) => URL.canParse(value), {
  error: 'must be an absolute URI, like http://data.europa.eu/esco/skill/1',
});

export const skillCheck = identified('Skill', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  uri: uri.nullish(),
  broader: z
    .array(reference('Skill'))
    .max(100, { error: 'must not name more than 100 skills' })
    .nullish()
    .transform((given) => (given === null ? [] : given)),
});

export type CheckedSkill = z.output<typeof skillCheck>;

@ObjectType({ description: 'What became of a batch of skills.', simpleResolvers: true })
export class SaveSkillsPayload {
  @Field(() => [Skill], {
    nullable: 'items',
    description: 'By position in the input: the skill as saved, or null where the item failed.',
  })
  skills!: (Skill | null)[];
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
