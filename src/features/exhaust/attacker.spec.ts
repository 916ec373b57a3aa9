import fc from 'fast-check';
import { resultOf } from '../../estimators/steps';
import { roundingFor } from '../disclosure/rounded';
import { dropOffRate } from './drop-off';
import { KnownRevision } from './known-revision';
import { viewColumns, visitColumns } from './passages.read';
import { PassagesAt } from './released-passages';

const hour = 3_600_000;
const leftAfter = hour / 2;
const teams = [undefined, 'one', 'two', 'three'] as const;

/** Somebody's views of pages: when each was recorded, in hours, and of which page; completed with the last of them or not. */
interface Taken {
  readonly team: (typeof teams)[number];
  readonly views: readonly (readonly [at: number, page: number])[];
  readonly isCompleted: boolean;
}

/** What whoever asks at a moment for some teams gets, and what became known of whom that it is made of. */
function asked(
  people: readonly Taken[],
  now: number,
  cut: readonly (string | undefined)[],
): { readonly figure: string; readonly behind: Set<string> } {
  const visits = people.flatMap(({ views, isCompleted }, person) => {
    // What is there at that moment, and nothing of what is still to come.
    const there = views.map(([at, page]) => ({ at: at * hour, page })).filter(({ at }) => at <= now);
    if (there.length === 0) return [];
    const last = Math.max(...views.map(([at]) => at * hour));
    const completedAt = isCompleted && last <= now ? last : null;
    const nothing = { activeSeconds: 60, pauses: 0, revisits: 0 };
    return [
      visitColumns.rowOf({
        ...{ id: `v${String(person)}`, person: String(person), withdrawn: false },
        ...{ startedAt: null, recordedAt: null, completedAt, completedRecordedAt: completedAt },
        ...{ endedAt: null, endedRecordedAt: null },
        views: there.map(({ at, page }) =>
          viewColumns.rowOf({ page, openedAt: at, seenUntil: at, recordedAt: at, ...nothing }),
        ),
      }),
    ];
  });
  const revision = new KnownRevision();
  resultOf(revision.takeIn({ revision: 'r', count: visits.length, visits }, now));
  const passages = [...revision.passages()];
  const teamOf = (person: string) => people[Number(person)]?.team;
  const groups = resultOf(PassagesAt.released(passages, teamOf, now, leftAfter)).groups.filter(({ team }) =>
    cut.includes(team),
  );
  const moments = new Map(passages.map((one) => [one.person, one.moments(leftAfter)]));
  const shown = groups.flatMap((group) => group.passages);
  return {
    figure: JSON.stringify(resultOf(dropOffRate(shown, [], roundingFor({ everyone: true })))),
    behind: new Set(
      groups.flatMap(({ upTo, passages: ofGroup }) =>
        ofGroup.flatMap(({ person }) =>
          (moments.get(person) ?? []).filter((at) => at <= upTo).map((at) => `${person} ${String(at)}`),
        ),
      ),
    ),
  };
}

it('finds nobody by comparing two figures on whichever people at whichever moments', () => {
  const moment = fc.integer({ min: 0, max: 60 });
  const people = fc.array(
    fc.record({
      team: fc.constantFrom(...teams),
      views: fc.array(fc.tuple(moment, fc.integer({ min: 1, max: 4 })), { minLength: 1, maxLength: 3 }),
      isCompleted: fc.boolean(),
    }),
    { minLength: 4, maxLength: 24 },
  );
  const query = fc.tuple(
    moment.map((at) => at * hour),
    fc.subarray([...teams]),
  );
  let different = 0;
  fc.assert(
    fc.property(people, query, query, (all, first, second) => {
      const [one, other] = [asked(all, ...first), asked(all, ...second)];
      const differing = [...one.behind, ...other.behind].filter(
        (known) => one.behind.has(known) !== other.behind.has(known),
      );
      const count = new Set(differing.map((known) => known.split(' ')[0])).size;
      expect(count === 0 || count >= 5).toBe(true);
      if (count === 0) expect(one.figure).toBe(other.figure);
      else different++;
    }),
    { numRuns: 10_000 },
  );
  expect(different).toBeGreaterThan(1_000);
});
