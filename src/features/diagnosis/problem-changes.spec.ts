import type { Finding } from './finding';
import { problemChanges, seenProblems, type StandingProblem } from './problem-changes';
import { ClosedBecause } from './problem.type';
import { ProblemKind, Verdict } from './verdict.type';

const sound = (version = 'question', given: Partial<Finding> = {}): Finding => ({
  ...{ version, skills: ['skill'], people: 10, verdict: Verdict.SOUND, probability: 0.9, kind: null },
  ...{ likelyKey: null, team: null, peopleOfTeam: 0, since: null, decidedBy: null },
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
  ...{ reopenedAt: null, closedAt: null, closedBecause: null, solvedAt: null, watchedOn: null },
  ...given,
});
const nothing = { opened: [], goesOn: [], reopened: [], closed: [] };
const closedAs = (closedBecause: ClosedBecause) => standing({ closedAt: 1, closedBecause });
const first = expect.objectContaining({ id: 'first' });

describe('the problems of a test', () => {
  it('are opened when first seen, go on while seen, are closed when not, and opened again when seen again', () => {
    expect(problemChanges([], [faulty()])).toEqual({ ...nothing, opened: seenProblems([faulty()]) });
    expect(problemChanges([standing()], [faulty()])).toEqual({ ...nothing, goesOn: [first] });
    expect(problemChanges([standing()], [sound()])).toEqual({
      ...nothing,
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN }],
    });
    for (const because of [ClosedBecause.NO_LONGER_SEEN, ClosedBecause.SOLVED])
      expect(problemChanges([closedAs(because)], [faulty()])).toEqual({
        ...nothing,
        goesOn: [first],
        reopened: ['first'],
      });
  });

  it('are one and the same whatever kind they turn out to be', () => {
    expect(problemChanges([standing()], [faulty({ kind: ProblemKind.AMBIGUOUS })])).toEqual({
      ...nothing,
      goesOn: [expect.objectContaining({ id: 'first', kind: ProblemKind.AMBIGUOUS })],
    });
  });

  it('stay closed once somebody dismissed them or decided the question, unless of another kind', () => {
    for (const because of [ClosedBecause.DISMISSED, ClosedBecause.DECIDED]) {
      expect(problemChanges([closedAs(because)], [faulty()])).toEqual(nothing);
      const unfair = faulty({ kind: ProblemKind.UNFAIR });
      expect(problemChanges([closedAs(because)], [unfair])).toEqual({
        ...nothing,
        opened: seenProblems([unfair]),
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
    expect(problemChanges([tried()], [faulty(), next()])).toEqual(solved);
    expect(problemChanges([tried()], [next({ people: 4 })])).toEqual(nothing);
    expect(problemChanges([tried()], [next({ people: 6, rightShare: 0.1 })])).toEqual(nothing);
    expect(problemChanges([tried()], [next({ verdict: Verdict.NOT_ENOUGH_DATA })])).toEqual(nothing);
  });

  it('is opened again, as the same one, where they do not, and closes like any other after that', () => {
    const again = faulty({}, 'next version');
    expect(problemChanges([tried()], [again])).toEqual({ ...nothing, goesOn: [first], reopened: ['first'] });
    expect(problemChanges([tried({ reopenedAt: 6 })], [again])).toEqual({ ...nothing, goesOn: [first] });
    expect(problemChanges([tried({ reopenedAt: 6 })], [next()])).toEqual({
      ...nothing,
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN }],
    });
  });

  it('is solved where the question is asked no more', () => {
    expect(problemChanges([tried({ watchedOn: null })], [])).toEqual(solved);
  });
});

describe('a skill that a team lacks', () => {
  const gap = { verdict: Verdict.KNOWLEDGE_GAP, team: 'sales', peopleOfTeam: 8 };

  it('is one problem, however many questions show it, and none where most of them do not', () => {
    expect(seenProblems(['a', 'b', 'c'].map((version) => sound(version, gap)))).toEqual([
      {
        subject: { type: 'Skill', key: 'skill' },
        ...{ team: 'sales', verdict: Verdict.KNOWLEDGE_GAP, kind: null, probability: 0.9, people: 8 },
        rightShare: null,
      },
    ]);
    expect(seenProblems([sound('a', gap), sound('b'), sound('c')])).toEqual([]);
  });

  it('is a problem of each team by itself', () => {
    const ofSales = standing({
      ...{ subject: { type: 'Skill', key: 'skill' }, verdict: Verdict.KNOWLEDGE_GAP, kind: null },
      team: 'sales',
    });
    expect(problemChanges([ofSales], [sound('a', { ...gap, team: 'support' })])).toEqual({
      ...nothing,
      opened: [expect.objectContaining({ team: 'support' })],
      closed: [{ id: 'first', because: ClosedBecause.NO_LONGER_SEEN }],
    });
  });
});
