import { Field, Float, GraphQLISODateTime, Int, ObjectType, registerEnumType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';

export enum CalibrationState {
  BUILDING = 'BUILDING',
  IN_FORCE = 'IN_FORCE',
  PAST = 'PAST',
}
registerEnumType(CalibrationState, {
  name: 'CalibrationState',
  description: 'Whether levels are read with a calibration: now, not yet, or no longer.',
  valuesConfig: {
    BUILDING: {
      description:
        "It is being built: everybody's levels are being computed with it, but are not read with it yet.",
    },
    IN_FORCE: { description: 'Levels are read with it.' },
    PAST: { description: 'Levels were read with it in the past; it stays on record.' },
  },
});

@ObjectType('Calibration', {
  description:
    "A numbered set of parameters by which evidence becomes levels: those of the model, the difficulty of every question and of every skill's reference question. It never changes once levels have been read with it. Levels keep their meaning from one calibration to the next.",
  simpleResolvers: true,
})
export class NumberedCalibration {
  @VisibleTo(installation)
  @Field(() => Int, { description: 'Number of the calibration, from 1; later ones have higher numbers.' })
  number!: number;
  @VisibleTo(installation)
  @Field(() => CalibrationState, {
    description: 'Whether levels are read with it: now, not yet, or no longer.',
  })
  state!: CalibrationState;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it was fitted, or copied from the one before; null for the calibration that an installation begins with.',
  })
  madeAt!: Date | null;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'When it came into force: levels are, or were, read with it from then on. Null while it is being built, and for the calibration that an installation begins with.',
  })
  inForceSince!: Date | null;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When the next calibration replaced it; null unless its state is PAST.',
  })
  inForceUntil!: Date | null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'How many answers it was fitted to; null where it was not fitted to any.',
  })
  answerCount!: number | null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'How many people gave these answers; null where it was not fitted to any.',
  })
  personCount!: number | null;
  @VisibleTo(installation)
  @Field(() => Float, {
    nullable: true,
    description:
      'How well it predicts answers: mean log loss per answer, in nats, of people whose answers were not used for fitting the questions. Smaller is better; 0.693 is as good as tossing a coin. Null where it was not fitted to any answers.',
  })
  logLoss!: number | null;
  @VisibleTo(installation)
  @Field(() => Float, {
    nullable: true,
    description:
      'Share of people, in [0,1], whose levels have been computed with it so far; null unless its state is BUILDING.',
  })
  progress!: number | null;
  @VisibleTo(installation)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}
