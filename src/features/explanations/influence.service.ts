import { BadInputError } from '../../shared/errors';
import type { BatchRead } from '../request/loaders';
import { inSlices } from '../../shared/slices';
import { foldingsOf, levelFrom, type QuestionedFolding } from './folding';
import { percent, points } from '../../shared/percent';
import type { MasteryInfluence } from './explanation.type';

/** What one item of evidence does to masteries, by 'person skill' (internal ids). */
export const influenceOnMastery: BatchRead<
  string,
  MasteryInfluence,
  { readonly asOf: number; readonly id: string }
> = async (context, keys, { asOf, id }) => {
  const foldings = await foldingsOf(context, keys);
  return Promise.all(foldings.map((folding) => inSlices(influenceOf(folding, id, asOf), context.gone)));
};

function* influenceOf(
  folding: QuestionedFolding,
  id: string,
  asOf: number,
): Generator<void, MasteryInfluence | Error> {
  if (!folding.items.some((item) => item.id === id)) {
    return new BadInputError(
      'No answer or claim of this person that counts was recorded under this source and id: take them from externalId in the explanation.',
    );
  }
  const level = yield* levelFrom(folding.items, folding, asOf);
  const levelWithout = yield* levelFrom(folding.itemsWithout(id), folding, asOf);
  const influence = level - levelWithout;
  return {
    levelWithout,
    influence,
    summary: `Without it the level would be ${percent(levelWithout)} instead of ${percent(level)}: it ${influence >= 0 ? 'raises' : 'lowers'} the level by ${points(Math.abs(influence))} points.`,
  };
}
