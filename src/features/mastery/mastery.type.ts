import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../../shared/connection';
import { Person } from '../people/person.type';
import { QuestionVersion } from '../questions/question-version.type';
import { Skill } from '../skills/skill.type';

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
  @Field(() => GraphQLISODateTime, {
    description: 'When the latest of these answers happened; certainty fades from then on.',
  })
  lastEvidenceAt!: Date;
}

export enum MasteryChangeKind {
  ANSWER = 'ANSWER',
  FADING = 'FADING',
}
registerEnumType(MasteryChangeKind, {
  name: 'MasteryChangeKind',
  description: 'What moved a level.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question that assesses the skill.' },
    FADING: {
      description: 'Time without evidence: certainty fades, and the level drifts with it toward one half.',
    },
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
    description: 'The question, in the version that was asked; null for fading.',
  })
  version!: QuestionVersion | null;
  @Field(() => Float, {
    nullable: true,
    description: 'Probability of a right answer as it was expected before, in [0,1]; null for fading.',
  })
  expected!: number | null;
  @Field(() => Float, { nullable: true, description: 'The score that happened, in [0,1]; null for fading.' })
  score!: number | null;
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
}

export const MasteryConnection = connectionType(() => Mastery, 'Mastery');
