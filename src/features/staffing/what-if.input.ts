import { Field, InputType } from 'type-graphql';
import { z } from 'zod';
import {
  importanceOf,
  levelOrBand,
  reference,
  requiredLevel,
  text,
  wholeNumberIn,
} from '../../shared/checks';
import { LenientFloat, LenientInt, LenientString } from '../../shared/scalars';
import { ReferenceInput } from '../nouns/reference.input';
import { mostPeople } from '../projects/requirement.input';

/** So many requirements may be assumed, and so many people compared. */
export const mostAssumed = 50;

@InputType({
  description:
    'A requirement for the sake of one question: a level of a skill, checked as saveRequirements checks it. Nothing is stored.',
})
export class AssumedRequirement {
  @Field(() => ReferenceInput, { description: 'The skill required.' })
  skill!: ReferenceInput;
  @Field(() => LenientFloat, {
    nullable: true,
    description:
      "The level, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band.",
  })
  level?: unknown;
  @Field(() => LenientString, {
    nullable: true,
    description:
      'Name of the lowest band of levels that is enough, as `Query.bands` lists them, which stands for the level at which it begins now. Give this or level.',
  })
  band?: unknown;
  @Field(() => LenientFloat, {
    nullable: true,
    description: 'Weight among the requirements, above 0, at most 1,000; 1 where left out.',
  })
  importance?: unknown;
  @Field(() => LenientInt, {
    nullable: true,
    description: 'How many people are needed, 1 to 1,000; 1 where left out.',
  })
  headcount?: unknown;
}

export const assumedRequirementCheck = z
  .object({
    skill: reference('Skill'),
    level: requiredLevel.nullish(),
    band: text(40).nullish(),
    importance: importanceOf.nullish(),
    headcount: wholeNumberIn(1, mostPeople).nullish(),
  })
  .refine(...levelOrBand);
