import { Field, InputType, ObjectType } from 'type-graphql';
import { z } from 'zod';
import { reference } from '../../shared/checks';
import { ItemError } from '../../shared/items';
import { installation, VisibleTo } from '../access/policy';
import { ReferenceInput } from '../nouns/reference.input';
import { Skill } from '../skills/skill.type';
import { SkillMergeRun, SkillSplitRun } from './skill-run.type';

@InputType({
  description:
    'States that two skills are one, for example one from a public taxonomy and one of your own. It cannot be undone.',
})
export class SkillMergeInput {
  @Field(() => ReferenceInput, {
    description:
      "The skill that is kept. Its values stay; a description, URI, type or labels that it lacks are taken from the other skill, whose other names become its synonyms. Where both skills have the same relationship, one is kept: of two requirements with the same level the greater headcount and importance, of what a module teaches the lower `from` and the higher `to`. The skill keeps its place in the taxonomy: the other's links to broader, narrower and prerequisite skills move to it, except those that would close a cycle. The difficulty of its reference question stays, where it has one.",
  })
  keep!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The skill that is merged into the other. Its external ids, its global id, its questions, claims and everything else move to the skill that is kept.',
  })
  merge!: ReferenceInput;
}

export const skillMergeCheck = z.object({ keep: reference('Skill'), merge: reference('Skill') });

@InputType({
  description:
    'Moves a question, in all its versions, from a skill to another that was part of it. Questions that no item names stay.',
})
export class SkillSplitInput {
  @Field(() => ReferenceInput, {
    description: 'The skill that is split. Claims, requirements and what modules teach stay with it.',
  })
  skill!: ReferenceInput;
  @Field(() => ReferenceInput, {
    description:
      'The skill that the question moves to. If its reference question has no known difficulty, it takes that of the skill that is split.',
  })
  part!: ReferenceInput;
  @Field(() => ReferenceInput, { description: 'The question that moves, with all its versions.' })
  question!: ReferenceInput;
}

export const skillSplitCheck = z.object({
  skill: reference('Skill'),
  part: reference('Skill'),
  question: reference('Question'),
});

@ObjectType({ description: 'The result of a batch of merged skills.', simpleResolvers: true })
export class MergeSkillsPayload {
  @VisibleTo(installation)
  @Field(() => SkillMergeRun, {
    nullable: true,
    description:
      'The run that does it; null where nothing is to be done: every item failed or was done before.',
  })
  run!: SkillMergeRun | null;
  @VisibleTo(installation)
  @Field(() => [Skill], {
    nullable: 'items',
    description:
      'By position in the input: the skill that is kept, as it is when the mutation returns, or null where the item failed.',
  })
  skills!: (Skill | null)[];
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}

@ObjectType({
  description: 'The result of a batch of questions moved between skills.',
  simpleResolvers: true,
})
export class SplitSkillsPayload {
  @VisibleTo(installation)
  @Field(() => SkillSplitRun, {
    nullable: true,
    description: 'The run that does it; null where nothing is to be done, since every item failed.',
  })
  run!: SkillSplitRun | null;
  @VisibleTo(installation)
  @Field(() => [ItemError], { description: 'The items that failed, by position.' })
  errors!: ItemError[];
}
