import { grouped } from '../../shared/grouped';
import type { Rounding } from '../disclosure/rounded';
import type { AskedOnPage } from './asking.read';
import type { AnswerOfVersion } from './cells';
import { correlationWithRest, expectedFailures, failuresIn, omissionsIn, secondsIn } from './failure-figures';
import { FailureRate, type ResponseShare, type SectionFailure } from './failure-rate.type';
import { summaryOfFailures, summaryOfSection } from './failure-summary';
import type { JudgedAnswer } from './judged-answers';
import { responsesIn } from './chosen-responses';

/** What is known of a question beside its answers. */
export interface QuestionAsked {
  readonly options: readonly string[];
  readonly answerKey: string | null;
  readonly difficulty: number | undefined;
  readonly discrimination: number | undefined;
}

/** Figures on questions as the API shows them, of one answer at least: on sections, or on one question by itself. */
export function failureRate(
  answers: readonly JudgedAnswer[],
  of: readonly AskedOnPage[] | QuestionAsked,
  rounding: Rounding,
): FailureRate {
  const { share, seconds } = rounding;
  const orNull = (value: number | undefined, round: (value: number) => number): number | null =>
    value === undefined ? null : round(value);
  const figures = failing(answers, rounding);
  const expectedRate = orNull(expectedFailures(answers), share);
  const times = secondsIn(answers);
  const question = 'options' in of ? of : undefined;
  return Object.assign(new FailureRate(), {
    ...figures,
    expectedRate,
    difficulty: orNull(question?.difficulty, share),
    discrimination: orNull(question?.discrimination, share),
    restCorrelation: orNull(question && correlationWithRest(answers), share),
    omissions: orNull(omissionsIn(answers), share),
    medianSeconds: orNull(times?.median, seconds),
    firstQuartileSeconds: orNull(times?.firstQuartile, seconds),
    thirdQuartileSeconds: orNull(times?.thirdQuartile, seconds),
    responses: question ? responsesShown(answers, question, rounding) : [],
    sections: 'options' in of ? [] : sectionsShown(answers, of, rounding),
    summary: summaryOfFailures(figures, expectedRate),
  });
}

/** How people fared with the questions of a section, beside what is to be expected of them. */
export interface SectionBesideExpected extends Pick<
  SectionFailure,
  'pageKey' | 'section' | 'people' | 'rate' | 'low'
> {
  /** Of all sections with its title, or of the page where it has none: the share that these people's other answers let expect. */
  readonly expectedRate: number | null;
}

export function sectionsBesideExpected(
  answers: readonly JudgedAnswer[],
  asked: readonly AskedOnPage[],
  rounding: Rounding,
): SectionBesideExpected[] {
  return sectionsShown(answers, asked, rounding).map(({ pageKey, section, people, rate, low }) => {
    const alike = asked.filter((one) => (section === null ? one.page === pageKey : one.section === section));
    const versions = new Set(alike.map(({ version }) => version));
    const expected = expectedFailures(answers.filter(({ version }) => versions.has(version)));
    const expectedRate = expected === undefined ? null : rounding.share(expected);
    return { pageKey, section, people, rate, low, expectedRate };
  });
}

function failing(answers: readonly AnswerOfVersion[], { share }: Rounding) {
  const { people, trials, counted, share: rate, low, high } = failuresIn(answers);
  const orNull = (value: number): number | null => (Number.isNaN(value) ? null : share(value));
  return {
    people,
    answers: trials,
    failed: share(counted),
    rate: share(rate),
    low: orNull(low),
    high: orNull(high),
  };
}

function responsesShown(
  answers: readonly JudgedAnswer[],
  { options, answerKey }: QuestionAsked,
  { share: round }: Rounding,
): ResponseShare[] {
  return responsesIn(answers, options).map(({ response, share, thirds }) => {
    const [lowestThird, middleThird, highestThird] = thirds?.map(round) ?? [];
    return {
      response,
      isKey: response === null || answerKey === null ? null : response === answerKey,
      share: round(share),
      lowestThird: lowestThird ?? null,
      middleThird: middleThird ?? null,
      highestThird: highestThird ?? null,
    };
  });
}

function sectionsShown(
  answers: readonly AnswerOfVersion[],
  asked: readonly AskedOnPage[],
  rounding: Rounding,
): SectionFailure[] {
  const sections = grouped(asked, ({ page, section }) => JSON.stringify([page, section]));
  return [...sections.values()].flatMap((questions): SectionFailure[] => {
    const versions = new Set(questions.map(({ version }) => version));
    const given = answers.filter(({ version }) => versions.has(version));
    const [first] = questions;
    if (!first || given.length === 0) return [];
    const figures = failing(given, rounding);
    const { page: pageKey, section, number, title } = first;
    const place = title === null ? `page ${String(number)}` : `page ${String(number)}, ${title}`;
    return [{ ...figures, pageKey, section, summary: summaryOfSection(section, place, figures) }];
  });
}
