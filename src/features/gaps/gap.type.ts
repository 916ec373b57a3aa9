import { createUnionType, Field, Float, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Withheld } from '../disclosure/withheld.type';
import { Problem } from '../diagnosis/problem.type';
import { Person } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';
import type { SentenceOfGroup } from './sentence-of-group';

@ObjectType({
  description: 'A person who comes near to a requirement without meeting it yet.',
  simpleResolvers: true,
})
export class NearPerson {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'A person whose level comes near the required one.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      "Probability, in [0,1], that the person's level is at least the required one; it is below what counts as met.",
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: "The person's level on the date asked for, in [0,1]." })
  level!: number;
}

@ObjectType({
  description: 'What a group can be expected to supply for one requirement.',
  simpleResolvers: true,
})
export class GapSupply {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Expected number of people at or above the required level, whichever other seats they fill.',
  })
  expectedSupply!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of seats of this requirement that stay empty when each person fills at most one seat of the skill, the highest level first.',
  })
  expectedShortfall!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Probability, in [0,1], that all seats of this requirement are filled.',
  })
  coveredProbability!: number;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people of the group are known in the skill.' })
  known!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many people of the group are unknown in the skill: they are not part of the supply, which does not mean that their level is low. Somebody whom the viewer may not see is unknown, too, while fewer than five such people are known in the skill.',
  })
  unknown!: number;
}

export const GapSupplyResult = createUnionType({
  name: 'GapSupplyResult',
  description: 'The expected supply, or the reason why it is withheld.',
  types: () => [GapSupply, Withheld] as const,
});

@ObjectType({
  description:
    'One requirement compared with what the people of a group can be expected to do. A skill that a team is found to lack counts as one too: at the level that modules teach it up to, for as many people of the team as are enrolled in these.',
  simpleResolvers: true,
})
export class Gap {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'The requirement whose demand is compared with the supply.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => Problem, {
    nullable: true,
    description:
      'The problem that says so, where the team is found to lack the skill; null where a project requires it.',
  })
  problem!: Problem | null;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many people are required; or how many of the team are enrolled to learn it, of whom those whom the viewer may not see count in whole groups of five.',
  })
  demand!: number;
  @VisibleTo(staffing)
  @Field(() => GapSupplyResult, {
    description: 'What the group can be expected to supply, or why that is withheld.',
  })
  supply!: GapSupply | Withheld;
}

@ObjectType({
  description: 'What a group of people lacks for its requirements on a date.',
  simpleResolvers: true,
})
export class GapReport {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The date the figures are for.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many people are in the group.' })
  personCount!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many of these are not yours to see: the figures count them, as an average of five at least, but no list of people names them (`nearest`, those to be taught, the unknown in a `summary`). Their leads and HR can.',
  })
  leftOut!: number;
  @VisibleTo(staffing)
  @Field(() => [Gap], {
    description:
      'One entry for each requirement, the most severe first: by expected shortfall times importance; of equals what is least likely to be covered, then by name. Those whose figures are withheld come last, by name.',
  })
  gaps!: Gap[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability, in [0,1], that every requirement of a project is covered, with no seat left empty; null where a figure that it rests on is withheld.',
  })
  allCoveredProbability!: number | null;
  /** The same in one sentence. */
  sentence!: SentenceOfGroup;
}

export const GapReportResult = createUnionType({
  name: 'GapReportResult',
  description: 'A gap report, or the reason why it is withheld.',
  types: () => [GapReport, Withheld] as const,
});
