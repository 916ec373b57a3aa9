import type { ActivityDefinition, Result, Score } from '../statement';
import { isCorrect } from './responses';
import { ScoreFrom } from './told';

/** A score in [0,1], and where it comes from. */
export interface FoundScore {
  readonly score: number;
  readonly scoreFrom: ScoreFrom;
}

/**
 * The score that a result gives: of the raw score within its bounds, else the scaled one, else of success, else of the response
 * held against the correct responses. The raw score goes first because platforms disagree on what scaled means: it runs from
 * -1, and Moodle's plugin puts half of the marks at 0 where the standard would have 0.5. Undefined where nothing decides.
 */
export function scoreOf(result: Result | undefined, definition?: ActivityDefinition): FoundScore | undefined {
  const raw = ofRaw(result?.score);
  if (raw !== undefined) return { score: raw, scoreFrom: ScoreFrom.RAW };
  const scaled = result?.score?.scaled;
  if (scaled !== undefined) return { score: within(scaled), scoreFrom: ScoreFrom.SCALED };
  if (result?.success !== undefined) return { score: Number(result.success), scoreFrom: ScoreFrom.SUCCESS };
  const correct = isCorrect(result?.response, definition);
  return correct === undefined ? undefined : { score: Number(correct), scoreFrom: ScoreFrom.RESPONSE };
}

/** A minimum that is left out is 0, as in most platforms; without a maximum a raw score says nothing. */
function ofRaw({ raw, min = 0, max }: Score = {}): number | undefined {
  return raw === undefined || max === undefined || max <= min ? undefined : within((raw - min) / (max - min));
}

function within(score: number): number {
  return Math.min(1, Math.max(0, score));
}
