import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { CalibrationRun } from './calibration-run.type';
import { CalibrationRuns } from './calibration-runs';
import { startCalibration } from './running.service';

@Resolver()
export class CalibratingResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Query(() => [CalibrationRun], {
    description: 'The last 20 runs that this server was asked for, the latest first.',
  })
  calibrationRuns(@Ctx() { background }: RequestContext): readonly CalibrationRun[] {
    return background.keep(CalibrationRuns).list();
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => CalibrationRun, {
    description:
      'Fits a calibration to all evidence, makes everybody\'s mastery with it beside the one in force, and switches to it at once when that is done; takes up one that was left behind. Answered as soon as it is begun: ask "calibrationRuns" how it stands. CONFLICT where one is in the making already.',
  })
  calibrate(
    @Arg('dryRun', () => Boolean, {
      description: "Whether to change nothing and only tell, in the run's forecast, whose levels would move.",
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<CalibrationRun> {
    return startCalibration(context, dryRun);
  }
}
