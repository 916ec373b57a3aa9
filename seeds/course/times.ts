import type { Row } from '../files';

/** Page of the pre-test and of the post-test. */
export const testPages = { pre: 3, post: 9 } as const;
export const problemsPerTest = 12;

/**
 * Synthetic: the data says when a learner started and how long each page took, but neither when each problem was
 * answered nor in which order. Problem n of 12 is put at n/12 of its page's seconds, after all earlier pages.
 * `started` is local time; the course ran in Tuebingen in February and March 2010, before summer time began: UTC+1.
 */
export function syntheticTime(person: Row, page: number, problem: number): number | undefined {
  return timeAfter(person, page - 1, (problem / problemsPerTest) * secondsOn(person, page));
}

/** When a learner had been through this many pages, plus some seconds; undefined where no start is known. */
export function timeAfter(person: Row, pages: number, more = 0): number | undefined {
  const started = Date.parse(`${person.get('started')}+01:00`);
  if (Number.isNaN(started)) return undefined;
  let seconds = more;
  for (let page = 1; page <= pages; page++) seconds += secondsOn(person, page);
  return started + Math.round(1000 * seconds);
}

/** 0 where the page's time was not recorded. */
export function secondsOn(person: Row, page: number): number {
  const seconds = Number(person.get(`time${String(page).padStart(2, '0')}`));
  return seconds > 0 ? seconds : 0;
}
