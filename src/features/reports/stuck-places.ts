import { percent } from '../../shared/percent';
import { counted } from '../../shared/words';
import type { Problem } from '../diagnosis/problem.type';
import type { Module } from '../modules/module.type';
import type { Page } from '../modules/page.type';
import { StuckBecause, StuckPlace } from './stuck-place.type';

/** How people fared with the questions of a section, or of a page where they stand in none. */
export interface SectionFigures {
  readonly page: Page | null;
  readonly section: string | null;
  readonly people: number;
  /** Share of first answers that were wrong, and the lower end of its interval; null where nothing bounds it. */
  readonly rate: number;
  readonly low: number | null;
  /** Share that these people's other answers let expect; null where nothing is known. */
  readonly expectedRate: number | null;
}

/** Where clearly more left than around it. */
export interface LeavingFigures {
  readonly page: Page | null;
  readonly minute: number | null;
  /** People who came there, and those of them who left. */
  readonly atRisk: number;
  readonly left: number;
  /** How many were to be expected to leave, by the places around it. */
  readonly expected: number;
}

/** Even the lower end of the interval lies so far above what is expected: few sound sections of many get there by chance. */
const clearlyMore = 0.1;

/** The sections in which clearly more is wrong than these people would get wrong. */
export function failingPlaces(module: Module, sections: readonly SectionFigures[]): StuckPlace[] {
  return sections.flatMap(({ page, section, people, rate, low, expectedRate }) => {
    if (low === null || expectedRate === null || low <= expectedRate + clearlyMore) return [];
    const where = placeName(page, section);
    const summary = `${counted(people, 'person', 'people')} got ${percent(rate)} of ${where} of ${module.name} wrong; ${percent(expectedRate)} were to be expected of them.`;
    return [
      placeOf({ module, page, section, because: StuckBecause.FAILING, people, rate, expectedRate, summary }),
    ];
  });
}

/** The pages or minutes at which clearly more people leave than around them. */
export function leavingPlaces(module: Module, places: readonly LeavingFigures[]): StuckPlace[] {
  return places.map(({ page, minute, atRisk, left, expected }) => {
    const [rate, expectedRate] = [left / atRisk, expected / atRisk];
    const where = minute === null ? placeName(page, null) : `minute ${String(minute)}`;
    const summary = `${String(left)} of ${counted(atRisk, 'person', 'people')} left ${module.name} at ${where}; ${percent(expectedRate)} were to be expected to.`;
    const figures = { people: atRisk, rate, expectedRate, summary };
    return placeOf({ module, page, section: null, because: StuckBecause.LEAVING, ...figures });
  });
}

/** The worst first: where most people more than expected fail or leave. */
export function worstPlacesFirst(places: readonly StuckPlace[]): StuckPlace[] {
  return [...places].sort(
    (left, right) =>
      peopleTooMany([right]) - peopleTooMany([left]) || (left.summary < right.summary ? -1 : 1),
  );
}

/** How many people more than expected fail or leave at these places. */
export function peopleTooMany(places: readonly StuckPlace[]): number {
  return places.reduce((sum, { people, rate, expectedRate }) => sum + people * (rate - expectedRate), 0);
}

function placeOf(given: Omit<StuckPlace, 'problems'>): StuckPlace {
  return Object.assign(new StuckPlace(), { ...given, problems: [] });
}

/** The place with the faults that are known there. */
export function withFaults(place: StuckPlace, problems: Problem[]): StuckPlace {
  if (problems.length === 0) return place;
  const known = `${counted(problems.length, 'problem is', 'problems are')} known there: it is likely the content and not the people.`;
  return Object.assign(new StuckPlace(), { ...place, problems, summary: `${place.summary} ${known}` });
}

/** What a place is called in a sentence. */
export function placeName(page: Page | null, section: string | null): string {
  if (section !== null) return `section “${section}”`;
  if (page === null) return 'a section without a title';
  const number = `page ${String(page.number)}`;
  return page.title === null ? number : `${number} “${page.title}”`;
}
