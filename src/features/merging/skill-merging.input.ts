import { Field, InputType, Int, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { reference } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { installation, VisibleTo } from '../access/policy';
import { ReferenceInput } from '../nouns/reference.input';
import { Skill } from '../skills/skill.type';

@InputType({
  description:
    'Says that two skills are one, for example one of a public taxonomy and one of your own. It cannot be taken back.',
})
export class SkillMergeInput {
  @Field(() => ReferenceInput, {
    description:
      "The skill that stays. What it says stands; description, URI, type and labels that it lacks it takes from the other, whose other words become its synonyms. Where both are the same in something, it counts once: of two requirements of one level the greater headcount and importance, of what a module teaches the lower `from` and the higher `to`. It keeps its place in the taxonomy: of the other's links there and to prerequisites those are left out that would close a circle with it. The difficulty of its reference question stays, where one is known.",
  })
  keep!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The skill that goes. Its outside ids, its global id, its questions, claims and all else become those of the skill that stays.',
  })
  merge!: ReferenceInput;
}

export const skillMergeCheck = z.object({ keep: reference('Skill'), merge: reference('Skill') });

@InputType({
  description:
    'Moves a question, in all its versions, from a skill to another that was a part of it. What no item names stays.',
})
export class SkillSplitInput {
  @Field(() => ReferenceInput, {
    description:
      'The skill that is split. Claims on it, requirements of it and what modules teach of it stay with it.',
  })
  skill!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The skill that the question goes to. One without a reference question of known difficulty takes that of the skill split.',
  })
  part!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The question.' })
  question!: ReferenceInput;
}

export const skillSplitCheck = z.object({
  skill: reference('Skill'),
  part: reference('Skill'),
  question: reference('Question'),
});

@ObjectType({ description: 'What became of a batch of merged skills.', simpleResolvers: true })
export class MergeSkillsPayload {
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the calibration that levels are read from since; null where no item was good, and nothing was done.',
  })
  calibration!: number | null;
  @VisibleTo(installation)
  @Field(() => [Skill], {
    nullable: 'items',
    description:
      'By position in the input: the skill as it is after the whole batch, or null where the item failed.',
  })
  skills!: (Skill | null)[];
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

@ObjectType({
  description: 'What became of a batch of questions moved between skills.',
  simpleResolvers: true,
})
export class SplitSkillPayload {
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description:
      'Number of the calibration that levels are read from since; null where no item was good, and nothing was done.',
  })
  calibration!: number | null;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'Items done, at least 0.' })
  done!: number;
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
