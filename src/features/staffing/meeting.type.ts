import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';
import { asOfDescription, LevelInterval } from '../mastery/mastery.type';
import { PersonListArguments } from '../people/person.type';
import { RequirementStatus } from './candidate.type';

@InputType({
  description:
    'A skill that people are searched by, at a level or a named band; without either, whoever is known in it.',
})
export class SkillNeed {
  @Field(() => ID, { description: 'Global id of the skill.' })
  skill!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The level needed, above 0 and below 1: the probability of a right answer to the skill's reference question. Or give band.",
  })
  level?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the lowest band that will do, as the installation names bands, for example "proficient". Or give level.',
  })
  band?: string | null;
  @Field(() => Float, { defaultValue: 1, description: 'Weight among the needs, above 0, at most 1,000.' })
  importance!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'How sure: only people who have the level with at least this probability, in [0,1]. Left out, nobody is left out for it.',
  })
  minimumProbability?: number | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether a skill anywhere below counts too: the one that the person is most likely to have the level in.',
  })
  narrower!: boolean;
}

@ArgsType()
export class PeopleArguments extends PersonListArguments {
  @Field(() => [SkillNeed], {
    nullable: true,
    description:
      'Ranks people by how well they meet these needs, up to 20, best first: active people who are known in at least one of the skills and are sure enough where that is asked. PersonEdge.fit tells the reasons. Read with first and after; a page is pinned to its date and calibration (CURSOR_EXPIRED). Without it, people are listed by name, or as orderBy says.',
  })
  meeting?: SkillNeed[] | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}

@ObjectType({
  description: 'How one person stands to one need: the reason behind a fit.',
  simpleResolvers: true,
})
export class SkillNeedFit {
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill that was asked for.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => Skill, {
    nullable: true,
    description: 'The skill that counted: the one asked for, or one below it. Null where unknown.',
  })
  counted!: Skill | null;
  @VisibleTo(staffing)
  @Field(() => RequirementStatus, { description: 'Met, below or unknown.' })
  status!: RequirementStatus;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Probability, in [0,1], that the level is at least the one needed; null where unknown.',
  })
  probability!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Level on the date asked for, in [0,1]; null where unknown.',
  })
  level!: number | null;
  @VisibleTo(staffing)
  @Field(() => LevelInterval, {
    nullable: true,
    description: 'Central 90 % interval of the level; null where unknown.',
  })
  interval!: LevelInterval | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How well one person meets the needs of a search, with the reason for each. Where to start a conversation, not a verdict.',
  simpleResolvers: true,
})
export class PersonFit {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Importance-weighted probability, in [0,1], that the needs are met; unknown adds 0.',
  })
  fit!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'Share of importance, in [0,1], on needs where this person is known.' })
  knownShare!: number;
  @VisibleTo(staffing)
  @Field(() => [SkillNeedFit], { description: 'The reason for each need, in the order asked.' })
  needs!: SkillNeedFit[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}
