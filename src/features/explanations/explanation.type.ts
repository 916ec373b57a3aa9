import { ArgsType, Field, Float, GraphQLISODateTime, ObjectType, registerEnumType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { ClaimKind } from '../evidence/claim.type';
import { OutsideId } from '../nouns/outside-id.type';
import { QuestionVersion } from '../questions/question-version.type';

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
  @VisibleTo(individuals)
  @Field(() => MasteryChangeKind, { description: 'What moved it.' })
  kind!: MasteryChangeKind;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'When: the moment of the answer, or the end of the stretch that faded.',
  })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Level after minus level before, in [-1,1].' })
  change!: number;
  @VisibleTo(individuals)
  @Field(() => QuestionVersion, {
    nullable: true,
    description: 'The question, in the version that was asked; null for what is no answer.',
  })
  version!: QuestionVersion | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability of a right answer as it was expected before, in [0,1]; null for what is no answer.',
  })
  expected!: number | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The score that happened, in [0,1]; null for what is no answer.',
  })
  score!: number | null;
  @VisibleTo(individuals)
  @Field(() => OutsideId, {
    nullable: true,
    description: 'What the answer or claim was recorded under; null for fading.',
  })
  outsideId!: OutsideId | null;
  @VisibleTo(individuals)
  @Field(() => ClaimKind, { nullable: true, description: 'Who stated a level; null for what is no claim.' })
  claimKind!: ClaimKind | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The level stated, in (0,1); null for what is no claim.',
  })
  claimedLevel!: number | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Why a level is what it is: prior plus all changes give the level, to within 1e-9.',
  simpleResolvers: true,
})
export class MasteryExplanation {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level before any evidence, in [0,1].' })
  prior!: number;
  @VisibleTo(individuals)
  @Field(() => [MasteryChange], { description: 'What moved it, newest first.' })
  changes!: MasteryChange[];
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level that they sum to, in [0,1].' })
  level!: number;
  @VisibleTo(individuals)
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
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'The level that all evidence but this gives on the same date, in [0,1].',
  })
  levelWithout!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level less levelWithout, in [-1,1].' })
  influence!: number;
  @VisibleTo(individuals)
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
