import type { Fit, Predictor } from '../predictor';
import { fitBestLr } from './best-lr';
import { fitElo } from './elo';
import { fitIrt } from './irt';
import { fitPfa } from './pfa';

/** What the model is measured beside, by the name under which it is reported. */
export const baselines = { elo: fitElo, irt: fitIrt, pfa: fitPfa, bestlr: fitBestLr } satisfies Record<
  string,
  Fit<Predictor>
>;
