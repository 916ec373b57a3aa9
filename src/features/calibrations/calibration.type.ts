import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';

export enum CalibrationState {
  IN_THE_MAKING = 'IN_THE_MAKING',
  IN_FORCE = 'IN_FORCE',
  PAST = 'PAST',
}
registerEnumType(CalibrationState, {
  name: 'CalibrationState',
  description: 'Whether levels are read from a calibration.',
  valuesConfig: {
    IN_THE_MAKING: { description: 'Everybody is being folded with it; levels are not read from it yet.' },
    IN_FORCE: { description: 'Levels are read from it.' },
    PAST: { description: 'Levels were read from it; it stays on record.' },
  },
});

@ObjectType('Calibration', {
  description:
    'What the model takes people and questions to be like: numbered, and never changed once levels were read from it. Reference questions keep their meaning from one to the next.',
  simpleResolvers: true,
})
export class NumberedCalibration {
  @VisibleTo(installation)
  @Field(() => Int, { description: 'Its number, from 1.' })
  number!: number;
  @VisibleTo(installation)
  @Field(() => CalibrationState, { description: 'Whether levels are read from it.' })
  state!: CalibrationState;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it was fitted or copied; null for the one that an installation begins with.',
  })
  madeAt!: Date | null;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Since when levels are or were read from it; null while it is in the making and for the one that an installation begins with.',
  })
  inForceSince!: Date | null;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when levels were read from it; null unless it is past.',
  })
  inForceUntil!: Date | null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'How many answers it was fitted to; null where it was fitted to none.',
  })
  answers!: number | null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'How many people gave these answers; null where it was fitted to none.',
  })
  people!: number | null;
  @VisibleTo(installation)
  @Field(() => Float, {
    nullable: true,
    description:
      'Mean log loss, in natural units, per answer of people whose answers the questions were not fitted to; null where it was fitted to none. Smaller is better; 0.693 is a coin.',
  })
  logLoss!: number | null;
  @VisibleTo(installation)
  @Field(() => Float, {
    nullable: true,
    description: 'Share of people, in [0,1], who are folded with it; null unless it is in the making.',
  })
  progress!: number | null;
  @VisibleTo(installation)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
