import type { Finding } from './finding';
import { problemChanges, seenProblems, type SeenProblem, type StandingProblem } from './problem-changes';
import { ClosedBecause } from './problem.type';
import { ProblemKind, Verdict } from './verdict.type';

const seen = (given: Partial<SeenProblem> = {}): SeenProblem => ({
  subject: { type: 'QuestionVersion', key: 'question' },
  team: null,
  verdict: Verdict.CONTENT_PROBLEM,
  kind: ProblemKind.WRONG_KEY,
  probability: 0.9,
  people: 10,
  ...given,
});
const standing = (given: Partial<StandingProblem> = {}): StandingProblem => ({
  id: 'first',
  subject: { type: 'QuestionVersion', key: 'question' },
  team: null,
  verdict: Verdict.CONTENT_PROBLEM,
  kind: ProblemKind.WRONG_KEY,
  closedAt: null,
  closedBecause: null,
  ...given,
});
const nothing = { opened: [], goesOn: [], reopened: [], closed: [] };
const closedAs = (closedBecause: ClosedBecause) => standing({ closedAt: 1, closedBecause });

describe('the problems of a test', () => {
  it('are opened when first seen, go on while seen, are closed when not, and opened again when seen again', () => {
    expect(problemChanges([], [seen()])).toEqual({ ...nothing, opened: [seen()] });
    expect(problemChanges([standing()], [seen()])).toEqual({
      ...nothing,
      goesOn: [{ ...seen(), id: 'first' }],
    });
    expect(problemChanges([standing()], [])).toEqual({ ...nothing, closed: ['first'] });
    for (const because of [ClosedBecause.NO_LONGER_SEEN, ClosedBecause.SOLVED])
      expect(problemChanges([closedAs(because)], [seen()])).toEqual({
        ...nothing,
        reopened: [{ ...seen(), id: 'first' }],
      });
  });

  it('are one and the same whatever kind they turn out to be', () => {
    const ambiguous = seen({ kind: ProblemKind.AMBIGUOUS });
    expect(problemChanges([standing()], [ambiguous])).toEqual({
      ...nothing,
      goesOn: [{ ...ambiguous, id: 'first' }],
    });
  });

  it('stay closed once somebody dismissed them or decided the question, unless of another kind', () => {
    for (const because of [ClosedBecause.DISMISSED, ClosedBecause.DECIDED]) {
      expect(problemChanges([closedAs(because)], [seen()])).toEqual(nothing);
      const unfair = seen({ kind: ProblemKind.UNFAIR });
      expect(problemChanges([closedAs(because)], [unfair])).toEqual({ ...nothing, opened: [unfair] });
    }
  });
});

describe('a skill that a team lacks', () => {
  const finding = (version: string, given: Partial<Finding>): Finding => ({
    ...{ version, skills: ['skill'], people: 20, verdict: Verdict.SOUND, probability: 0.9, kind: null },
    ...{ likelyKey: null, team: null, peopleOfTeam: 0, since: null, decidedBy: null },
    ...{ rightShare: 0.5, siblingsRightShare: 0.5, discrimination: 1 },
    ...given,
  });
  const gap = { verdict: Verdict.KNOWLEDGE_GAP, team: 'sales', peopleOfTeam: 8 };

  it('is one problem, however many questions show it, and none where most of them do not', () => {
    expect(seenProblems(['a', 'b', 'c'].map((version) => finding(version, gap)))).toEqual([
      {
        subject: { type: 'Skill', key: 'skill' },
        ...{ team: 'sales', verdict: Verdict.KNOWLEDGE_GAP, kind: null, probability: 0.9, people: 8 },
      },
    ]);
    expect(seenProblems([finding('a', gap), finding('b', {}), finding('c', {})])).toEqual([]);
  });

  it('is a problem of each team by itself', () => {
    const lacked = (team: string) =>
      seen({ subject: { type: 'Skill', key: 'skill' }, verdict: Verdict.KNOWLEDGE_GAP, kind: null, team });
    const before = standing({
      ...{ subject: { type: 'Skill', key: 'skill' }, verdict: Verdict.KNOWLEDGE_GAP, kind: null },
      team: 'sales',
    });
    expect(problemChanges([before], [lacked('support')])).toEqual({
      ...nothing,
      opened: [lacked('support')],
      closed: ['first'],
    });
  });
});
