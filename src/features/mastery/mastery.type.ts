import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  InputType,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import type { Gaussian } from '../../estimators/types';
import { connectionType, listArguments, orderInput } from '../../shared/connection';
import { OutsideId } from '../access/outside-id.type';
import { ClaimKind } from '../evidence/claim.type';
import { Person, PersonFilter } from '../people/person.type';
import { QuestionVersion } from '../questions/question-version.type';
import { Skill, SkillFilter } from '../skills/skill.type';

@ObjectType({ description: 'A central 90 % interval of a level.', simpleResolvers: true })
export class LevelInterval {
  @Field(() => Float, {
    description: 'Lower end, in [0,1]: the true level lies below it with probability 0.05.',
  })
  low!: number;
  @Field(() => Float, {
    description: 'Upper end, in [0,1]: the true level lies above it with probability 0.05.',
  })
  high!: number;
}

@ObjectType({
  description:
    'What is known of one person in one skill on a date: a level with its interval and reasons, computed from evidence. It opens a conversation and never closes one. A skill without evidence has no mastery: it is unknown, not low.',
  simpleResolvers: true,
})
export class Mastery {
  asOf!: number;
  /** What the level is computed from, and the difficulty of the skill's reference question, logits. */
  ability!: Gaussian;
  reference!: number;
  @Field(() => Person, { description: 'Whose it is.' })
  person!: Person;
  @Field(() => Skill, { description: 'In what.' })
  skill!: Skill;
  @Field(() => Float, {
    description:
      "Probability, in [0,1], of a right answer on that date to the skill's reference question, averaged over what is uncertain.",
  })
  level!: number;
  @Field(() => LevelInterval, {
    description: 'How sure: the central 90 % interval of the level on that date.',
  })
  interval!: LevelInterval;
  @Field(() => Int, { description: 'How many answers stand behind it.' })
  answers!: number;
  @Field(() => Int, { description: 'How many claims stand behind it: levels that somebody stated.' })
  claims!: number;
  @Field(() => Boolean, {
    description: 'Whether no answer stands behind it: it tells what was stated, and nothing was seen yet.',
  })
  onlyClaims!: boolean;
  @Field(() => GraphQLISODateTime, {
    description: 'When the latest of these answers and claims happened; certainty fades from then on.',
  })
  lastEvidenceAt!: Date;
}

export enum MasteryChangeKind {
  ANSWER = 'ANSWER',
  RELATED_ANSWER = 'RELATED_ANSWER',
  CLAIM = 'CLAIM',
  FADING = 'FADING',
}
registerEnumType(MasteryChangeKind, {
  name: 'MasteryChangeKind',
  description: 'What moved a level.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question that assesses the skill.' },
    CLAIM: { description: 'A level that somebody stated.' },
    RELATED_ANSWER: {
      description: 'An answer to a question on other skills: it says something of ability in general.',
    },
    FADING: {
      description: 'Time without evidence: certainty fades, and the level drifts with it toward one half.',
    },
  },
});

export enum EvidenceKind {
  ANSWER = 'ANSWER',
  CLAIM = 'CLAIM',
}
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'What an item of evidence is.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question.' },
    CLAIM: { description: 'A level that somebody stated.' },
  },
});

@ObjectType({ description: 'One thing that moved a level, and by how much.', simpleResolvers: true })
export class MasteryChange {
  @Field(() => MasteryChangeKind, { description: 'What moved it.' })
  kind!: MasteryChangeKind;
  @Field(() => GraphQLISODateTime, {
    description: 'When: the moment of the answer, or the end of the stretch that faded.',
  })
  at!: Date;
  @Field(() => Float, { description: 'Level after minus level before, in [-1,1].' })
  change!: number;
  @Field(() => QuestionVersion, {
    nullable: true,
    description: 'The question, in the version that was asked; null for what is no answer.',
  })
  version!: QuestionVersion | null;
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability of a right answer as it was expected before, in [0,1]; null for what is no answer.',
  })
  expected!: number | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The score that happened, in [0,1]; null for what is no answer.',
  })
  score!: number | null;
  @Field(() => OutsideId, {
    nullable: true,
    description: 'What the answer or claim was recorded under; null for fading.',
  })
  outsideId!: OutsideId | null;
  @Field(() => ClaimKind, { nullable: true, description: 'Who stated a level; null for what is no claim.' })
  claimKind!: ClaimKind | null;
  @Field(() => Float, {
    nullable: true,
    description: 'The level stated, in (0,1); null for what is no claim.',
  })
  claimedLevel!: number | null;
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Why a level is what it is: prior plus all changes give the level, to within 1e-9.',
  simpleResolvers: true,
})
export class MasteryExplanation {
  @Field(() => Float, { description: 'The level before any evidence, in [0,1].' })
  prior!: number;
  @Field(() => [MasteryChange], { description: 'What moved it, newest first.' })
  changes!: MasteryChange[];
  @Field(() => Float, { description: 'The level that they sum to, in [0,1].' })
  level!: number;
  @Field(() => String, {
    description:
      'At most three plain sentences: where the level stands and how sure that is, what moved it most and which way, and what there is to doubt in it.',
  })
  summary!: string;
}

@ObjectType({
  description:
    'What one item of evidence does to a level: the level as it is beside the one that all other evidence gives. Influences do not sum to the level: each is told with all the others there.',
  simpleResolvers: true,
})
export class MasteryInfluence {
  @Field(() => Float, {
    description: 'The level that all evidence but this gives on the same date, in [0,1].',
  })
  levelWithout!: number;
  @Field(() => Float, { description: 'The level less levelWithout, in [-1,1].' })
  influence!: number;
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ArgsType()
export class EvidenceArguments {
  @Field(() => EvidenceKind, {
    description: 'Whether it is an answer or a claim: each kind has ids of its own.',
  })
  kind!: EvidenceKind;
  @Field(() => String, { description: 'The outside system that it was recorded under, for example "lms".' })
  source!: string;
  @Field(() => String, { description: 'The id within that system.' })
  id!: string;
}

export const MasteryConnection = connectionType(() => Mastery, 'Mastery');

const evidenceSince = 'Only where the latest evidence is of this moment or later.';
const evidenceBefore = 'Only where the latest evidence is older than this moment: what may have faded.';
const minimumAnswers = 'Only where at least so many answers stand behind it.';

@InputType({ description: "Conditions on a person's mastery and on the skills that it is in." })
export class MasteryFilter extends SkillFilter {
  @Field(() => [ID], { nullable: true, description: 'Only in one of the skills with these global ids.' })
  skills?: string[] | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: only in skills that are archived; false: only in skills in use; left out: both, for what evidence says of people stays.',
  })
  declare archived?: boolean | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

@InputType({ description: 'Conditions on the mastery of a skill and on the people whose it is.' })
export class MasteredByFilter extends PersonFilter {
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceSince })
  evidenceSince?: Date | null;
  @Field(() => GraphQLISODateTime, { nullable: true, description: evidenceBefore })
  evidenceBefore?: Date | null;
  @Field(() => Int, { nullable: true, description: minimumAnswers })
  minimumAnswers?: number | null;
}

const LAST_EVIDENCE_AT = 'By when the latest answer behind it happened.';

export const MasteryOrder = orderInput('Mastery', {
  NAME: 'By name of the skill; case and accents do not count.',
  LAST_EVIDENCE_AT,
  ANSWERS: 'By how many answers stand behind it.',
});

/** By name or by date: nobody is ranked. */
export const MasteredByOrder = orderInput('MasteredBy', {
  NAME: 'By name of the person; case and accents do not count.',
  LAST_EVIDENCE_AT,
});

export const asOfDescription =
  'The date the levels are for; now where left out. Not before the latest evidence concerned (BAD_INPUT). Who is a member, assigned or active is always taken at now.';

@ArgsType()
export class MasteryArguments extends listArguments(MasteryFilter, MasteryOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}

@ArgsType()
export class MasteredByArguments extends listArguments(MasteredByFilter, MasteredByOrder) {
  @Field(() => GraphQLISODateTime, { nullable: true, description: asOfDescription })
  asOf?: Date | null;
}
