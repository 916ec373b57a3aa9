import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import type { RequestContext } from '../request/context';
import { CalibrationRun } from './calibration-run.type';
import { startCalibration } from './running.service';

@Resolver()
export class CalibratingResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => CalibrationRun, {
    description:
      "Fits a new calibration to all evidence, computes everybody's mastery with it beside the calibration in force, and then switches over for everybody at once; continues one that was left unfinished. Returns as soon as the run has begun: follow it with `run`. CONFLICT where a calibration is already being built.",
  })
  calibrate(
    @Arg('dryRun', () => Boolean, {
      description: "true: change nothing, and only report in the run's forecast how far levels would move.",
    })
    dryRun: boolean,
    @Ctx() context: RequestContext,
  ): Promise<CalibrationRun> {
    return startCalibration(context, dryRun);
  }
}
