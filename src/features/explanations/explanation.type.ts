import { ArgsType, Field, Float, GraphQLISODateTime, ObjectType, registerEnumType } from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { ClaimKind } from '../evidence/claim.type';
import { ExternalId } from '../nouns/external-id.type';
import { QuestionVersion } from '../questions/question-version.type';

export enum MasteryChangeKind {
  ANSWER = 'ANSWER',
  RELATED_ANSWER = 'RELATED_ANSWER',
  CLAIM = 'CLAIM',
  FADING = 'FADING',
}
registerEnumType(MasteryChangeKind, {
  name: 'MasteryChangeKind',
  description: 'The kind of cause that moved a level.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question that assesses the skill.' },
    CLAIM: { description: 'A claim: a level that someone stated.' },
    RELATED_ANSWER: {
      description:
        "An answer to a question on other skills: it says something about the person's ability in general, and where the calibration knows learning rates about how fast practice teaches them.",
    },
    FADING: {
      description: 'Time without evidence: certainty fades, and the level drifts toward one half.',
    },
  },
});

export enum EvidenceKind {
  ANSWER = 'ANSWER',
  CLAIM = 'CLAIM',
}
registerEnumType(EvidenceKind, {
  name: 'EvidenceKind',
  description: 'The kind of an item of evidence.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question.' },
    CLAIM: { description: 'A claim: a level that someone stated.' },
  },
});

@ObjectType({ description: 'One thing that moved a level, and by how much.', simpleResolvers: true })
export class MasteryChange {
  @VisibleTo(individuals)
  @Field(() => MasteryChangeKind, { description: 'The kind of cause.' })
  kind!: MasteryChangeKind;
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, {
    description: 'The moment of the answer or claim; for fading, the end of the period without evidence.',
  })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'Level after minus level before, in [-1,1].' })
  change!: number;
  @VisibleTo(individuals)
  @Field(() => QuestionVersion, {
    nullable: true,
    description: 'The question, in the version that was asked; null for claims and fading.',
  })
  version!: QuestionVersion | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description:
      'Probability of a right answer that was predicted beforehand, in [0,1]; null for claims and fading.',
  })
  expected!: number | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The score that the answer counts with, in [0,1]; null for claims and fading.',
  })
  score!: number | null;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description: 'Whether the answer counts less now, because a problem of its question is open.',
  })
  doubted!: boolean;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether it was recorded with another score: since then it was decided that another answer is right. See `Person.decisions`.',
  })
  rescored!: boolean;
  @VisibleTo(individuals)
  @Field(() => Boolean, {
    description:
      'Whether the answer counts less, because the person had answered its question before and may remember it: that moves what is expected of the same question more than the level.',
  })
  seenBefore!: boolean;
  @VisibleTo(individuals)
  @Field(() => ExternalId, {
    nullable: true,
    description: 'The source and id under which the answer or claim was recorded; null for fading.',
  })
  externalId!: ExternalId | null;
  @VisibleTo(individuals)
  @Field(() => ClaimKind, {
    nullable: true,
    description: 'The kind of source that stated a level; null unless kind is CLAIM.',
  })
  claimKind!: ClaimKind | null;
  @VisibleTo(individuals)
  @Field(() => Float, {
    nullable: true,
    description: 'The level that was stated, in (0,1); null unless kind is CLAIM.',
  })
  claimedLevel!: number | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description: 'Why a level is what it is: `prior` plus all `changes` give `level`, to within 1e-9.',
  simpleResolvers: true,
})
export class MasteryExplanation {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level before any evidence, in [0,1].' })
  prior!: number;
  @VisibleTo(individuals)
  @Field(() => [MasteryChange], { description: 'Everything that moved the level, newest first.' })
  changes!: MasteryChange[];
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level on the date asked for, in [0,1]: `prior` plus all changes.' })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => String, {
    description:
      'At most three plain sentences: what the level is and how certain, what moved it most and in which direction, and what there is to doubt about it.',
  })
  summary!: string;
}

@ObjectType({
  description:
    'How much one item of evidence contributes to a level: the level as it is, compared with the level from all other evidence. Influences do not sum to the level, since each is computed with all other evidence present.',
  simpleResolvers: true,
})
export class MasteryInfluence {
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'The level on the same date from all evidence except this item, in [0,1]; an earlier claim that it took the place of counts there.',
  })
  levelWithout!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level minus levelWithout, in [-1,1].' })
  influence!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ArgsType()
export class EvidenceArguments {
  @Field(() => EvidenceKind, {
    description: 'Whether it is an answer or a claim; each kind has its own ids.',
  })
  kind!: EvidenceKind;
  @Field(() => String, { description: 'The external system under which it was recorded, for example "lms".' })
  source!: string;
  @Field(() => String, { description: 'The id in that system.' })
  id!: string;
}
