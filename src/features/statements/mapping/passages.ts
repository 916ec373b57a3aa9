import { notYetTold } from '../profiles/played';
import type { Segment } from '../profiles/told';
import type { KnownPassage } from './passage.store';
import type { PlacedVisit } from './placing';

/** What is recorded of a passage; times in epoch milliseconds. */
export interface VisitToRecord {
  readonly id: string;
  readonly person: string;
  readonly module: string;
  readonly revision: number | null;
  readonly at: number;
  readonly completedAt: number | null;
  readonly endedAt: number | null;
}

/** A passage as a batch goes on to tell of it. */
export class PassageUnderWay {
  /** The id of its visit: a further one where those before were withdrawn. */
  readonly id: string;
  /** In how many video views it was told what was played. */
  readonly views: number;
  private readonly known: KnownPassage | undefined;
  private readonly said: PlacedVisit[] = [];
  private played: readonly Segment[];

  constructor(base: string, before: readonly KnownPassage[]) {
    this.known = before.find(({ withdrawn }) => !withdrawn);
    this.id = this.known?.id ?? (before.length === 0 ? base : `${base}~${String(before.length + 1)}`);
    this.played = this.known?.played ?? [];
    this.views = this.known?.views ?? 0;
  }

  say(visit: PlacedVisit): void {
    this.said.push(visit);
  }

  /** What of this was not told before. */
  play(played: readonly Segment[]): Segment[] {
    const added = notYetTold(played, this.played);
    this.played = [...this.played, ...added];
    return added;
  }

  /** What is new of the visit; undefined where all of it was known. It began when the first that is said of it happened. */
  get visit(): VisitToRecord | undefined {
    const [first] = this.said;
    if (first === undefined) return undefined;
    const times = this.said.flatMap((one) => timesOf(one));
    const at = this.known?.at ?? Math.min(...times);
    const [completedAt, endedAt] = (['completedAt', 'endedAt'] as const).map((which) =>
      this.known?.[which] == null ? this.earliest(which, at) : null,
    );
    const isKnown = this.known?.at != null;
    if (isKnown && completedAt === null && endedAt === null) return undefined;
    const { person, module, revision } = first;
    return {
      ...{ id: this.id, person, module, revision, at },
      ...{ completedAt: completedAt ?? null, endedAt: endedAt ?? null },
    };
  }

  /** When it was first completed or ended; not before it began, which may have been said wrongly. */
  private earliest(which: 'completedAt' | 'endedAt', at: number): number | null {
    const times = this.said.flatMap((visit) => visit[which] ?? []).map((time) => Date.parse(time));
    return times.length === 0 ? null : Math.max(at, Math.min(...times));
  }
}

function timesOf({ startedAt, completedAt, endedAt, seenAt }: PlacedVisit): number[] {
  return [startedAt, completedAt, endedAt, seenAt].flatMap((time) =>
    time === undefined ? [] : Date.parse(time),
  );
}
