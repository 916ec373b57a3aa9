import type { EnrolmentSeed, ModuleSeed } from '../dataset';
import type { Row } from '../files';
import { secondsOn, testPages, timeAfter } from './times';

/** The module that the course is. */
export const courseModule = 'probability';
export const lastPage = 10;

/** The two revisions of the lesson, which learners were given at random, as the column `learnobj` names them. */
const revisions = [
  { number: 1, named: 'basic', note: 'The lesson without worked examples.' },
  { number: 2, named: 'enhan', note: 'The lesson with worked examples.' },
] as const;

/**
 * The course as a module: ten pages, each with the median of the seconds that learners of this revision spent on it. What
 * the pages are comes from the data; their titles are invented.
 */
export function moduleOf(learners: readonly Row[], questions: readonly string[]): ModuleSeed[] {
  const asked = { 3: 'p1', 9: 'p2' } as Readonly<Record<number, string>>;
  return revisions.map(({ number, named, note }) => {
    const given = learners.filter((row) => row.get('learnobj') === named);
    return {
      id: courseModule,
      name: 'Elementary probability',
      description:
        'A lesson on classic probability, complement, union of disjoint events and independent events, between two tests of twelve problems.',
      revision: number,
      note,
      assignedAtRandom: number > 1,
      teaches: [],
      prerequisites: [],
      pages: Array.from({ length: lastPage }, (_, index) => {
        const page = index + 1;
        const test = asked[page];
        return {
          ...titled(page, named),
          expectedSeconds: Math.max(1, Math.round(median(given.map((row) => secondsOn(row, page))))),
          ...(test !== undefined && { asks: questions.filter((question) => question.startsWith(test)) }),
        };
      }),
    };
  });
}

function titled(page: number, revision: string): { title: string; kind: string } {
  if (page === 1) return { title: 'Welcome', kind: 'TEXT' };
  if (page === 2) return { title: 'About you', kind: 'OTHER' };
  if (page === testPages.pre) return { title: 'Before the lesson', kind: 'QUIZ' };
  if (page === testPages.post) return { title: 'After the lesson', kind: 'QUIZ' };
  if (page === lastPage) return { title: 'Feedback', kind: 'OTHER' };
  const part = `Lesson, part ${String(page - testPages.pre)}`;
  return { title: revision === 'enhan' ? `${part}, with examples` : part, kind: 'TEXT' };
}

/** The median of what was recorded; 0 where nothing was. */
function median(seconds: readonly number[]): number {
  const recorded = seconds.filter((one) => one > 0).sort((left, right) => left - right);
  return recorded[Math.floor(recorded.length / 2)] ?? 0;
}

/** Number of the revision that a learner was given; undefined where the data names none of them. */
export function revisionOf(row: Row): number | undefined {
  return revisions.find(({ named }) => named === row.get('learnobj'))?.number;
}

/** One learner's way through the course; undefined where it is not known when they began. */
export function enrolmentOf(row: Row): EnrolmentSeed | undefined {
  const started = timeAfter(row, 0);
  const completed = timeAfter(row, lastPage);
  if (started === undefined || completed === undefined) return undefined;
  return {
    person: row.get('case'),
    module: courseModule,
    from: new Date(started).toISOString(),
    ...(Number(row.get('lastpage')) >= lastPage && { completedAt: new Date(completed).toISOString() }),
  };
}
