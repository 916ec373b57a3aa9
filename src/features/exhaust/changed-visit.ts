import type { KnownVisit } from './passage-of-person';
import type { KnownView } from './view-columns';

/** What is told of a visit and of its views; epoch milliseconds. */
export interface ToldVisit extends Omit<KnownVisit, 'first' | 'count'> {
  /** Internal id. */
  readonly person: string;
  readonly withdrawn: boolean;
  readonly views: readonly Readonly<KnownView>[];
}

/** When the first thing of a visit became known, epoch milliseconds; Infinity where nothing is told of it. */
export function firstKnown({ views, ...visit }: Omit<ToldVisit, 'person' | 'withdrawn'>): number {
  return Math.min(
    ...[visit.recordedAt, visit.completedRecordedAt, visit.endedRecordedAt].map((at) => at ?? Infinity),
    ...views.map(({ recordedAt }) => recordedAt),
  );
}

/**
 * From when on a visit as it is told now makes what was known by then otherwise than it was, epoch milliseconds: what was known
 * before that moment is the same. Undefined where nothing of it changed.
 */
export function otherwiseFrom(before: ToldVisit, now: ToldVisit): number | undefined {
  if (before.person !== now.person || before.withdrawn !== now.withdrawn) return -Infinity;
  const [then, told] = [becameKnown(before), becameKnown(now)];
  const changed = [...without(then, told), ...without(told, then)];
  return changed.length === 0 ? undefined : Math.min(...changed);
}

/** By what became known of a visit, as a text, when it did. */
function becameKnown({ views, ...visit }: ToldVisit): Map<string, number> {
  const known = new Map<string, number>();
  const add = (at: number | null, ...what: (string | number | null)[]): void => {
    // Of two that are told alike the second is another one.
    let text = what.join(' ');
    while (known.has(text)) text += '+';
    known.set(text, at ?? Infinity);
  };
  add(visit.recordedAt, 'started', visit.startedAt, visit.recordedAt);
  add(visit.completedRecordedAt, 'completed', visit.completedAt, visit.completedRecordedAt);
  add(visit.endedRecordedAt, 'ended', visit.endedAt, visit.endedRecordedAt);
  for (const { page, openedAt, seenUntil, recordedAt, activeSeconds, pauses, revisits } of views)
    add(recordedAt, page, openedAt, seenUntil, recordedAt, activeSeconds, pauses, revisits);
  return known;
}

function without(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number[] {
  return [...one].flatMap(([what, at]) => (other.has(what) ? [] : [at]));
}
