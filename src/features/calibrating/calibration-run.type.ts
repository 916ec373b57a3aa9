import { Field, Float, Int, ObjectType } from 'type-graphql';
import { installation, VisibleTo } from '../access/policy';
import { Run } from '../switching/run.type';
import { calibrationPurpose } from './calibrating.service';

@ObjectType({
  description: 'How the levels of a group of at least five people would move under the new calibration.',
  simpleResolvers: true,
})
export class CalibrationForecastGroup {
  /** Internal ids of what the group is of. */
  teamKey!: string | null;
  skillKey!: string | null;
  @VisibleTo(installation)
  @Field(() => String, {
    nullable: true,
    description: 'Name of the team or the skill when the run ended; null for everybody together.',
  })
  name!: string | null;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many people of the group have a level; at least 5.' })
  personCount!: number;
  @VisibleTo(installation)
  @Field(() => Int, {
    description:
      'How many levels these people have: one for each person and skill in which the person is known.',
  })
  levelCount!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Mean change: the new level minus the present one, in [-1,1].' })
  meanChange!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the levels, in [0,1], that would rise by more than 0.05.' })
  raisedShare!: number;
  @VisibleTo(installation)
  @Field(() => Float, { description: 'Share of the levels, in [0,1], that would fall by more than 0.05.' })
  loweredShare!: number;
  @VisibleTo(installation)
  @Field(() => Float, {
    description: 'Share of the levels, in [0,1], that would lie in another named band than now.',
  })
  otherBandShare!: number;
  @VisibleTo(installation)
  @Field(() => String, { description: 'The same in one plain sentence.' })
  summary!: string;
}

@ObjectType({
  description:
    "How far a new calibration would move people's levels, by groups. Groups of fewer than five people are withheld, and their number is given.",
  simpleResolvers: true,
})
export class CalibrationForecast {
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many answers the calibration was fitted to.' })
  answerCount!: number;
  @VisibleTo(installation)
  @Field(() => Int, { description: 'How many people gave these answers.' })
  personCount!: number;
  @VisibleTo(installation)
  @Field(() => Float, {
    description:
      'How well it predicts answers: mean log loss per answer, in nats, of people whose answers were not used for fitting the questions. Smaller is better; 0.693 is as good as tossing a coin.',
  })
  logLoss!: number;
  @VisibleTo(installation)
  @Field(() => CalibrationForecastGroup, {
    nullable: true,
    description:
      'All people who have a level; null where these are fewer than five people, since it is then withheld.',
  })
  everybody!: CalibrationForecastGroup | null;
  @VisibleTo(installation)
  @Field(() => [CalibrationForecastGroup], {
    description:
      "One group for each team: its current members, in the order of the teams' names. A person in two teams counts in both.",
  })
  teams!: CalibrationForecastGroup[];
  @VisibleTo(installation)
  @Field(() => Int, {
    description: 'How many teams are withheld because fewer than five of their members have a level.',
  })
  teamsWithheld!: number;
  @VisibleTo(installation)
  @Field(() => [CalibrationForecastGroup], {
    description: "One group for each skill: the people known in it, in the order of the skills' names.",
  })
  skills!: CalibrationForecastGroup[];
  @VisibleTo(installation)
  @Field(() => Int, {
    description: 'How many skills are withheld because fewer than five people are known in them.',
  })
  skillsWithheld!: number;
}

@ObjectType({
  implements: Run,
  description: 'A run of `calibrate`, or a dry run of it, on this server.',
  simpleResolvers: true,
})
export class CalibrationRun extends Run {
  @VisibleTo(installation)
  @Field(() => Boolean, {
    description: 'Whether it is a dry run: one that changes nothing and only reports what would change.',
  })
  readonly dryRun: boolean;
  @VisibleTo(installation)
  @Field(() => CalibrationForecast, {
    nullable: true,
    description: 'The result of a dry run; null until it is done, and for other runs.',
  })
  forecast: CalibrationForecast | null = null;

  constructor(dryRun: boolean, now: number) {
    super(calibrationPurpose, dryRun ? 'A dry run of a calibration' : 'A calibration from evidence', now);
    this.dryRun = dryRun;
  }
}
