import type { Finding } from './finding';
import type { PageFinding } from './page-finding';
import { judgedPages, judgedQuestions, lackedSkills } from './judged';
import { problemChanges, type StandingProblem } from './problem-changes';
import { ClosedBecause } from './problem.type';
import { ProblemKind, Verdict } from './verdict.type';

const sound = (version = 'question', given: Partial<Finding> = {}): Finding => ({
  ...{ version, skills: ['skill'], people: 10, verdict: Verdict.SOUND, probability: 0.9, kind: null },
  ...{ likelyKey: null, team: null, lacking: [], since: null, decidedBy: null },
  ...{ rightShare: 0.8, siblingsRightShare: 0.8, discrimination: 1 },
  ...given,
});
const faulty = (given: Partial<Finding> = {}, version?: string): Finding =>
  sound(version, {
    ...{ verdict: Verdict.CONTENT_PROBLEM, kind: ProblemKind.WRONG_KEY, rightShare: 0.1 },
    ...given,
  });
const standing = (given: Partial<StandingProblem> = {}): StandingProblem => ({
  ...{ id: 'first', subject: { type: 'QuestionVersion', key: 'question' }, team: null },
  ...{ verdict: Verdict.CONTENT_PROBLEM, kind: ProblemKind.WRONG_KEY, people: 10, rightShare: 0.1 },
  ...{
    probability: 0.9,
    reopenedAt: null,
    closedAt: null,
    closedBecause: null,
    solvedAt: null,
    watchedOn: null,
  },
  ...{ openedAt: 2, decidedAt: null },
  ...given,
});
const changesOf = (before: readonly StandingProblem[], findings: readonly Finding[]) =>
  problemChanges(before, judgedQuestions(findings), lackedSkills(findings));
const nothing = { opened: [], goesOn: [], reopened: [], closed: [] };
const closedAs = (closedBecause: ClosedBecause) => standing({ closedAt: 1, closedBecause });
const first = expect.objectContaining({ id: 'first' });

describe('the problems of a test', () => {
  it('are opened when first seen, go on while seen, are closed when not, and opened again when seen again', () => {
    expect(changesOf([], [faulty()])).toEqual({ ...nothing, opened: judgedQuestions([faulty()]) });
    expect(changesOf([standing()], [faulty()])).toEqual({ ...nothing, goesOn: [first] });
    expect(changesOf([standing()], [sound()])).toEqual({
      ...nothing,
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN, probability: expect.closeTo(0.1, 9) }],
    });
    for (const because of [ClosedBecause.NO_LONGER_SEEN, ClosedBecause.SOLVED])
      expect(changesOf([closedAs(because)], [faulty()])).toEqual({
        ...nothing,
        goesOn: [first],
        reopened: ['first'],
      });
  });

  it('are one and the same whatever kind they turn out to be', () => {
    expect(changesOf([standing()], [faulty({ kind: ProblemKind.AMBIGUOUS })])).toEqual({
      ...nothing,
      goesOn: [expect.objectContaining({ id: 'first', kind: ProblemKind.AMBIGUOUS })],
    });
  });

  it('are closed once what becomes of the question is decided, unless that was before they were opened', () => {
    expect(changesOf([standing({ decidedAt: 3 })], [faulty()])).toEqual({
      ...nothing,
      closed: [{ id: 'first', because: ClosedBecause.DECIDED }],
    });
    expect(changesOf([standing({ decidedAt: 1 })], [faulty()])).toEqual({ ...nothing, goesOn: [first] });
  });

  it('stay closed once somebody dismissed them or decided the question, unless of another kind', () => {
    for (const because of [ClosedBecause.DISMISSED, ClosedBecause.DECIDED]) {
      expect(changesOf([closedAs(because)], [faulty()])).toEqual(nothing);
      const unfair = faulty({ kind: ProblemKind.UNFAIR });
      expect(changesOf([closedAs(because)], [unfair])).toEqual({
        ...nothing,
        opened: judgedQuestions([unfair]),
      });
    }
  });
});

describe('a problem that a revision was published to solve', () => {
  const tried = (given: Partial<StandingProblem> = {}) =>
    standing({ solvedAt: 5, watchedOn: 'next version', ...given });
  const next = (given: Partial<Finding> = {}) => sound('next version', given);
  const solved = { ...nothing, closed: [{ id: 'first', because: ClosedBecause.SOLVED }] };

  it('closes once five further people do better, and waits while they are fewer or it is not clear', () => {
    expect(changesOf([tried()], [faulty(), next()])).toEqual(solved);
    expect(changesOf([tried()], [next({ people: 4 })])).toEqual(nothing);
    expect(changesOf([tried()], [next({ people: 6, rightShare: 0.1 })])).toEqual(nothing);
    expect(changesOf([tried()], [next({ verdict: Verdict.NOT_ENOUGH_DATA })])).toEqual(nothing);
  });

  it('is opened again, as the same one, where they do not, and closes like any other after that', () => {
    const again = faulty({}, 'next version');
    expect(changesOf([tried()], [again])).toEqual({ ...nothing, goesOn: [first], reopened: ['first'] });
    expect(changesOf([tried({ reopenedAt: 6 })], [again])).toEqual({ ...nothing, goesOn: [first] });
    expect(changesOf([tried({ reopenedAt: 6 })], [next()])).toEqual({
      ...nothing,
      closed: [expect.objectContaining({ id: 'first', because: ClosedBecause.NO_LONGER_SEEN })],
    });
  });

  it('is solved where the question is asked no more', () => {
    expect(changesOf([tried({ watchedOn: null })], [])).toEqual(solved);
  });
});

describe('a problem of a page', () => {
  const page = (given: Partial<PageFinding> = {}): PageFinding => ({
    ...{ page: 'page', people: 10, verdict: Verdict.CONTENT_PROBLEM, probability: 0.9 },
    ...{ kind: ProblemKind.TOO_LONG, decidedBy: null, reasons: [] },
    ...given,
  });
  const ofPage = (given: Partial<StandingProblem> = {}) =>
    standing({
      ...{ subject: { type: 'Page', key: 'page' }, rightShare: null, watchedOn: 'page' },
      ...given,
    });
  const pagesOf = (before: readonly StandingProblem[], pages: readonly PageFinding[]) =>
    problemChanges(before, judgedPages(pages), []);

  it('goes over to the page in its place once the next revision is there, and goes with the page', () => {
    const next = page({ page: 'next page' });
    expect(pagesOf([], [page()])).toEqual({ ...nothing, opened: judgedPages([page()]) });
    expect(pagesOf([ofPage({ watchedOn: 'next page' })], [next])).toEqual({ ...nothing, goesOn: [first] });
    expect(
      pagesOf(
        [ofPage({ watchedOn: 'next page' })],
        [{ ...next, people: 0, probability: 0.5, verdict: Verdict.NOT_ENOUGH_DATA }],
      ),
    ).toEqual(nothing);
    expect(pagesOf([ofPage({ watchedOn: null })], [])).toEqual({
      ...nothing,
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN }],
    });
  });
});

describe('problems that are looked at over and over', () => {
  it('are opened from a probability of 0.8 and closed below 0.4, and stay in between', () => {
    const likely = (probability: number) => faulty({ probability });
    expect(changesOf([], [likely(0.79)])).toEqual(nothing);
    expect(changesOf([], [likely(0.81)]).opened).toHaveLength(1);
    expect(changesOf([standing()], [sound('question', { probability: 0.55 })])).toEqual(nothing);
    expect(changesOf([standing()], [sound('question', { probability: 0.65 })]).closed).toHaveLength(1);
    expect(changesOf([standing()], [sound('question', { probability: null })])).toEqual(nothing);
  });

  it('are opened less readily the more that were opened before turned out to be none', () => {
    const before = Array.from({ length: 5 }, (_, index) =>
      standing({
        ...{ id: String(index), subject: { type: 'QuestionVersion', key: String(index) } },
        ...{ closedAt: 1, closedBecause: ClosedBecause.NO_LONGER_SEEN, probability: 0.1 },
      }),
    );
    expect(changesOf(before, [faulty()])).toEqual(nothing);
  });
});

describe('a skill that a team lacks', () => {
  const lacking = (team: string) => ({ team, probability: 0.9, people: 8 });
  const gap = { verdict: Verdict.KNOWLEDGE_GAP, team: 'sales', lacking: [lacking('sales')] };

  it('is one problem, however many questions show it, and none where most of them do not', () => {
    expect(lackedSkills(['a', 'b', 'c'].map((version) => sound(version, gap)))).toEqual([
      {
        subject: { type: 'Skill', key: 'skill' },
        ...{ team: 'sales', verdict: Verdict.KNOWLEDGE_GAP, kind: null, probability: 0.9, people: 8 },
        rightShare: null,
      },
    ]);
    expect(lackedSkills([sound('a', gap), sound('b'), sound('c')])).toEqual([]);
  });

  it('is one of every team that lacks it, be it the most probable one or not', () => {
    const both = { ...gap, lacking: [lacking('sales'), { ...lacking('support'), people: 5 }] };
    const found = lackedSkills([sound('a', both), sound('b', both), sound('c', gap)]);
    expect(found.map(({ team, people }) => [team, people])).toEqual([
      ['sales', 8],
      ['support', 5],
    ]);
  });

  it('is a problem of each team by itself', () => {
    const ofSales = standing({
      ...{ subject: { type: 'Skill', key: 'skill' }, verdict: Verdict.KNOWLEDGE_GAP, kind: null },
      team: 'sales',
    });
    expect(changesOf([ofSales], [sound('a', { ...gap, lacking: [lacking('support')] })])).toEqual({
      ...nothing,
      opened: [expect.objectContaining({ team: 'support' })],
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN }],
    });
  });
});
