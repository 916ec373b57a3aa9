import { weighingSteps, type WeighedTest } from './answer-keys';
import { answeredTest, type AnsweredTest, type DiagnosedAnswer } from './answered-test';
import { findingOf, type ContentFinding, type ProblemKind } from './content-finding';
import type { PassedOver } from './rest-ability';
import { lackedSkillSteps, type LackedSkill } from './skill-lacked';
import { resultOf } from './steps';
import { clearKind, doubtful, probable, toldGaps, toldProblems } from './telling';

export type Diagnosis = 'SOUND' | 'CONTENT_PROBLEM' | 'KNOWLEDGE_GAP' | 'NOT_ENOUGH_DATA';
/** What would decide where the answers do not. */
export type Deciding = 'MORE_ANSWERS' | 'MORE_PEOPLE' | 'MORE_QUESTIONS' | 'OTHER_TEAMS_OR_PAGES';

export interface QuestionDiagnosis {
  readonly question: string;
  readonly diagnosis: Diagnosis;
  /** Of the diagnosis, in [0,1]; where there is not enough data, of a content problem. */
  readonly probability: number;
  /** Of the problem, where the data tell. */
  readonly kind?: ProblemKind | undefined;
  /** The option that is likely right, where it is not the stated one alone. */
  readonly key?: string | undefined;
  readonly reasons: DiagnosisReasons;
}

export interface DiagnosisReasons {
  readonly answers: number;
  readonly rightShare: number;
  /** What the same people got right of the other questions on the same skills; NaN without any. */
  readonly siblingsRightShare: number;
  /** How much steeper the stated key rises with ability than what else was chosen, logits a standard deviation. */
  readonly discrimination: number;
  /** The team that lacks the skill, or that the question is unfair to. */
  readonly team?: string | undefined;
  /** The day since 1970 from which on the question fails. */
  readonly since?: number | undefined;
  readonly decidedBy?: Deciding | undefined;
}

const fewestAnswers = 5;
/** Where so many questions of a skill fail, nothing that the answers hold tells a hard skill from a page that fails to teach it. */
const wholeSkill = { share: 2 / 3, questions: 3 };

/**
 * Whether each question is sound, faulty by itself, or missed by people who lack its skill, or whether there is not enough
 * data to tell (docs/decisions/0050-content-or-knowledge.md).
 */
export function diagnoseQuestions(answers: readonly DiagnosedAnswer[]): QuestionDiagnosis[] {
  return resultOf(diagnosisSteps(answers));
}

/** The same in steps, about a question each: between two of them whoever computes it can do something else, or stop. */
export function* diagnosisSteps(answers: readonly DiagnosedAnswer[]): Generator<void, QuestionDiagnosis[]> {
  const test = answeredTest(answers);
  const first = yield* weighingSteps(test, () => false);
  const lacked = yield* toldLackSteps(test, first);
  const passedOver: PassedOver = (index, answer) => {
    const question = test.questions[index];
    const team = test.team[question?.person[answer] ?? -1];
    return lacked.some((one) => one.team === team && question?.skills.includes(one.skill));
  };
  const weighed = lacked.length === 0 ? first : yield* weighingSteps(test, passedOver, first);
  const findings: (ContentFinding | undefined)[] = [];
  for (const index of test.questions.keys()) {
    findings.push(findingOf(test, weighed, index, passedOver));
    yield;
  }
  const told = toldProblems(findings.map((finding) => finding?.content ?? 0));
  const siblings = rightSharesOfSiblings(test);
  const failing = failingSkills(test, findings, told);
  return findings.flatMap((finding, index) => {
    const question = test.questions[index];
    if (!finding || !question) return [];
    const lack = mostProbable(lacked.filter(({ skill }) => question.skills.includes(skill)));
    const alone = question.skills.every((skill) => questionsOf(test, skill).length < 2);
    const counts = {
      answers: question.score.length,
      rightShare: mean(question.score),
      siblingsRightShare: siblings[index] ?? NaN,
      discrimination: finding.discrimination,
    };
    const decision = decided(finding, {
      told: told[index] ?? false,
      lack,
      few: question.score.length < fewestAnswers,
      wholeSkillFails: isMissed(finding) && question.skills.some((skill) => failing.has(skill)),
      alone,
    });
    const { diagnosis, probability, decidedBy } = decision;
    const problem =
      diagnosis === 'CONTENT_PROBLEM' && finding.kindShare > clearKind ? finding.kind : undefined;
    const team = diagnosis === 'KNOWLEDGE_GAP' ? lack?.team : problem === 'UNFAIR' ? finding.team : undefined;
    return {
      question: question.id,
      diagnosis,
      probability,
      kind: problem,
      key: problem && finding.key,
      reasons: {
        ...counts,
        team: team === undefined ? undefined : test.teams[team],
        since: problem === 'OUTDATED' ? finding.since : undefined,
        decidedBy,
      },
    };
  });
}

interface Circumstances {
  readonly told: boolean;
  readonly lack: LackedSkill | undefined;
  readonly few: boolean;
  readonly wholeSkillFails: boolean;
  /** No other question assesses its skills. */
  readonly alone: boolean;
}

function decided(
  { content, kind, kindShare }: ContentFinding,
  { told, lack, few, wholeSkillFails, alone }: Circumstances,
): { diagnosis: Diagnosis; probability: number; decidedBy?: Deciding } {
  const undecided = (decidedBy: Deciding) =>
    ({ diagnosis: 'NOT_ENOUGH_DATA', probability: content, decidedBy }) as const;
  if (few) return undecided('MORE_ANSWERS');
  // Rather a team that lacks the skill than a question that is unfair to it, where there is but one question.
  if (told && alone && kind === 'UNFAIR' && kindShare > clearKind) return undecided('MORE_QUESTIONS');
  if (told && wholeSkillFails) return undecided('OTHER_TEAMS_OR_PAGES');
  if (told) return { diagnosis: 'CONTENT_PROBLEM', probability: content };
  if (lack) return { diagnosis: 'KNOWLEDGE_GAP', probability: lack.probability * (1 - content) };
  if (content > doubtful) return undecided('MORE_ANSWERS');
  return { diagnosis: 'SOUND', probability: 1 - content };
}

/** Teams and skills of which it is told that the team lacks the skill. Questions that are faulty by themselves do not count. */
function* toldLackSteps(test: AnsweredTest, weighed: WeighedTest): Generator<void, LackedSkill[]> {
  const faulty = (index: number): boolean =>
    (weighed.hypotheses[index] ?? []).some(
      ({ kind, probability }) => kind === 'WRONG_KEY' && probability > probable.least,
    );
  const evidence = { ...weighed, passedOver: () => false };
  const found = yield* lackedSkillSteps(test, evidence, (index) => !faulty(index));
  const told = toldGaps(found.map(({ probability }) => probability));
  return found.filter((_, index) => told[index]);
}

function mostProbable(lacked: readonly LackedSkill[]): LackedSkill | undefined {
  return lacked.reduce<LackedSkill | undefined>(
    (best, one) => (best && best.probability >= one.probability ? best : one),
    undefined,
  );
}

function questionsOf(test: AnsweredTest, skill: number): number[] {
  return [...test.questions.keys()].filter((index) => test.questions[index]?.skills.includes(skill));
}

/** Nobody in particular gets it right, and no other option stands out that could be the right one. */
function isMissed(finding: ContentFinding | undefined): boolean {
  return (
    finding !== undefined &&
    finding.key === undefined &&
    (finding.kind === 'NOT_TAUGHT' || finding.kind === 'WRONG_KEY')
  );
}

/** Skills of which nearly all questions fail, while others do not. */
function failingSkills(
  test: AnsweredTest,
  findings: readonly (ContentFinding | undefined)[],
  told: readonly boolean[],
): Set<number> {
  const failing = new Set<number>();
  test.skills.forEach((_, skill) => {
    const questions = questionsOf(test, skill);
    const failed = questions.filter((index) => told[index] && isMissed(findings[index]));
    if (failed.length >= Math.max(wholeSkill.questions, wholeSkill.share * questions.length))
      failing.add(skill);
  });
  return failing;
}

function rightSharesOfSiblings(test: AnsweredTest): number[] {
  const bySkill = test.skills.map((_, skill) => {
    const sums = new Map<number, { right: number; answers: number }>();
    for (const index of questionsOf(test, skill)) {
      const { person, score } = test.questions[index] ?? { person: [], score: [] };
      person.forEach((one, answer) => {
        const { right, answers } = sums.get(one) ?? { right: 0, answers: 0 };
        sums.set(one, { right: right + (score[answer] ?? 0), answers: answers + 1 });
      });
    }
    return sums;
  });
  return test.questions.map(({ skills, person, score }) => {
    let [right, answers] = [0, 0];
    person.forEach((one, answer) => {
      for (const skill of skills) {
        const sums = bySkill[skill]?.get(one);
        right += (sums?.right ?? 0) - (score[answer] ?? 0);
        answers += (sums?.answers ?? 0) - 1;
      }
    });
    return right / answers;
  });
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
