import { ArgsType, Field, Float, GraphQLISODateTime, ID, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType, PageArguments } from '../../shared/connection';
import { staffing, VisibleTo } from '../access/policy';
import { asOfDescription, LevelInterval } from '../mastery/mastery.type';
import { Person, PersonFilter } from '../people/person.type';
import { Requirement } from '../projects/requirement.type';
import { LevelShortfall } from './learning.type';
import { FreeFor, FreeShare } from './free-share.type';
import { AssumedRequirement } from './what-if.input';

export enum RequirementStatus {
  MEETS = 'MEETS',
  BELOW = 'BELOW',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(RequirementStatus, {
  name: 'RequirementStatus',
  description: 'Whether a person meets a requirement.',
  valuesConfig: {
    MEETS: {
      description: 'The required level is reached with a probability of at least 0.5 (or as configured).',
    },
    BELOW: { description: 'The required level is reached with a probability below that.' },
    UNKNOWN: {
      description:
        'The person has no evidence on the skill: the requirement counts neither as met nor as not met.',
    },
  },
});

@ObjectType({
  description: 'How one person stands to one requirement: one of the reasons behind a fit.',
  simpleResolvers: true,
})
export class RequirementFit {
  @VisibleTo(staffing)
  @Field(() => Requirement, { description: 'The requirement that the person is held against.' })
  requirement!: Requirement;
  @VisibleTo(staffing)
  @Field(() => RequirementStatus, { description: 'Whether it is met, not met, or unknown.' })
  status!: RequirementStatus;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      "Probability, in [0,1], that the person's level is at least the required one; null where the person is unknown in the skill, or not yours to see.",
  })
  probability!: number | null;
  @VisibleTo(staffing)
  @Field(() => Float, {
    nullable: true,
    description:
      "The person's level on the date asked for, in [0,1]; null where the person is unknown in the skill, or not yours to see.",
  })
  level!: number | null;
  @VisibleTo(staffing)
  @Field(() => LevelInterval, {
    nullable: true,
    description:
      "Central 90 % interval of the person's level; null where the person is unknown in the skill, or not yours to see.",
  })
  interval!: LevelInterval | null;
  @VisibleTo(staffing)
  @Field(() => LevelShortfall, {
    nullable: true,
    description:
      'How far below the required level the person is; null unless `status` is BELOW, and where the person is not yours to see.',
  })
  shortfall!: LevelShortfall | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'A person who may fit a project, with the reason for each requirement. It is a starting point for a conversation, not a verdict.',
  simpleResolvers: true,
})
export class Candidate {
  @VisibleTo(staffing)
  @Field(() => Person, { description: 'The person who may fit.' })
  person!: Person;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'How well the person fits, in [0,1]: the probability that each requirement is met, averaged with their importance as weights. A requirement in which the person is unknown adds 0. Rounded to tenths where the person is not yours to see.',
  })
  fit!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Share of the requirements, weighted by importance, in [0,1], in whose skills this person is known: how much of `fit` rests on evidence.',
  })
  knownShare!: number;
  @VisibleTo(staffing)
  @Field(() => [RequirementFit], {
    description: 'How the person stands to each requirement: the reasons behind `fit`.',
  })
  requirements!: RequirementFit[];
  @VisibleTo(staffing)
  @Field(() => FreeShare, {
    nullable: true,
    description:
      'What share of working time the person has for the project in what is left of it: from its beginning or the date asked for, whichever is later, to its end. What they are assigned to the project itself is not subtracted. Null where the project has no dates or is over, and where the person is not yours to see: ask the leads of their teams.',
  })
  freeShare!: FreeShare | null;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

export const CandidateConnection = connectionType(() => Candidate, 'Candidate');

@ArgsType()
export class CandidateArguments extends PageArguments {
  @Field(() => PersonFilter, {
    nullable: true,
    description:
      'Only people who meet every condition given. Conditions on teams, assignments, activity, free time, e-mail addresses or external ids are only met by people whom the viewer may see; `leftOut` says how many others there are, `leftOutWhy` which condition leaves them out.',
  })
  filterBy?: PersonFilter | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether people who are already assigned to the project are listed too.',
  })
  includeAssigned!: boolean;
  @Field(() => FreeFor, {
    nullable: true,
    description:
      'Only people who have the time, what they are assigned to the project itself not subtracted. How much time those have whom the viewer may not see is not said, by leaving them out either: they stay in the list, with `freeShare` null.',
  })
  freeFor?: FreeFor | null;
  @Field(() => [AssumedRequirement], {
    nullable: true,
    description:
      'What if this were required: 1 to 50 requirements that take the place of those of the project and its tasks for this question; nothing is stored. Of several on one level of a skill the last one stands. BAD_INPUT names an item that cannot be. Only people are ranked whom the viewer may see, and `leftOut` counts the others: requirements that are recorded nowhere would tell the level of anybody.',
  })
  requirements?: AssumedRequirement[] | null;
  @Field(() => ID, {
    nullable: true,
    description:
      'What if this person, given by global id, had to be replaced: ranks substitutes for their seat. They are taken as not assigned, and so are listed beside the others. Each requirement weighs its importance times the probability that fewer of the others who are assigned now or later reach it than its headcount: what the others cover for certain weighs nothing. `fit` and `knownShare` are by these weights. Of others whom the viewer may not see counts whether they meet a requirement, and with `requirements` nothing. BAD_INPUT where the person is not assigned to the project.',
  })
  replacing?: string | null;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Compares only these people, 1 to 50 global ids, all of them: also those who are assigned, inactive, or unknown in everything (with fit 0). BAD_INPUT names who is not there; not together with filterBy or freeFor. FORBIDDEN with `requirements` where the viewer may not see one of them.',
  })
  people?: string[] | null;
}
