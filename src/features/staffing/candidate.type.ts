import { ArgsType, Field, Float, GraphQLISODateTime, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { staffing, VisibleTo } from '../access/policy';
import { asOfDescription, LevelInterval } from '../mastery/mastery.type';
import { Person, PersonFilter } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';

export enum RequirementStatus {
  MEETS = 'MEETS',
  BELOW = 'BELOW',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(RequirementStatus, {
  name: 'RequirementStatus',
  description: 'How a person stands to a requirement.',
  valuesConfig: {
    MEETS: {
      description: 'The required level is reached with a probability of at least 0.5 (or as configured).',
    },
    BELOW: { description: 'The required level is reached with a smaller probability.' },
    UNKNOWN: { description: 'There is no evidence on the skill: neither met nor below.' },
  },
});

@ObjectType({
  description: 'How one person stands to one requirement: the reason behind a fit.',
  simpleResolvers: true,
})
export class RequirementFit {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'What is required.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => RequirementStatus, { description: 'Met, below or unknown.' })
  status!: RequirementStatus;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description: 'Probability, in [0,1], that the level is at least the required one; null where unknown.',
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
    'Somebody who may fit a project, with the reason for each requirement. Where to start a conversation, not a verdict.',
  simpleResolvers: true,
})
export class Candidate {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'Who.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Importance-weighted probability, in [0,1], that the requirements are met; unknown adds 0.',
  })
  fit!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description: 'Share of importance, in [0,1], on requirements where this person is known.',
  })
  knownShare!: number;
  @VisibleTo(staffing)
  @Field(() => [RequirementFit], { description: 'The reason for each requirement.' })
  requirements!: RequirementFit[];
  @VisibleTo(staffing)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

export const CandidateConnection = connectionType(() => Candidate, 'Candidate');

@ArgsType()
export class CandidateArguments extends PageArguments {
  @Field(() => PersonFilter, {
    nullable: true,
    description:
      'Only people who fit every condition given. Who is in a team, assigned, active or free is asked of those alone whom the viewer sees: others then do not fit.',
  })
  filterBy?: PersonFilter | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether people who are assigned to the project already are listed too.',
  })
  includeAssigned!: boolean;
}
