import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';

export enum CalibrationRunState {
  RUNNING = 'RUNNING',
  DONE = 'DONE',
  STOPPED = 'STOPPED',
  FAILED = 'FAILED',
}
registerEnumType(CalibrationRunState, {
  name: 'CalibrationRunState',
  description: 'Where a run stands.',
  valuesConfig: {
    RUNNING: { description: 'Under way.' },
    DONE: { description: 'Ended: the calibration is in force, or the dry run has its forecast.' },
    STOPPED: {
      description:
        'The server was stopped first. A calibration whose states were being made is gone on with when a server starts, or by the next run.',
    },
    FAILED: { description: 'It could not be done; failure says why. Levels are what they were.' },
  },
});

@ObjectType({
  description: 'How the levels of a group of at least five people would move.',
  simpleResolvers: true,
})
export class CalibrationForecastGroup {
  @VisibleTo(installation)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the team or the skill; null for everybody together.',
  })
  name!: string | null;
  @VisibleTo(installation)
  @Field(() => ID, {
    nullable: true,
    description: 'Global id of the team or the skill; null for everybody together.',
  })
  id!: string | null;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many people of the group have a level; at least 5.' })
  people!: number;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many levels they have: one for each skill that they are known in.' })
  levels!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Mean of the new level less the one of now, in [-1,1].' })
  meanChange!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the levels, in [0,1], that would rise by more than 0.05.' })
  raisedShare!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the levels, in [0,1], that would fall by more than 0.05.' })
  loweredShare!: number;
  @VisibleTo(installation)
  @Field(() => Float, {
    description: 'Share of the levels, in [0,1], that would come to lie in another named band.',
  })
  otherBandShare!: number;
  @VisibleTo(installation)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    'Whose levels a calibration would move by how much, told in groups. Groups of fewer than five people are withheld and counted.',
  simpleResolvers: true,
})
export class CalibrationForecast {
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many answers it was fitted to.' })
  answers!: number;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many people gave them.' })
  people!: number;
  @VisibleTo(installation)
  @Field(() => Float, {
    description:
      'How well it predicts: mean log loss, in natural units, per answer of people whose answers the questions were not fitted to. Smaller is better; 0.693 is a coin.',
  })
  logLoss!: number;
  @VisibleTo(installation)
  @Field(() => CalibrationForecastGroup, {
    nullable: true,
    description: 'Everybody with a level; null where they are fewer than five people: then it is withheld.',
  })
  everybody!: CalibrationForecastGroup | null;
  @VisibleTo(installation)
  @Field(() => [CalibrationForecastGroup], {
    description: 'By team that people belong to now, by name; somebody in two teams counts in both.',
  })
  teams!: CalibrationForecastGroup[];
  @VisibleTo(installation)
  @Field(() => Int, {
    description: 'How many teams are withheld, as fewer than five of theirs have a level.',
  })
  teamsWithheld!: number;
  @VisibleTo(installation)
  @Field(() => [CalibrationForecastGroup], { description: 'By skill, by name.' })
  skills!: CalibrationForecastGroup[];
  @VisibleTo(installation)
  @Field(() => Int, {
    description: 'How many skills are withheld, as fewer than five people are known in them.',
  })
  skillsWithheld!: number;
}

@ObjectType({
  description:
    'One making of a calibration, or its dry run, as this server was asked for it. Runs are told of as long as the server runs.',
  simpleResolvers: true,
})
export class CalibrationRun {
  @VisibleTo(installation)
  @Field(() => ID, { description: 'Names the run; the log has it too.' })
  id!: string;
  @VisibleTo(installation)
  @Field(() => Boolean, { description: 'Whether it changes nothing and only tells what would change.' })
  dryRun!: boolean;
  @VisibleTo(installation)
  @Field(() => CalibrationRunState, { description: 'Where it stands.' })
  state!: CalibrationRunState;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the work that is done, in [0,1].' })
  progress!: number;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, { description: 'When it was begun.' })
  startedAt!: Date;
  @VisibleTo(installation)
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When it ended; null while it is under way.',
  })
  endedAt!: Date | null;
  @VisibleTo(installation)
  @Field(() => Int, {
    nullable: true,
    description: 'Number of the calibration that it put in force; null of a dry run and until then.',
  })
  calibration!: number | null;
  @VisibleTo(installation)
  @Field(() => CalibrationForecast, {
    nullable: true,
    description: 'What a dry run came to; null otherwise and until then.',
  })
  forecast!: CalibrationForecast | null;
  @VisibleTo(installation)
  @Field(() => String, {
    nullable: true,
    description: 'What kept it from being done, and the way out; null where nothing did.',
  })
  failure!: string | null;
}
