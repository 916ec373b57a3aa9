import type { Fit, Predictor } from '../predictor';
import { fitElo } from './elo';
import { fitIrt } from './irt';

/** What the model is measured beside, by the name under which it is reported. */
export const baselines = { elo: fitElo, irt: fitIrt } satisfies Record<string, Fit<Predictor>>;
