import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import { absoluteUri, flag, language, noun, oneOf, reference, text } from '../../shared/checks';
import { LenientBoolean, LenientString } from '../../shared/scalars';
import { NounInput, ReferenceInput } from '../nouns/reference.input';
import { SkillType } from './skill.type';

@InputType({ description: 'A text in a language.' })
export class LocalizedTextInput {
  @Field(() => LenientString, {
    nullable: true,
    description: 'Required. Language tag as in BCP 47, for example en or pt-BR.',
  })
  language?: unknown;
  @Field(() => LenientString, { nullable: true, description: 'Required. The text, 1 to 500 characters.' })
  text?: unknown;
}

@InputType({
  description:
    'Creates a skill, or changes the one with this source and id. A field that is left out stays as it is; null clears it.',
})
export class SkillInput extends NounInput {
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
  @Field(() => LenientString, {
    nullable: true,
    description: 'The kind of capability: the name of a SkillType, for example "KNOWLEDGE".',
  })
  type?: unknown;
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'Its names in other languages, one for each language, at most 100: replaces the list.',
  })
  labels?: unknown[] | null;
  @Field(() => [LocalizedTextInput], {
    nullable: true,
    description: 'Other names for it, in any language, at most 500: replaces the list.',
  })
  synonyms?: unknown[] | null;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description:
      'All skills directly above this one, at most 100: replaces the list. They may also be saved by any item of the same batch, even a later one.',
  })
  broader?: unknown[] | null;
  @Field(() => [ReferenceInput], {
    nullable: true,
    description:
      'All skills that should be mastered before this one, at most 100: replaces the list. They may also be saved by any item of the same batch.',
  })
  prerequisites?: unknown[] | null;
}

const related = z
  .array(reference('Skill'))
  .max(100, { error: 'must not name more than 100 skills' })
  .nullish()
  .transform((given) => (given === null ? [] : given));

/** Texts, ordered by language and then as given, as the two lists that the graph holds. */
function texts(most: number) {
  return z
    .array(z.object({ language, text: text(500) }))
    .max(most, { error: `must not have more than ${String(most)} texts` })
    .nullish()
    .transform((given) =>
      given == null
        ? given
        : [...given].sort((one, other) =>
            one.language < other.language ? -1 : one.language > other.language ? 1 : 0,
          ),
    );
}

export const skillCheck = noun('Skill', {
  name: text(200).optional(),
  description: text(10_000).nullish(),
  uri: absoluteUri.nullish(),
  type: oneOf(Object.values(SkillType)).nullish(),
  labels: texts(100).refine(
    (given) => given == null || new Set(given.map((one) => one.language)).size === given.length,
    { error: 'must not have two labels in one language: give the others as synonyms' },
  ),
  synonyms: texts(500),
  broader: related,
  prerequisites: related,
});

export type CheckedSkill = z.output<typeof skillCheck>;

@InputType({ description: 'Places a skill directly below a broader one, or removes it from there.' })
export class BroaderSkillInput {
  @Field(() => ReferenceInput, { description: 'The skill that is placed below the other.' })
  skill!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The skill that it is placed directly below.' })
  broader!: ReferenceInput;
  @Field(() => LenientBoolean, { nullable: true, description: 'true: remove the relationship.' })
  remove?: unknown;
}

export const broaderSkillCheck = z.object({
  skill: reference('Skill'),
  broader: reference('Skill'),
  remove: flag.nullish(),
});
