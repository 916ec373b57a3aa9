import { medianBetween } from '../../estimators/median-interval';
import { quantile } from '../../estimators/quantiles';
import { counted } from '../../shared/words';
import { smallestGroup } from '../disclosure/disclosure';
import type { Rounding } from '../disclosure/rounded';
import type { PersonPassage } from './passage-of-person';
import { TimeToCompletion } from './time-to-completion.type';

/** How long people take, of passages that are released; undefined where fewer than five completed. */
export function timeToCompletion(
  passages: readonly PersonPassage[],
  expectedMinutes: number | null,
  rounding: Rounding,
): TimeToCompletion | undefined {
  const minutes = passages
    .flatMap(({ secondsToCompletion }) => (secondsToCompletion === null ? [] : [secondsToCompletion / 60]))
    .sort((left, right) => left - right);
  if (minutes.length < smallestGroup) return undefined;
  const between = medianBetween(minutes.length, 0.95);
  const at = (place: number | undefined): number | null => {
    const value = place === undefined ? undefined : minutes[place];
    return value === undefined ? null : rounding.minutes(value);
  };
  const figures = {
    people: minutes.length,
    medianMinutes: rounding.minutes(quantile(minutes, 0.5)),
    firstQuartileMinutes: rounding.minutes(quantile(minutes, 0.25)),
    thirdQuartileMinutes: rounding.minutes(quantile(minutes, 0.75)),
    expectedMinutes,
    low: at(between?.low),
    high: at(between?.high),
  };
  return Object.assign(new TimeToCompletion(), { ...figures, summary: summaryOfTime(figures) });
}

function summaryOfTime(figures: Omit<TimeToCompletion, 'summary'>): string {
  const { people, medianMinutes, firstQuartileMinutes, thirdQuartileMinutes, expectedMinutes } = figures;
  const expected =
    expectedMinutes === null ? '' : `, where ${counted(expectedMinutes, 'minute')} were expected`;
  return `${medianMinutes.toFixed(1)} minutes of active time is the median of ${counted(people, 'person', 'people')} who completed it${expected}; half of them take between ${firstQuartileMinutes.toFixed(1)} and ${thirdQuartileMinutes.toFixed(1)}.`;
}
