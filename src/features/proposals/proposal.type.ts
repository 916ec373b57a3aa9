import {
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { ItemError } from '../../shared/items';
import { individuals, staffing, VisibleTo } from '../access/policy';
import { RoleName } from '../access/role.type';
import { ExternalId } from '../nouns/external-id.type';
import { Person } from '../people/person.type';
import { Project } from '../projects/project.type';

export enum ProposalState {
  OPEN = 'OPEN',
  CONFIRMED = 'CONFIRMED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
}
registerEnumType(ProposalState, {
  name: 'ProposalState',
  description: 'What became of a proposed team.',
  valuesConfig: {
    OPEN: { description: 'It can be answered, confirmed and withdrawn.' },
    CONFIRMED: { description: 'Somebody confirmed it, and who was not left out is assigned.' },
    WITHDRAWN: { description: 'It was taken back; nobody is assigned by it.' },
    EXPIRED: { description: 'Nobody confirmed it in time; nobody is assigned by it.' },
  },
});

export enum AnsweredAs {
  PERSON = 'PERSON',
  LEAD = 'LEAD',
}
registerEnumType(AnsweredAs, {
  name: 'AnsweredAs',
  description: 'As what somebody answered a proposal.',
  valuesConfig: {
    PERSON: { description: 'They are proposed themselves.' },
    LEAD: { description: 'They led a team of whoever is proposed when they answered.' },
  },
});

@ObjectType({
  description:
    'What somebody answered to the proposal of a person. It is no evidence: no level, fit or ranking reads it.',
  simpleResolvers: true,
})
export class ProposalAnswer {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Who answered.' })
  by!: Person;
  @VisibleTo(individuals)
  @Field(() => AnsweredAs, { description: 'As what they answered.' })
  as!: AnsweredAs;
  @VisibleTo(individuals)
  @Field(() => Boolean, { description: 'true: they accept; false: they decline.' })
  accepts!: boolean;
  @VisibleTo(individuals)
  @Field(() => String, { nullable: true, description: 'Why they decline; null where they gave no reason.' })
  reason!: string | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When they last changed their answer.' })
  at!: Date;
}

@ObjectType({
  description: 'A person who is proposed for a project, with how much of their time and when.',
  simpleResolvers: true,
})
export class ProposedPerson {
  @VisibleTo(individuals)
  @Field(() => Person, { description: 'Who is proposed.' })
  person!: Person;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Share of their working time, above 0, at most 1.' })
  share!: number;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When they are to begin.' })
  from!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When they are to end; null where no end is known.',
  })
  to!: Date | null;
  @VisibleTo(individuals)
  @Field(() => String, {
    nullable: true,
    description: 'Why they are proposed, as whoever proposed them says; null where that is not said.',
  })
  why!: string | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether the proposal was confirmed without them: they are not assigned by it.',
  })
  isLeftOut!: boolean;
  @VisibleTo(individuals)
  @Field(() => [ProposalAnswer], {
    description:
      'What the person and their leads answered, the first answer first. Once the proposal is no longer open, only the person sees it, and of others each their own answer: what somebody declined is not held against them.',
  })
  answers!: ProposalAnswer[];
}

@ObjectType({
  description:
    'What a proposed team was expected to do for the requirements of the project and its tasks, by what was known when it was proposed. Of the team alone, without others who are assigned.',
  simpleResolvers: true,
})
export class PromisedFigures {
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Probability, in [0,1], that all requirements are covered, as `FormedTeam.readiness`. Rounded to tenths where somebody of the team is not yours to see.',
  })
  coveredProbability!: number;
  @VisibleTo(staffing)
  @Field(() => Float, {
    description:
      'Expected number of seats that are filled, of all requirements together, as `FormedTeamCoverage.expectedFilled` has them. Rounded to tenths where somebody of the team is not yours to see.',
  })
  expectedFilled!: number;
  @VisibleTo(staffing)
  @Field(() => Int, {
    description:
      'How many seats there were, of all requirements together: those of a skill at a higher level are among those at a lower one too.',
  })
  seats!: number;
  @VisibleTo(staffing)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'A team that somebody proposed for a project. Everybody proposed and their current leads see it and may decline; nobody is assigned by it until a named human confirms it.',
  simpleResolvers: true,
})
export class Proposal {
  /** Source and id, as stored. */
  key!: string;
  @VisibleTo(individuals)
  @Field(() => ID, { description: 'An opaque id that stays the same; it is not a global id for `node`.' })
  id!: string;
  @VisibleTo(individuals)
  @Field(() => ExternalId, { description: 'What the system that saved it calls it.' })
  externalId!: ExternalId;
  @VisibleTo(individuals)
  @Field(() => Project, {
    description: 'The project that needs the team; it takes the proposal with it when deleted.',
  })
  project!: Project;
  @VisibleTo(individuals)
  @Field(() => ProposalState, { description: 'What became of it.' })
  state!: ProposalState;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'Why this team, as whoever proposed it says.' })
  why!: string;
  @VisibleTo(individuals)
  @Field(() => Person, {
    nullable: true,
    description: 'Who proposed it; null for a program, and for somebody who is not held any more.',
  })
  proposedBy!: Person | null;
  @VisibleTo(individuals)
  @Field(() => RoleName, { description: 'The role in which it was proposed.' })
  role!: RoleName;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When it was proposed.' })
  proposedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'Until when it can be answered and confirmed.' })
  expiresAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Person, {
    nullable: true,
    description: 'Who confirmed it; null where nobody did, and for somebody who is not held any more.',
  })
  confirmedBy!: Person | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was confirmed; null where it was not.',
  })
  confirmedAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was withdrawn; null where it was not.',
  })
  withdrawnAt!: Date | null;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When it, or an answer to it, last changed.' })
  updatedAt!: Date;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'How many people are proposed, those too who are not yours to see.' })
  size!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'What is proposed and what became of it, in one plain sentence.' })
  summary!: string;
}

@ObjectType({ description: 'What became of a proposal.', simpleResolvers: true })
export class ProposalPayload {
  @VisibleTo(individuals)
  @Field(() => Proposal, { nullable: true, description: 'The proposal as it is now; null where it failed.' })
  proposal!: Proposal | null;
  @VisibleTo(individuals)
  @Field(() => [ItemError], {
    description: 'Why it failed, all that stands in the way; empty where it did not. The index is 0.',
  })
  errors!: ItemError[];
}

@InputType({ description: 'Conditions on proposals.' })
export class ProposalFilter {
  @Field(() => [ProposalState], { nullable: true, description: 'Only proposals in one of these states.' })
  states?: ProposalState[] | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Only proposals that were saved, answered or settled at this moment or later.',
  })
  updatedSince?: Date | null;
}

export const ProposalOrder = orderInput('Proposal', { PROPOSED_AT: 'By when it was proposed.' });
export const ProposalListArguments = listArguments(ProposalFilter, ProposalOrder);
export const ProposalConnection = connectionType(() => Proposal, 'Proposal');
