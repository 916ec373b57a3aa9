import { ArgsType, Field, Float, GraphQLISODateTime, ID, InputType, ObjectType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { Skill } from '../skills/skill.type';
import { asOfDescription, LevelInterval } from '../mastery/mastery.type';
import { PersonListArguments } from '../people/person.type';
import { RequirementStatus } from './candidate.type';
import { FreeFor } from './free-share.type';

@InputType({
  description:
    'A skill that people are searched for, at a level or in a named band; without either, everybody who is known in the skill counts.',
})
export class SkillNeed {
  @Field(() => ID, { description: 'Global id of the skill.' })
  skill!: string;
  @Field(() => Float, {
    nullable: true,
    description:
      "The level needed, above 0 and below 1: the probability of a right answer to the skill's reference question. Give this or band.",
  })
  level?: number | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Name of the lowest band that is enough, as `Query.bands` lists them, for example "proficient". Give this or level.',
  })
  band?: string | null;
  @Field(() => Float, { defaultValue: 1, description: 'Weight among the needs, above 0, at most 1,000.' })
  importance!: number;
  @Field(() => Float, {
    nullable: true,
    description:
      'Only people who reach the level with at least this probability, in [0,1]. Where left out, any probability is enough.',
  })
  minimumProbability?: number | null;
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'Whether narrower skills, at any depth, count too: the one in which the person is most likely to reach the level.',
  })
  narrower!: boolean;
}

@ArgsType()
export class PeopleArguments extends PersonListArguments {
  @Field(() => [SkillNeed], {
    nullable: true,
    description:
      'Up to 20 needs. Ranks people by how well they meet them, the best first: active people who are known in at least one of the skills and reach minimumProbability where it is given. `PersonEdge.fit` gives the reasons. Use it with first and after; further pages keep the date and calibration of the first (CURSOR_EXPIRED where that is no longer possible). Where left out, people are listed by name, or as orderBy says.',
  })
  meeting?: SkillNeed[] | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
  @Field(() => FreeFor, {
    nullable: true,
    description:
      'With `meeting`, only people who have the time. BAD_INPUT without: `filterBy.freeShare` asks who has it now.',
  })
  freeFor?: FreeFor | null;
}

@ObjectType({
  description: 'How one person stands to one need: one of the reasons behind a fit.',
  simpleResolvers: true,
})
export class SkillNeedFit {
  @VisibleTo(staffing)
  @Field(() => Skill, { description: 'The skill that was searched for.' })
  skill!: Skill;
  @VisibleTo(staffing)
  @Field(() => Skill, {
    nullable: true,
    description:
      'The skill that counted: the one searched for, or a narrower one. Null where the person is unknown.',
  })
  counted!: Skill | null;
  @VisibleTo(staffing)
  @Field(() => RequirementStatus, { description: 'Whether it is met, not met, or unknown.' })
  status!: RequirementStatus;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      "Probability, in [0,1], that the person's level is at least the one needed; null where the person is unknown.",
  })
  probability!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      "The person's level on the date asked for, in [0,1]; null where the person is unknown in the skill.",
  })
  level!: number | null;
  @VisibleTo(staffing)
  @Field(() => LevelInterval, {
    nullable: true,
    description:
      "Central 90 % interval of the person's level; null where the person is unknown in the skill.",
  })
  interval!: LevelInterval | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How well one person meets the needs of a search, with the reason for each. It is a starting point for a conversation, not a verdict.',
  simpleResolvers: true,
})
export class PersonFit {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How well the person fits, in [0,1]: the probability that each need is met, averaged with their importance as weights. A need in which the person is unknown adds 0.',
  })
  fit!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Share of the needs, weighted by importance, in [0,1], in whose skills this person is known: how much of `fit` rests on evidence.',
  })
  knownShare!: number;
  @VisibleTo(staffing)
  @Field(() => [SkillNeedFit], {
    description: 'How the person stands to each need, in the order given: the reasons behind `fit`.',
  })
  needs!: SkillNeedFit[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
