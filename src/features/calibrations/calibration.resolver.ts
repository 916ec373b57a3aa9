import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import { SaveRelationshipsPayload } from '../nouns/saved.type';
import type { RequestContext } from '../request/context';
import { calibrationRows } from './calibration-list.store';
import { calibrationsShown } from './calibration-summary';
import { NumberedCalibration } from './calibration.type';
import { DifficultyInput } from './difficulty.input';
import { stateDifficulties } from './difficulty.service';

@Resolver()
export class CalibrationResolver {
  @VisibleTo(installation)
  @Costs(1)
  @Query(() => [NumberedCalibration], {
    description: 'All calibrations, the latest first: there is one for each time that somebody calibrated.',
  })
  async calibrations(@Ctx() { database }: RequestContext): Promise<NumberedCalibration[]> {
    return calibrationsShown(await calibrationRows(database));
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'States up to 1,000 difficulties in the calibration in force, before answers are read with them (IN_USE afterwards).',
  })
  saveDifficulties(
    @Arg('items', () => [DifficultyInput], { description: 'Up to 1,000 difficulties.' })
    items: DifficultyInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return stateDifficulties(context.database, items);
  }
}
