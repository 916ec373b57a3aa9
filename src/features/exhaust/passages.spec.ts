import fc from 'fast-check';
import { resultOf } from '../../estimators/steps';
import { VisitState } from '../capture/visit-state';
import { KnownRevision } from './known-revision';
import { viewColumns, visitColumns, type ReadVisit } from './passages.read';
import { PassagesAt, type TeamAt } from './released-passages';
import type { KnownView } from './view-columns';

const leftAfter = 30;

const view = (page: number, at: number, given: Partial<KnownView> = {}): KnownView => ({
  page,
  openedAt: at,
  seenUntil: at,
  recordedAt: at,
  activeSeconds: 1,
  pauses: 0,
  revisits: 0,
  ...given,
});

const visit = (
  id: string,
  views: readonly KnownView[],
  given: Partial<Omit<ReadVisit, 'views'>> = {},
): ReadVisit => ({
  id,
  person: id.slice(0, 1),
  withdrawn: false,
  startedAt: null,
  recordedAt: null,
  completedAt: null,
  completedRecordedAt: given.completedAt ?? null,
  endedAt: null,
  endedRecordedAt: given.endedAt ?? null,
  views: views.map((one) => viewColumns.rowOf(one)),
  ...given,
});

/** Takes visits in, one part after the other; each says how many there are by then. */
function known(...parts: readonly (readonly ReadVisit[])[]): KnownRevision {
  const revision = new KnownRevision();
  const ids = new Set<string>();
  for (const part of parts) {
    for (const { id } of part) ids.add(id);
    const visits = part.map((one) => visitColumns.rowOf(one));
    expect(resultOf(revision.takeIn({ revision: 'r', count: ids.size, visits }, 1))).toBe(true);
  }
  return revision;
}

const passageOf = (visits: readonly ReadVisit[], upTo: number) =>
  [...known(visits).passages()].map((one) => one.upTo(upTo, leftAfter))[0];
const momentsOf = (...visits: readonly ReadVisit[]) =>
  [...known(visits).passages()].flatMap((one) => one.moments(leftAfter));

describe('a passage', () => {
  it('is over all visits of a person, by what was known at a moment', () => {
    const visits = [
      visit('a1', [view(2, 10), view(3, 12, { activeSeconds: 5 })]),
      visit('a2', [view(1, 50), view(4, 60, { recordedAt: 90 })]),
    ];
    expect(passageOf(visits, 12)).toMatchObject({
      ...{ person: 'a', firstPage: 2, furthestPage: 3, activeSeconds: 6, startedAt: 10 },
      state: VisitState.UNDER_WAY,
    });
    expect(passageOf(visits, 55)).toMatchObject({ firstPage: 1, furthestPage: 3, activeSeconds: 7 });
    expect(passageOf(visits, 90)).toMatchObject({ furthestPage: 4, state: VisitState.LEFT });
    expect(passageOf(visits, 9)).toBeUndefined();
  });

  it('is completed if any visit is, and its time ends there', () => {
    const visits = [
      visit('a1', [view(1, 10), view(2, 12), view(1, 40)], { completedAt: 20, completedRecordedAt: 25 }),
    ];
    expect(passageOf(visits, 24)).toMatchObject({ completedAt: null, secondsToCompletion: null });
    expect(passageOf(visits, 50)).toMatchObject({
      ...{ state: VisitState.COMPLETED, completedAt: 20, secondsToCompletion: 2, activeSeconds: 3 },
    });
  });

  it('has what was done on each page, and how often the person came back to it', () => {
    const visits = [
      visit('a1', [
        view(1, 10, { pauses: 1 }),
        view(1, 11, { pauses: 2 }),
        view(2, 12, { revisits: 2 }),
        view(1, 13),
        view(2, 14),
      ]),
    ];
    expect(passageOf(visits, 20)!.pages).toMatchObject([
      { number: 1, activeSeconds: 3, pauses: 3, revisits: 1 },
      { number: 2, activeSeconds: 2, pauses: 0, revisits: 2 },
    ]);
  });

  it('becomes known as it is recorded, and as left when nothing more is, which a later visit leaves as it was', () => {
    expect(momentsOf(visit('a1', [view(1, 10)]))).toEqual([10, 40]);
    expect(momentsOf(visit('a1', [view(1, 10), view(2, 30)]))).toEqual([10, 30, 60]);
    expect(momentsOf(visit('a1', [view(1, 10)]), visit('a2', [view(1, 100)]))).toEqual([10, 40, 100, 130]);
    expect(momentsOf(visit('a1', [view(1, 10, { recordedAt: 70 })]))).toEqual([70]);
    expect(momentsOf(visit('a1', [view(1, 10)], { completedAt: 20 }))).toEqual([10, 20]);
    expect(momentsOf(visit('a1', [view(1, 10)], { endedAt: 20 }))).toEqual([10, 20]);
  });

  it('has nothing of what was withdrawn', () => {
    expect(momentsOf(visit('a1', [view(1, 10)], { withdrawn: true }))).toEqual([]);
  });
});

const teamless: TeamAt = () => undefined;
const moment = fc.integer({ min: 0, max: 400 });
const anyVisit = fc
  .tuple(
    fc.constantFrom(...'abcdefghijkl'),
    fc.nat(2),
    fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), moment, moment), { maxLength: 5 }),
    fc.option(moment),
    fc.boolean(),
  )
  .map(([person, number, views, completedAt, withdrawn]) =>
    visit(
      person + String(number),
      views.map(([page, at, later]) => view(page, at, { recordedAt: at + later })),
      { completedAt, withdrawn },
    ),
  );

const shownOf = (passages: PassagesAt) =>
  passages.groups.map(({ upTo, passages: ofGroup }) => [
    upTo,
    ofGroup.map(({ person, state, activeSeconds, completedAt, pages }) => [
      person,
      state,
      activeSeconds,
      completedAt,
      pages.map(({ number, revisits }) => [number, revisits]),
    ]),
  ]);
const releasedIn = (revision: KnownRevision, now: number) =>
  resultOf(PassagesAt.released(revision.passages(), teamless, now, leftAfter));

it('is the same however what changed was taken in', () => {
  fc.assert(
    fc.property(fc.array(anyVisit, { maxLength: 30 }), moment, (visits, now) => {
      const latest = [...new Map(visits.map((one) => [one.id, one])).values()];
      const halves = [visits.slice(0, visits.length / 2), visits.slice(visits.length / 2)];
      expect(shownOf(releasedIn(known(...halves, []), now))).toEqual(shownOf(releasedIn(known(latest), now)));
    }),
    { numRuns: 500 },
  );
});

it('stands as it was released before what changed since became known, and no longer', () => {
  let stood = 0;
  fc.assert(
    fc.property(
      fc.array(anyVisit, { minLength: 10, maxLength: 30 }),
      fc.array(anyVisit, { maxLength: 3 }),
      fc.array(moment, { minLength: 1, maxLength: 3 }),
      (visits, later, moments) => {
        const revision = known(visits);
        for (const now of moments) revision.keepReleased(releasedIn(revision, now), revision.version);
        const ids = new Set([...visits, ...later].map(({ id }) => id));
        const rows = later.map((one) => visitColumns.rowOf(one));
        resultOf(revision.takeIn({ revision: 'r', count: ids.size, visits: rows }, 1));
        const latest = [...new Map([...visits, ...later].map((one) => [one.id, one])).values()];
        for (const now of moments) {
          const kept = revision.releasedAt(now, teamless);
          if (!kept) continue;
          stood++;
          expect(shownOf(kept)).toEqual(shownOf(releasedIn(known(latest), now)));
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(stood).toBeGreaterThan(100);
});

it('takes a visit that is told again as it was for no change', () => {
  const visits = [visit('a1', [view(1, 10), view(1, 10), view(2, 12)])];
  const revision = known(visits);
  const { version } = revision;
  const again = visits.map(({ views, ...one }) =>
    visitColumns.rowOf({ ...one, views: [...views].reverse() }),
  );
  resultOf(revision.takeIn({ revision: 'r', count: 1, visits: again }, 2));
  expect(revision.version).toBe(version);
  resultOf(revision.takeIn({ revision: 'r', count: 1, visits: [visitColumns.rowOf(visit('a1', []))] }, 2));
  expect(revision.version).not.toBe(version);
});
