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
    description:
      'All calibrations, the latest first: the one that the installation began with, one for each run of `calibrate`, and one for each merge or split of skills.',
  })
  async calibrations(@Ctx() { database }: RequestContext): Promise<NumberedCalibration[]> {
    return calibrationsShown(await calibrationRows(database));
  }

  @VisibleTo(installation)
  @Costs(1)
  @Mutation(() => SaveRelationshipsPayload, {
    description:
      'States up to 1,000 difficulties in the calibration in force. This is possible until an answer has been read with a difficulty (IN_USE afterwards).',
  })
  saveDifficulties(
    @Arg('items', () => [DifficultyInput], { description: 'Up to 1,000 difficulties.' })
    items: DifficultyInput[],
    @Ctx() context: RequestContext,
  ): Promise<SaveRelationshipsPayload> {
    return stateDifficulties(context.database, items);
  }
}
