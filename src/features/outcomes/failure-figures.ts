import { clusteredShare, type ClusteredShare } from '../../estimators/clustered-share';
import { correlation } from '../../estimators/correlation';
import { quantile } from '../../estimators/quantiles';
import { grouped } from '../../shared/grouped';
import { smallestGroup } from '../disclosure/disclosure';
import type { AnswerOfVersion } from './cells';
import type { JudgedAnswer } from './judged-answers';

/** How many first answers failed; a fraction of a right answer counts as that share of one. */
export interface Failures extends ClusteredShare {
  readonly people: number;
}

export function failuresIn(answers: readonly AnswerOfVersion[]): Failures {
  const people = [...grouped(answers, ({ person }) => person).values()];
  const clusters = people.map((given) => ({
    trials: given.length,
    counted: given.reduce((sum, { score }) => sum + 1 - score, 0),
  }));
  return { people: people.length, ...clusteredShare(clusters) };
}

/** Share of wrong answers that the others of these people's answers predict, in [0,1]; undefined where nothing is known. */
export function expectedFailures(answers: readonly JudgedAnswer[]): number | undefined {
  const known = answers.filter(({ expected }) => !Number.isNaN(expected));
  if (known.length === 0) return undefined;
  return known.reduce((sum, { expected }) => sum + 1 - expected, 0) / known.length;
}

/** How far those who do better elsewhere do better here; undefined of fewer than five people, and where all are alike. */
export function correlationWithRest(answers: readonly JudgedAnswer[]): number | undefined {
  const known = answers.filter(({ standing }) => !Number.isNaN(standing));
  if (known.length < smallestGroup) return undefined;
  const found = correlation(known.map(({ score, standing }) => [score, standing]));
  return Number.isNaN(found) ? undefined : found;
}

/** An answer without a word; what the source calls nothing is nothing. */
export function isOmitted({ response }: AnswerOfVersion): boolean {
  return response === null || response.trim() === '';
}

/** Share of answers without a response, in [0,1]; undefined where no answer comes with one. */
export function omissionsIn(answers: readonly AnswerOfVersion[]): number | undefined {
  const omitted = answers.filter(isOmitted).length;
  return omitted === answers.length ? undefined : omitted / answers.length;
}

export interface Times {
  readonly firstQuartile: number;
  readonly median: number;
  readonly thirdQuartile: number;
}

/** Seconds that answers took; undefined where those of fewer than five people are known. */
export function secondsIn(answers: readonly AnswerOfVersion[]): Times | undefined {
  const timed = answers.flatMap(({ person, responseMs }) =>
    responseMs === null ? [] : [{ person, seconds: responseMs / 1_000 }],
  );
  if (new Set(timed.map(({ person }) => person)).size < smallestGroup) return undefined;
  const sorted = Float64Array.from(timed, ({ seconds }) => seconds).sort();
  return {
    firstQuartile: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    thirdQuartile: quantile(sorted, 0.75),
  };
}
