import { lapseOf, type Lapse, type LapsedBy } from '../../estimators/lapse';
import { expectedLevel, probabilityAtLeast } from '../../estimators/level';
import { practisedLevel } from '../../estimators/memory';
import { requiredInWords } from '../../shared/bands';
import { percent } from '../../shared/percent';
import { takeTurns } from '../../shared/slices';
import { counted } from '../../shared/words';
import {
  abilityAt,
  dayOf,
  generalColumns,
  momentOf,
  type EdgeRow,
  type GeneralRow,
} from '../states/stored-state';
import { recollected, type StoredMemories } from '../mastery/stored-memories';
import { namedModule } from '../modules/module.store';
import { teachingModules, type TeachingModule } from '../modules/teaching-modules.read';
import { personByKey } from '../people/people.loader';
import { namedProject } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import { assignedHolders, type AssignedHolders, type FadingAmong } from './fading.read';
import type { Fading, FadingReport } from './fading.type';

/** How far ahead can be looked, days. */
export const furthest = 3_650;
const millisecondsPerDay = 86_400_000;

export interface FadingWanted extends FadingAmong {
  /** How far ahead is looked, days. */
  readonly within: number;
  /** The probability from which a requirement is sure to be met. */
  readonly sureFrom: number;
  /** How many are shown at most. */
  readonly first: number;
}

/** A requirement of one person that lapses, with what it was found by. */
interface Found {
  readonly row: AssignedHolders;
  /** Internal id. */
  readonly person: string;
  readonly lapse: Lapse;
  readonly probability: number;
  readonly level: number;
}

/**
 * What people meet now and will no longer meet. Whoever is not listed is told about as well, as one whose requirements last or are
 * not met: all are looked at.
 */
export async function fadingSoon(context: RequestContext, wanted: FadingWanted): Promise<FadingReport> {
  const { now } = context;
  const until = now + wanted.within * millisecondsPerDay;
  const all: Found[] = [];
  for (const row of await assignedHolders(context, wanted)) {
    await takeTurns(context.gone);
    for (const [place, person] of row.people.entries()) {
      const [general, edge, memories] = [row.general[place], row.edges[place], row.memories[place]];
      if (!general || !edge || !memories) continue;
      context.looks.add('staffing', person);
      const fading = foundOf(context, { row, person, general, edge, memories }, wanted.sureFrom);
      if (fading) all.push(fading);
    }
  }
  all.sort(byLapse);
  const found = all.filter(({ lapse }) => momentOf(lapse.day) <= until);
  const next = all[found.length];
  const shown = found.slice(0, wanted.first);
  const [people, modules] = await Promise.all([
    loadAhead(
      context,
      personByKey,
      shown.map(({ person }) => person),
      null,
    ),
    teachingModules(context, [...new Set(shown.map(({ row }) => row.skillKey))]),
  ]);
  return {
    until: new Date(until),
    nextLapsesAt: next ? new Date(momentOf(next.lapse.day)) : null,
    fadingCount: found.length,
    fading: shown.flatMap((one): Fading[] => {
      const person = people.get(one.person);
      return person ? [{ person, ...shownOf(one, person.name, refresherOf(one, modules)) }] : [];
    }),
    summary: summaryOfReport(found, next, wanted.within),
  };
}

function foundOf(
  { now, rules }: RequestContext,
  {
    row,
    person,
    general,
    edge,
    memories,
  }: {
    row: AssignedHolders;
    person: string;
    general: GeneralRow;
    edge: EdgeRow;
    memories: StoredMemories;
  },
  sureFrom: number,
): Found | undefined {
  const { level, reference, calibration } = row;
  const abilityOn = (day: number) => abilityAt(general, edge, momentOf(day), calibration);
  const { meetsFrom } = rules;
  const required = { level, reference, meetsFrom, sureFrom: Math.max(sureFrom, meetsFrom) };
  const practised = recollected(row.skillKey, memories);
  const place = generalColumns.fieldsOf(general).answers;
  const practisedOn = (day: number) =>
    practisedLevel(practised, abilityOn(day), reference, { day, place }, calibration) ?? 0;
  const lapse = lapseOf(abilityOn, required, dayOf(now), dayOf(now) + furthest, practisedOn);
  if (!lapse) return undefined;
  const today = abilityOn(dayOf(now));
  return {
    ...{ row, person, lapse, level: expectedLevel(today, reference) },
    probability: probabilityAtLeast(today, level, reference),
  };
}

function byLapse(one: Found, other: Found): number {
  if (one.lapse.day !== other.lapse.day) return one.lapse.day - other.lapse.day;
  if (one.person !== other.person) return one.person < other.person ? -1 : 1;
  return one.row.requirement < other.row.requirement ? -1 : 1;
}

/** The shortest module, which come first, that goes from where the person is to what is required. */
function refresherOf({ row, level }: Found, modules: readonly TeachingModule[]): TeachingModule | undefined {
  return modules.find(
    ({ skill, from, to }) => skill === row.skillKey && to >= row.level && (from ?? 0) <= level,
  );
}

const lapsesBy: Readonly<Record<LapsedBy, string>> = {
  LEVEL: 'by its level',
  CERTAINTY: 'for want of newer evidence',
  FORGETTING: 'since what was practised is forgotten',
};

function shownOf(
  { row, lapse, probability, level }: Found,
  name: string,
  refresher: TeachingModule | undefined,
): Omit<Fading, 'person'> {
  const lapsesAt = new Date(momentOf(lapse.day));
  return {
    requirement: requirementOf(row),
    project: namedProject({ key: row.project, name: row.projectName }),
    ...{ lapsesAt, by: lapse.by, probability, level },
    refresher: refresher ? namedModule(refresher) : null,
    summary: `${name} meets ${row.skillName} at ${requiredInWords(row.level, row.band)} for ${row.projectName} with probability ${percent(probability)} today; it lapses ${lapsesBy[lapse.by]} on ${lapsesAt.toISOString().slice(0, 10)}; ${refresher ? `${refresher.name} refreshes it` : 'no module refreshes it'}.`,
  };
}

function dateOf({ lapse }: Found): string {
  return new Date(momentOf(lapse.day)).toISOString().slice(0, 10);
}

function summaryOfReport(found: readonly Found[], next: Found | undefined, within: number): string {
  const days = counted(within, 'day');
  const [first] = found;
  const later = next ? `the first does on ${dateOf(next)}` : 'nor does any later';
  if (!first) return `No requirement that is met today lapses within ${days}; ${later}.`;
  const people = new Set(found.map(({ person }) => person)).size;
  const on = dateOf(first);
  return `${counted(found.length, 'requirement')} of ${counted(people, 'person', 'people')} ${found.length === 1 ? 'lapses' : 'lapse'} within ${days}, the first on ${on}, if nothing new becomes known.`;
}
