import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { staffing, VisibleTo } from '../access/policy';
import { LevelInterval } from '../mastery/mastery.type';
import { Person } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';
import { Skill } from '../skills/skill.type';
import { LearningPace } from './pace.type';

export enum PipelineStage {
  NOW = 'NOW',
  WITHIN_3_MONTHS = 'WITHIN_3_MONTHS',
  WITHIN_6_MONTHS = 'WITHIN_6_MONTHS',
  WITHIN_12_MONTHS = 'WITHIN_12_MONTHS',
  LATER = 'LATER',
}
const likely = 'Likely to meet all that is required';
registerEnumType(PipelineStage, {
  name: 'PipelineStage',
  description:
    'The first of today, three, six and twelve months from now at which a person is likely to meet all that a role requires: with a probability of at least 0.5 (or as configured for what counts as met).',
  valuesConfig: {
    NOW: { description: `${likely} today.` },
    WITHIN_3_MONTHS: { description: `${likely} in three months, and not today.` },
    WITHIN_6_MONTHS: { description: `${likely} in six months, and not in three.` },
    WITHIN_12_MONTHS: { description: `${likely} in twelve months, and not in six.` },
    LATER: { description: 'Not likely to within twelve months at this pace.' },
  },
});

@ObjectType({ description: 'A level as it would be then.', simpleResolvers: true })
export class RequirementOutlook {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'The requirement that the level is held against.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Probability, in [0,1], that the level is at least the required one then.',
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, { description: 'The expected level then, in [0,1].' })
  level!: number;
  @VisibleTo(staffing)
  @Field(() => LevelInterval, {
    description:
      'Central 90 % interval of the level then: what is not known of it today, of the pace, and of what changes without a trend.',
  })
  interval!: LevelInterval;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How a person will stand to a role some months from now, if they go on learning at their pace.',
  simpleResolvers: true,
})
export class RoleOutlook {
  @VisibleTo(staffing)
  @Field(() => Int, { description: 'How many months from now: 0, 3, 6 or 12.' })
  months!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that all that is required is met then, together: abilities of one person rise and fall with each other.',
  })
  probability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How well the person fits then, in [0,1]: the probability that each requirement is met, averaged with their importance as weights.',
  })
  fit!: number;
  @VisibleTo(staffing)
  @Field(() => [RequirementOutlook], { description: 'The level in each required skill then, by skill.' })
  requirements!: RequirementOutlook[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'When a person is ready for a role, at their pace and without anything new becoming known.',
  simpleResolvers: true,
})
export class ReadyWhen {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'The beginning of its central 80 % interval: the first month by which all that is required is met with a probability of 0.1; null where that is not within three years.',
  })
  earliest!: Date | null;
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'The first month by which that is likely: with a probability of at least 0.5 (or as configured for what counts as met); null where that is not within three years.',
  })
  likely!: Date | null;
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'The end of the interval: the first month by which it is so with a probability of 0.9; null where that is not within three years, as for whoever may never be.',
  })
  latest!: Date | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Somebody who is known in every skill that a role requires, and when they are ready for it. A starting point for a conversation, not a verdict.',
  simpleResolvers: true,
})
export class PipelinePerson {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'The person who is compared with the role.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => PipelineStage, { description: 'When they are likely to be ready.' })
  stage!: PipelineStage;
  @VisibleTo(staffing)
  @Field(() => [RoleOutlook], {
    description: 'How they stand to the role today and in three, six and twelve months.',
  })
  outlooks!: RoleOutlook[];
  @VisibleTo(staffing)
  @Field(() => ReadyWhen, { description: 'When they are ready, with an interval.' })
  readyWhen!: ReadyWhen;
  @VisibleTo(staffing)
  @Field(() => LearningPace, { description: 'The pace of learning that this rests on.' })
  pace!: LearningPace;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Somebody who is known in some of the skills that a role requires and unknown in others: nobody can say whether and when they are ready. Questions on these skills would tell.',
  simpleResolvers: true,
})
export class PipelineUnknown {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'The person of whom too little is known.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Share of the requirements, weighted by importance, in (0,1), in whose skills the person is known.',
  })
  knownShare!: number;
  @VisibleTo(staffing)
  @Field(() => [Skill], { description: 'The required skills that they are unknown in, by name.' })
  unknownSkills!: Skill[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Who is ready for a role, and who will be, at the pace at which they learn.',
  simpleResolvers: true,
})
export class RolePipeline {
  @VisibleTo(staffing)
  @Field(() => GraphQLISODateTime, { description: 'The moment that the months are counted from: now.' })
  asOf!: Date;
  @VisibleTo(staffing)
  @Field(() => [PipelinePerson], {
    description:
      'Of the 50 (or `first`, where that is more) who come nearest today of all who are known in every required skill, the soonest ready first: by when that is likely, then by its probability in twelve months.',
  })
  people!: PipelinePerson[];
  @VisibleTo(staffing)
  @Field(() => [PipelineUnknown], {
    description:
      'Those who come nearest of all who are known in some of the required skills only, by what they are known in.',
  })
  unknown!: PipelineUnknown[];
  @VisibleTo(staffing)
  @Field(() => LearningPace, {
    description:
      'The usual pace in the required skills: of up to 100 people known in them, spread evenly over all of these whom the viewer may see, and of those listed.',
  })
  usualPace!: LearningPace;
  @VisibleTo(staffing)
  @Field(() => Boolean, {
    description: 'Whether there may be others whom the viewer may not see: neither listed nor compared with.',
  })
  onlyVisible!: boolean;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
