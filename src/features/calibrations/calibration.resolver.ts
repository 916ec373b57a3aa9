import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { Costs } from '../../shared/field-extensions';
import { installation, VisibleTo } from '../access/policy';
import { payloadOf, relationshipsPayload } from '../nouns/saved.type';
import type { RequestContext } from '../request/context';
import { calibrationRows } from './calibration-list.store';
import { calibrationsShown } from './calibration-summary';
import { NumberedCalibration } from './calibration.type';
import { DifficultyInput } from './difficulty.input';
import { stateDifficulties } from './difficulty.service';
import { difficultiesNow } from './difficulty.store';
import { StatedDifficulty } from './difficulty.type';

const SaveDifficultiesPayload = relationshipsPayload(StatedDifficulty, {
  one: 'difficulty',
  many: 'difficulties',
  savedBy: installation,
});

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
  @Mutation(() => SaveDifficultiesPayload, {
    description:
      'States up to 1,000 difficulties in the calibration in force. This is possible until an answer has been read with a difficulty (IN_USE afterwards).',
  })
  async saveDifficulties(
    @Arg('items', () => [DifficultyInput], { description: 'Up to 1,000 difficulties.' })
    items: DifficultyInput[],
    @Ctx() context: RequestContext,
  ): Promise<InstanceType<typeof SaveDifficultiesPayload>> {
    const saved = await stateDifficulties(context.database, items);
    return payloadOf(saved, items.length, (named) => difficultiesNow(context.database, named));
  }
}
