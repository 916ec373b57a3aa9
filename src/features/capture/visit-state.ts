import { registerEnumType } from 'type-graphql';

export enum VisitState {
  UNDER_WAY = 'UNDER_WAY',
  LEFT = 'LEFT',
  COMPLETED = 'COMPLETED',
}
registerEnumType(VisitState, {
  name: 'VisitState',
  description: "What has become of a person's passage through a module.",
  valuesConfig: {
    UNDER_WAY: { description: 'The latest event is not long ago (SKILLWAKE_LEFT_AFTER_MINUTES).' },
    LEFT: {
      description:
        'It was closed, or there has been no event for so long that the person counts as having left. A late event corrects that.',
    },
    COMPLETED: { description: 'It was completed, as the platform that recorded it states.' },
  },
});

/** What is known of the events of a visit, epoch milliseconds; null where there is none. */
export interface Passage {
  readonly startedAt: number | null;
  readonly completedAt: number | null;
  /** When the platform says that it was closed. */
  readonly endedAt: number | null;
  /** When the latest page or video was opened. */
  readonly openedAt: number | null;
  /** When the latest of what was seen of a page or video ended. */
  readonly seenUntil: number | null;
}

/** The moment of the latest event. */
export function lastEventOf({ startedAt, completedAt, endedAt, openedAt, seenUntil }: Passage): number {
  return Math.max(...[startedAt, completedAt, endedAt, openedAt, seenUntil].map((at) => at ?? -Infinity));
}

/** From when on a visit that is not completed counts as left if nothing more happens, epoch milliseconds; -Infinity where it was closed. */
export function leftFrom(passage: Passage, leftAfter: number): number {
  const { endedAt, openedAt } = passage;
  const isClosed = endedAt !== null && endedAt >= (openedAt ?? -Infinity);
  return isClosed ? -Infinity : lastEventOf(passage) + leftAfter;
}

/**
 * What has become of a visit by now. That somebody left is decided when it is asked for and never stored, so that an event
 * that arrives late corrects it: a page opened after the visit was closed takes it up again.
 */
export function stateOfVisit(passage: Passage, now: number, leftAfter: number): VisitState {
  if (passage.completedAt !== null) return VisitState.COMPLETED;
  return now >= leftFrom(passage, leftAfter) ? VisitState.LEFT : VisitState.UNDER_WAY;
}
