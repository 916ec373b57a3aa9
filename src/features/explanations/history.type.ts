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
import { OutsideId } from '../nouns/outside-id.type';
import { MasteryChangeKind } from './explanation.type';
import { LevelInterval } from '../mastery/mastery.type';

export const MasteryPointKind = { ...MasteryChangeKind, CALIBRATION: 'CALIBRATION' } as const;
export type MasteryPointKind = (typeof MasteryPointKind)[keyof typeof MasteryPointKind];
registerEnumType(MasteryPointKind, {
  name: 'MasteryPointKind',
  description: 'What happened to a level at a moment.',
  valuesConfig: {
    ANSWER: { description: 'An answer to a question that assesses the skill.' },
    RELATED_ANSWER: { description: 'An answer to a question on other skills.' },
    CLAIM: { description: 'A level that somebody stated.' },
    FADING: { description: 'Nothing but time: the level on the way to the next evidence.' },
    CALIBRATION: {
      description: 'Another calibration came into force: the same evidence was read in another way.',
    },
  },
});

@ObjectType({
  description: 'A level at one moment of the past, and what happened to it there.',
  simpleResolvers: true,
})
export class MasteryPoint {
  @VisibleTo(individuals)
  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at!: Date;
  @VisibleTo(individuals)
  @Field(() => MasteryPointKind, { description: 'What happened.' })
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
      'What it did to the level, in [-1,1]: level after less level right before. For FADING what time did since the evidence or calibration before it.',
  })
  change!: number;
  @VisibleTo(individuals)
  @Field(() => Int, { description: 'Number of the calibration that the level was told with.' })
  calibration!: number;
  @VisibleTo(individuals)
  @Field(() => OutsideId, {
    nullable: true,
    description: 'What the answer or claim was recorded under; null for FADING and CALIBRATION.',
  })
  outsideId!: OutsideId | null;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'How a level came to be over time. It is what the evidence that is held now says of each moment: what came late stands where it happened, what was withdrawn is gone, so that it may differ from what was shown then. Each moment is told with the calibration that was in force at it. Before, with what evidence, time and calibrations did, gives the level at the end, to within 1e-9.',
  simpleResolvers: true,
})
export class MasteryHistory {
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'The level right before the first point, in [0,1].' })
  before!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'What answers and claims did to it in all, in [-1,1].' })
  byEvidence!: number;
  @VisibleTo(individuals)
  @Field(() => Float, { description: 'What time without evidence did to it in all, in [-1,1].' })
  byTime!: number;
  @VisibleTo(individuals)
  @Field(() => Float, {
    description: 'What changes of calibration did to it in all, in [-1,1]: nothing that the person did.',
  })
  byCalibration!: number;
  @VisibleTo(individuals)
  @Field(() => [MasteryPoint], {
    description:
      'The points to draw, in the order of time: every answer and claim, some moments of every stretch without evidence, every change of calibration, and the two ends.',
  })
  points!: MasteryPoint[];
  @VisibleTo(individuals)
  @Field(() => Int, {
    description:
      'How many points were left out, as there were more than asked for: those nearest to the straight lines between the points that are there. A change of calibration never is.',
  })
  omitted!: number;
  @VisibleTo(individuals)
  @Field(() => String, { description: 'One plain sentence.' })
  summary!: string;
}

@ArgsType()
export class HistoryArguments {
  @Field(() => ID, { description: 'Global id of the skill.' })
  skill!: string;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'From when; from the first evidence on the skill where left out or earlier than that.',
  })
  since?: Date | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when; now where left out. A later moment shows how the level will fade.',
  })
  until?: Date | null;
  @Field(() => Int, {
    defaultValue: 100,
    description:
      'How many points at most, 1 to 200; the two ends and changes of calibration are told anyhow.',
  })
  points!: number;
}
