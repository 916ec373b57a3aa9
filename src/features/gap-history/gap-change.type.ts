import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Skill } from '../skills/skill.type';

@ObjectType({
  description:
    'The parts of a change of an expected shortfall by what made it, in seats: above 0 where it made the shortfall larger, below 0 where smaller. They add up to the change.',
  simpleResolvers: true,
})
export class GapCauses {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'By who came to the group and who left it, as they are known at the end of the day.',
  })
  people!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'By what became known of the people of the group: answers and claims that came, were withdrawn or were erased. All that the other causes leave.',
  })
  evidence!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'By time alone: what is known of people who show nothing new becomes less certain.',
  })
  fading!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'By what is required: requirements that came, changed or ended.',
  })
  demand!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'By reading levels from another calibration; evidence of the days on which calibrations were switched counts with it.',
  })
  calibration!: number;
}

@ObjectType({
  description: 'What changed in what is lacking of a skill at a level, all requirements of it together.',
  simpleResolvers: true,
})
export class GapChange {
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill that is required.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'The level that is required, above 0 and below 1.' })
  level!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people were required; 0 where it was not.' })
  demandBefore!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are required now; 0 where it is no longer.' })
  demandNow!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of people at or above the level then; 0 where it was not required.',
  })
  supplyBefore!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'The same now; 0 where it is no longer required.' })
  supplyNow!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of seats that stayed empty then, of all requirements of the skill at the level.',
  })
  shortfallBefore!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'The same now.' })
  shortfallNow!: number;
  @VisibleTo(staffing)
  @Field(() => GapCauses, { description: 'What made the change of the shortfall.' })
  causes!: GapCauses;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'What changed in what a group lacks, from a daily snapshot until now. A skill that was merged into another counts as that one.',
  simpleResolvers: true,
})
export class GapChanges {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'When the snapshot was taken that now is compared with.' })
  since!: Date;
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The moment that the figures of now are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people were in the group then.' })
  personCountBefore!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are in it now.' })
  personCountNow!: number;
  @VisibleTo(staffing)
  @Field(() => [GapChange], {
    description:
      'One entry for each skill and level that was required then or is now, the largest change of the shortfall first, then by name and level.',
  })
  changes!: GapChange[];
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'Expected number of seats that stayed empty then, all together.' })
  shortfallBefore!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'The same now.' })
  shortfallNow!: number;
  @VisibleTo(staffing)
  @Field(() => GapCauses, { description: 'What made the change of that.' })
  causes!: GapCauses;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const GapChangesResult = createUnionType({
  name: 'GapChangesResult',
  description: 'What changed in what a group lacks, or the reason why it is withheld.',
  types: () => [GapChanges, Withheld] as const,
});
