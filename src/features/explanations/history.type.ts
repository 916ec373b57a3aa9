import {
  ArgsType,
  Field,
  Float,
  GraphQLISODateTime,
  ID,
  Int,
  ObjectType,
  registerEnumType,
} from 'type-graphql';
import { individuals, VisibleTo } from '../access/policy';
import { ExternalId } from '../nouns/external-id.type';
import { MasteryChangeKind } from './explanation.type';
import { LevelInterval } from '../mastery/mastery.type';

export const MasteryPointKind = { ...MasteryChangeKind, CALIBRATION: 'CALIBRATION' } as const;
export type MasteryPointKind = (typeof MasteryPointKind)[keyof typeof MasteryPointKind];
registerEnumType(MasteryPointKind, {
  name: 'MasteryPointKind',
  description: "The kind of event at a point of a level's history.",
  valuesConfig: {
    ANSWER: { description: 'An answer to a question that assesses the skill.' },
    RELATED_ANSWER: { description: 'An answer to a question on other skills.' },
    CLAIM: { description: 'A claim: a level that someone stated.' },
    FADING: { description: 'Only time has passed: the level between two items of evidence.' },
    CALIBRATION: {
      description:
        'Another calibration came into force: from here on the same evidence is read with other parameters.',
    },
  },
});

@ObjectType({
  description: 'A level at one moment of the past, and what happened to it there.',
  simpleResolvers: true,
})
export class MasteryPoint {
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'The moment at which the level was this.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => MasteryPointKind, { description: 'The kind of event.' })
  kind!: MasteryPointKind;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level right after it, in [0,1].' })
  level!: number;
  @VisibleTo(individuals)
  @Field(() => LevelInterval, { description: 'The central 90 % interval of the level right after it.' })
  interval!: LevelInterval;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'By how much it moved the level, in [-1,1]: the level right after minus the level right before. For FADING, by how much time moved it since the point before.',
  })
  change!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'Number of the calibration with which the level was computed.' })
  calibration!: number;
  @VisibleTo(individuals)
  @Field(() => ExternalId, {
    nullable: true,
    description:
      'The source and id under which the answer or claim was recorded; null for FADING and CALIBRATION.',
  })
  externalId!: ExternalId | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How a level developed over time, according to the evidence stored now: evidence that arrived late appears where it happened, and withdrawn evidence does not appear, so that the history may differ from what was shown at the time. Each moment is computed with the calibration in force at that moment. `before` plus `byEvidence`, `byTime` and `byCalibration` gives the level at the end, to within 1e-9.',
  simpleResolvers: true,
})
export class MasteryHistory {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level right before the first point, in [0,1].' })
  before!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'How much answers and claims moved the level in all, in [-1,1].' })
  byEvidence!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'How much time without evidence moved the level in all, in [-1,1].' })
  byTime!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description:
      'How much changes of calibration moved the level in all, in [-1,1]; the person has no part in that.',
  })
  byCalibration!: number;
  @VisibleTo(individuals)
  @Field(() => [MasteryPoint], {
    description:
      'The points to draw, in the order of time: every answer and claim, some moments of every period without evidence, every change of calibration, and both ends.',
  })
  points!: MasteryPoint[];
  @VisibleTo(individuals)
  @Field(() => Int, {
    description:
      'How many points were left out because there were more than `points` allows: those nearest to the straight lines between the remaining ones. Changes of calibration are never left out.',
  })
  omitted!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ArgsType()
export class HistoryArguments {
  @Field(() => ID, { description: 'Global id of the skill.' })
  skill!: string;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Where the history begins; at the first evidence on the skill where left out or earlier than that.',
  })
  since?: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Where the history ends; now where left out. A moment in the future shows how the level will fade.',
  })
  until?: Date | null;
  @Field(() => Int, {
    defaultValue: 100,
    description:
      'How many points to return at most, 1 to 200; both ends and changes of calibration are returned in any case.',
  })
  points!: number;
}
