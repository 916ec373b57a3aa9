import { logistic, logit, logLogistic } from './normal';

/** What is known of one page, of the people who reached it; made so that no person can be told from it. */
export interface PageEvidence {
  readonly page: string;
  /** Its place in the module, from 1. */
  readonly number: number;
  /** What the author expects; undefined where nothing is said. */
  readonly expectedSeconds: number | undefined;
  readonly people: number;
  /** Active time of one person, over all their views of the page; NaN where it is not known. */
  readonly medianSeconds: number;
  /** Standard deviation of the logarithm of that time; NaN where fewer than two people's are known. */
  readonly spreadSeconds: number;
  /** People who came back to the page. */
  readonly revisited: number;
  /** For each person. */
  readonly pauses: number;
  /** People who could have left here, and who did. */
  readonly atRisk: number;
  readonly left: number;
  /** People who called it unclear, or outdated, and who gave feedback at all. */
  readonly unclear: number;
  readonly outdated: number;
  readonly feedback: number;
  /** Answers to what the page teaches, without questions that are faulty by themselves. */
  readonly questions: AnswersAfterPage;
}

export interface AnswersAfterPage {
  /** Sum of the scores. */
  readonly right: number;
  readonly answers: number;
  /** Sum of the probabilities of a right answer, as these people's mastery predicts them. */
  readonly expected: number;
  /** Sum of p(1 - p) over the same answers. */
  readonly variance: number;
}

/** What a page is judged by. `mastery` is what the people's mastery predicts, `answers` what they did beyond it. */
export const pageSignals = [
  'seconds',
  'revisits',
  'pauses',
  'leaving',
  'unclear',
  'outdated',
  'answers',
  'mastery',
] as const;
export type PageSignal = (typeof pageSignals)[number];

/**
 * What one figure of one page says of how it truly is, on a scale on which pages differ by about as much wherever they lie:
 * logarithms of times and rates, logits of shares. `value` is the figure as people read it.
 */
export interface Reading {
  readonly value: number;
  /** Logarithm of the likelihood at each point of the grid. */
  readonly logs: Float64Array;
  /** What `usual` on the grid means in the unit of `value`. */
  readonly inUnit: (usual: number) => number;
}

/** Fine beside how much pages differ, and wide enough for whatever one shows. */
export const signalGrid = Float64Array.from({ length: 181 }, (_, step) => -9 + step / 10);

/** Times are taken to be no further off than this. */
const furthest = 8;
/** More people than this say no more of a page: what is left is how pages differ. */
const mostCounted = 400;
/** Page views of one person vary more than a Poisson number does. */
const pauseDispersion = 2;
/** Answers of one person after one page are alike, and their mastery is not known exactly. */
const answerDispersion = 1.5;
/** However much chances differ. */
const leastShifting = 0.05;
/** Pages are never known better than this: variance of the logarithm of a time. */
const leastTimeVariance = 0.01;
/** The variance of a median over that of a mean, of normal values. */
const medianVariance = Math.PI / 2;
/** How much the length of a page leaves open what time it takes, where no author says: variance of the logarithm. */
const lengthsDiffer = 0.4;

/** Reads the figures of a page; a figure of which nothing is known is undefined. */
export function readingsOf(page: PageEvidence): Readonly<Record<PageSignal, Reading | undefined>> {
  const { people, questions } = page;
  return {
    seconds: timeReading(page),
    revisits: shareReading(page.revisited, people),
    pauses: pausesReading(page.pauses, people),
    leaving: shareReading(page.left, page.atRisk),
    unclear: shareReading(page.unclear, people),
    outdated: shareReading(page.outdated, people),
    answers: answersReading(questions),
    mastery: shareReading(questions.expected, questions.answers),
  };
}

function timeReading({
  expectedSeconds,
  people,
  medianSeconds,
  spreadSeconds,
}: PageEvidence): Reading | undefined {
  if (people === 0 || !(medianSeconds > 0)) return undefined;
  const expected = expectedSeconds !== undefined && expectedSeconds > 0 ? expectedSeconds : undefined;
  const at = Math.max(-furthest, Math.min(furthest, Math.log(medianSeconds / (expected ?? typicalSeconds))));
  const variance =
    (medianVariance * Math.max(isNaN(spreadSeconds) ? usualSpread : spreadSeconds, smallestSpread) ** 2) /
      Math.min(people, mostCounted) +
    leastTimeVariance +
    (expected === undefined ? lengthsDiffer : 0);
  return {
    value: medianSeconds,
    logs: signalGrid.map((point) => -((point - at) ** 2) / (2 * variance)),
    inUnit: (usual) => (expected ?? typicalSeconds) * Math.exp(usual),
  };
}

/** Any will do: pages without an expected time are compared with one another. */
const typicalSeconds = 60;
const smallestSpread = 0.2;
const usualSpread = 0.6;

function shareReading(times: number, of: number): Reading | undefined {
  if (of === 0) return undefined;
  const counted = Math.min(1, mostCounted / of);
  const [yes, no] = [counted * times, counted * (of - times)];
  return {
    value: times / of,
    logs: signalGrid.map((point) => yes * logLogistic(point) + no * logLogistic(-point)),
    inUnit: (usual) => logistic(usual),
  };
}

function pausesReading(rate: number, people: number): Reading | undefined {
  if (people === 0) return undefined;
  const counted = Math.min(people, mostCounted) / pauseDispersion;
  return {
    value: rate,
    logs: signalGrid.map((point) => counted * (rate * point - Math.exp(point))),
    inUnit: Math.exp,
  };
}

/**
 * How many logits these people did better than their mastery predicts. Where their chances differ, all of them shifted by one
 * logit shift their mean by less than one, and the sum of their answers varies less: both by `variance`.
 */
function answersReading({ right, answers, expected, variance }: AnswersAfterPage): Reading | undefined {
  if (answers === 0 || !(variance > 0)) return undefined;
  const chance = Math.min(1 - 1e-3, Math.max(1e-3, expected / answers));
  const centre = logit(chance);
  const shifting = Math.min(1, Math.max(leastShifting, variance / (answers * chance * (1 - chance))));
  const counted = Math.min(answers / answerDispersion, mostCounted) / (answers * shifting);
  const [yes, no] = [counted * right, counted * (answers - right)];
  return {
    value: right / answers,
    logs: signalGrid.map((point) => {
      const shifted = centre + shifting * point;
      return yes * logLogistic(shifted) + no * logLogistic(-shifted);
    }),
    inUnit: (usual) => logistic(centre + shifting * usual),
  };
}
