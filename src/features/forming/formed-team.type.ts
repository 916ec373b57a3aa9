import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Person } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';
import { RequirementFit } from '../staffing/candidate.type';
import { FreeShare } from '../staffing/free-share.type';
import { TeamObjective } from './formed-team.input';

export enum RelaxedKind {
  SIZE = 'SIZE',
  MUST_HAVE = 'MUST_HAVE',
  MAY_NOT = 'MAY_NOT',
  MENTORS = 'MENTORS',
  REQUIREMENT = 'REQUIREMENT',
}
registerEnumType(RelaxedKind, {
  name: 'RelaxedKind',
  description: 'A constraint that a team does not keep since no team keeps all.',
  valuesConfig: {
    SIZE: { description: 'The team has more people than were asked for.' },
    MUST_HAVE: { description: 'Somebody is missing who was to be in it.' },
    MAY_NOT: { description: 'Somebody may be in it who was not to be.' },
    MENTORS: { description: 'Whoever is BELOW a requirement needs no mentor.' },
    REQUIREMENT: { description: 'A requirement does not have to be covered.' },
  },
});

@ObjectType({
  description: 'A constraint that was given up, with whom or what it is about.',
  simpleResolvers: true,
})
export class RelaxedConstraint {
  @VisibleTo(staffing)
  @Field(() => RelaxedKind, { description: 'Which constraint it is.' })
  kind!: RelaxedKind;
  @VisibleTo(staffing)
  @Field(() => Person, { nullable: true, description: 'Of MUST_HAVE and MAY_NOT: who; null of others.' })
  person!: Person | null;
  @VisibleTo(staffing)
  @Field(() => Requirement, {
    nullable: true,
    description: 'Of MENTORS and REQUIREMENT: what is required; null of others.',
  })
  requirement!: Requirement | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'What a team would lose, and who would be in it, if one of its members were not to be had.',
  simpleResolvers: true,
})
export class TeamSwap {
  @VisibleTo(staffing)
  @Field(() => [Person], { description: 'Who would join.' })
  joining!: Person[];
  @VisibleTo(staffing)
  @Field(() => [Person], { description: 'Who would leave, the member included.' })
  leaving!: Person[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How much worse the best team without the member is, by the objective: less value of BEST, more cost of CHEAPEST; from 0. Rounded to tenths where somebody of either team is not yours to see.',
  })
  cost!: number;
  @VisibleTo(staffing)
  @Field(() => Boolean, {
    description: 'Whether it is proven that no other team without the member is better.',
  })
  isProven!: boolean;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({ description: 'One person of a proposed team, and why they are in it.', simpleResolvers: true })
export class FormedTeamMember {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'The person who is proposed.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => [RequirementFit], {
    description: 'How they stand to each requirement, in the order of skills and levels.',
  })
  requirements!: RequirementFit[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      'Why they are in: how many more seats are expected to be filled with them than with the others alone, from 0. Null where they are not yours to see.',
  })
  seatsAdded!: number | null;
  @VisibleTo(staffing)
  @Field(() => FreeShare, {
    nullable: true,
    description:
      'What share of working time they have for the project in the period that the team is formed for, what they are assigned to it not subtracted. Null where there is no such period, and where they are not yours to see: ask the leads of their teams.',
  })
  freeShare!: FreeShare | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'Why they are in, in one plain sentence.' })
  summary!: string;
}

@ObjectType({ description: 'What a proposed team fills of one requirement.', simpleResolvers: true })
export class FormedTeamCoverage {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'What is required.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many of the team are to meet it: its headcount, the redundancy asked for, and the seats of the same skill at higher levels, whose people meet it too.',
  })
  seats!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of these seats that are filled. Rounded to tenths where somebody of the team is not yours to see.',
  })
  expectedFilled!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that all of them are filled. Rounded to tenths where somebody of the team is not yours to see.',
  })
  coveredProbability!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'A team that is proposed for a project: nothing of it is stored, nobody is assigned by it. People and requirements count as independent; whoever is unknown in a skill fills no seat of it.',
  simpleResolvers: true,
})
export class FormedTeam {
  @VisibleTo(staffing)
  @Field(() => TeamObjective, { description: 'What it is formed for.' })
  objective!: TeamObjective;
  @VisibleTo(staffing)
  @Field(() => [FormedTeamCoverage], {
    description: 'What it fills of each requirement, in the order of skills and levels.',
  })
  coverage!: FormedTeamCoverage[];
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How good it is by the objective: seats weighed by importance, or costs. Rounded to tenths where somebody of it is not yours to see.',
  })
  value!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How good any team can be, in the same unit: no team fills more, or none costs less. It equals `value` where that is proven; else rounded to tenths, away from it, for leads.',
  })
  bound!: number;
  @VisibleTo(staffing)
  @Field(() => Boolean, { description: 'Whether it is proven, within a millionth, that no team is better.' })
  isProven!: boolean;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that all requirements are covered: the product of those of `coverage`. Rounded to tenths where somebody of it is not yours to see.',
  })
  readiness!: number;
  @VisibleTo(staffing)
  @Field(() => [RelaxedConstraint], {
    description:
      'Empty where the team keeps every constraint. Where no team does: the fewest constraints to give up, with which this team is the best.',
  })
  relaxed!: RelaxedConstraint[];
  @VisibleTo(staffing)
  @Field(() => Boolean, { description: 'Whether it is proven that no fewer constraints would do.' })
  isFewestRelaxed!: boolean;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many people meet every other condition, but are not chosen since they do not have the time, of those whom the viewer may see.',
  })
  withoutTime!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'How long the search took, seconds.' })
  seconds!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
