import { medianBetween } from '../../estimators/median-interval';
import { quantile } from '../../estimators/quantiles';
import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import { smallestGroup } from '../disclosure/disclosure';
import type { Rounding } from '../disclosure/rounded';
import { PageFigures } from './page-figures.type';
import { medianOf, type PageStatistics } from './page-statistics';

/** First answers that people who opened a page gave to what is asked there or next. */
export interface AnswersAfter {
  readonly people: number;
  readonly answers: number;
  readonly right: number;
}

/** A page of a revision with what is known of it. */
export interface JudgedPage {
  readonly statistics: PageStatistics;
  readonly expectedSeconds: number | null;
  readonly after: AnswersAfter;
}

const longerThanExpected = 1.5;
const longerThanUsual = 2;
const oftenRevisited = 0.2;
const moreThanUsual = 1.5;
const poorlyAnswered = 0.6;

/** What people do on a page, beside the other pages of its revision; undefined where fewer than five opened it. */
export function pageFigures(
  page: JudgedPage,
  others: readonly JudgedPage[],
  rounding: Rounding,
): PageFigures | undefined {
  const { seconds, revisited, pauses, atRisk, left, people } = page.statistics;
  if (people < smallestGroup) return undefined;
  const between = medianBetween(people, 0.95);
  const at = (place: number | undefined): number | null => {
    const value = place === undefined ? undefined : seconds[place];
    return value === undefined ? null : rounding.seconds(value);
  };
  const costsMoreBecause = whyItCostsMore(page, others);
  const figures = {
    people,
    medianSeconds: rounding.seconds(medianOf(page.statistics)),
    firstQuartileSeconds: rounding.seconds(quantile(seconds, 0.25)),
    thirdQuartileSeconds: rounding.seconds(quantile(seconds, 0.75)),
    low: at(between?.low),
    high: at(between?.high),
    expectedSeconds: page.expectedSeconds,
    revisitRate: rounding.share(revisited / people),
    pausesPerPerson: rounding.share(pauses / people),
    ...{ atRisk, leftHere: left },
    answersAfter: page.after.people < smallestGroup ? 0 : page.after.answers,
    rightAfter: page.after.people < smallestGroup ? null : rounding.share(rightAfter(page)),
    costsMoreThanItTeaches: costsMoreBecause !== null,
    costsMoreBecause,
  };
  return Object.assign(new PageFigures(), { ...figures, summary: summaryOfPage(figures) });
}

function rightAfter({ after: { right, answers } }: JudgedPage): number {
  return right / answers;
}

function whyItCostsMore(page: JudgedPage, others: readonly JudgedPage[]): string | null {
  const median = medianOf(page.statistics);
  const opened = others.filter(({ statistics }) => statistics.people >= smallestGroup);
  const usualSeconds = middle(opened.map(({ statistics }) => medianOf(statistics)));
  const usualRevisits = middle(opened.map(({ statistics }) => statistics.revisited / statistics.people));
  const { expectedSeconds, statistics, after } = page;
  const isLong =
    expectedSeconds === null
      ? median >= longerThanUsual * usualSeconds
      : median >= longerThanExpected * expectedSeconds;
  const revisits = statistics.revisited / statistics.people;
  const isRevisited = revisits >= oftenRevisited && !(revisits < moreThanUsual * usualRevisits);
  const isPoor = after.people >= smallestGroup && rightAfter(page) <= poorlyAnswered;
  if (!isLong || !isRevisited || !isPoor) return null;
  const against =
    expectedSeconds === null
      ? `${usualSeconds.toFixed(0)} are usual`
      : `${String(expectedSeconds)} are expected`;
  return `It takes ${median.toFixed(0)} seconds where ${against}, ${percent(revisits)} come back to it, and only ${percent(rightAfter(page))} of the answers after it are right.`;
}

/** The median; NaN of none. */
function middle(values: readonly number[]): number {
  return quantile(
    [...values].sort((left, right) => left - right),
    0.5,
  );
}

function summaryOfPage(figures: Omit<PageFigures, 'summary'>): string {
  const {
    people,
    medianSeconds,
    expectedSeconds,
    revisitRate,
    leftHere,
    rightAfter: right,
    costsMoreThanItTeaches,
  } = figures;
  const expected =
    expectedSeconds === null ? '' : ` where ${counted(expectedSeconds, 'second')} were expected`;
  const after = right === null ? '' : `; ${percent(right)} of the answers after it are right`;
  const worse = costsMoreThanItTeaches ? ' It costs more than it teaches.' : '';
  return `${medianSeconds.toFixed(0)} seconds of active time is the median of ${counted(people, 'person', 'people')} who opened the page${expected}: ${percent(revisitRate)} came back to it and ${String(leftHere)} left here${after}.${worse}`;
}
