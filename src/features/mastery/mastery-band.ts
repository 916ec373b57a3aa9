import { bandProbabilities } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import type { LevelBand } from '../../shared/bands';
import type { BandProbability } from './mastery-band.type';

/** How likely a level lies in each band, lowest first. */
export function bandsOf(
  { ability, reference }: { readonly ability: Gaussian; readonly reference: number },
  bands: readonly LevelBand[],
): BandProbability[] {
  const probabilities = bandProbabilities(
    ability,
    bands.map(({ from }) => from),
    reference,
  );
  return bands.map(({ name, from, to }, place) => ({
    band: name,
    from,
    to,
    probability: probabilities[place] ?? 0,
  }));
}

/** The likeliest of some bands; of equally likely ones the lowest. */
export function likeliestOf(bands: readonly BandProbability[]): BandProbability {
  return bands.reduce((best, band) => (band.probability > best.probability ? band : best));
}
