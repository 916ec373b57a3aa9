import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Person } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';
import { Project } from '../projects/project.type';

@ObjectType({ description: 'Somebody near a requirement without meeting it yet.', simpleResolvers: true })
export class NearPerson {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'Who.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that the level is at least the required one: below what counts as met.',
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'Level on the date asked for, in [0,1].' })
  level!: number;
}

@ObjectType({
  description: 'What a group can be expected to supply for one requirement.',
  simpleResolvers: true,
})
export class GapSupply {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of people at or above the required level, whatever other seats they fill.',
  })
  expectedSupply!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of seats left empty when distinct people fill all seats of the skill, highest level first.',
  })
  expectedShortfall!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'Probability, in [0,1], that none of these seats stays empty.' })
  coveredProbability!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people of the group are known in the skill.' })
  known!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many are unknown: no part of supply, and not low either.' })
  unknown!: number;
}

export const GapSupplyResult = createUnionType({
  name: 'GapSupplyResult',
  description: 'Expected supply, or why it is not shown.',
  types: () => [GapSupply, Withheld] as const,
});

@ObjectType({ description: 'One requirement held against what the group can do.', simpleResolvers: true })
export class Gap {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'What is required.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => Project, { description: 'The project that requires it.' })
  project!: Project;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are needed.' })
  demand!: number;
  @VisibleTo(staffing)
  @Field(() => GapSupplyResult, { description: 'What can be expected, or why that is withheld.' })
  supply!: GapSupply | Withheld;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'What a group of people lacks for what is required of it, on a date.',
  simpleResolvers: true,
})
export class GapReport {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The date the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people the group has.' })
  people!: number;
  @VisibleTo(staffing)
  @Field(() => [Gap], { description: 'Every requirement, by skill name and level.' })
  gaps!: Gap[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability, in [0,1], that no seat stays empty; null where a figure behind it is withheld.',
  })
  allCoveredProbability!: number | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

export const GapReportResult = createUnionType({
  name: 'GapReportResult',
  description: 'A gap report, or why it is not shown.',
  types: () => [GapReport, Withheld] as const,
});
