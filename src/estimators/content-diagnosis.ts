import { weighingSteps, type WeighedTest } from './answer-keys';
import { answeredTestSteps, type AnsweredTest, type DiagnosedAnswer } from './answered-test';
import { findingSteps, type ContentFinding, type ProblemKind } from './content-finding';
import { probabilityThatAllLack, reasonsToMiss, type GivenBesides, type ReasonsToMiss } from './missed-skill';
import type { PassedOver } from './rest-ability';
import { lackedSkillSteps, type LackedSkill } from './skill-lacked';
import { resultOf } from './steps';
import { clearKind, doubtful, fewForKey, probable, toldGaps, toldProblems } from './telling';

export type Diagnosis = 'SOUND' | 'CONTENT_PROBLEM' | 'KNOWLEDGE_GAP' | 'NOT_ENOUGH_DATA';
/** What would decide where the answers do not. */
export type Deciding =
  'MORE_ANSWERS' | 'MORE_PEOPLE' | 'MORE_QUESTIONS' | 'OTHER_TEAMS_OR_PAGES' | 'SUBJECT_EXPERT';

export interface QuestionDiagnosis {
  readonly question: string;
  readonly diagnosis: Diagnosis;
  /** Of the diagnosis, in [0,1]; where there is not enough data, of a content problem. */
  readonly probability: number;
  /** Of the problem, where the data tell. */
  readonly kind?: ProblemKind | undefined;
  /** The option that is likely right, where it is not the stated one alone; of two that an expert has to decide on the other one. */
  readonly key?: string | undefined;
  readonly reasons: DiagnosisReasons;
}

export interface TeamThatLacks {
  readonly team: string;
  /** That it lacks the skill, and the question is not at fault. */
  readonly probability: number;
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
  /** Every team that is told to lack the skill, the most probable first; empty where the question is not missed for that. */
  readonly lacking: readonly TeamThatLacks[];
  /** The day since 1970 from which on the question fails. */
  readonly since?: number | undefined;
  readonly decidedBy?: Deciding | undefined;
}

const fewestAnswers = 5;
/** Where so many questions of a skill fail, nothing that the answers hold tells a hard skill from a page that fails to teach it. */
const wholeSkill = { share: 2 / 3, questions: 3 };

/**
 * Whether each question is sound, faulty by itself, or missed by people who lack its skill, or whether there is not enough
 * data to tell. A skill that all miss is decided by what is given besides, if anything (docs/decisions/0050-content-or-knowledge.md).
 */
export function diagnoseQuestions(
  answers: readonly DiagnosedAnswer[],
  given: GivenBesides = {},
): QuestionDiagnosis[] {
  return resultOf(diagnosisSteps(answers, given));
}

/** The same in steps, of no more than a question each: between two of them whoever computes it can do something else, or stop. */
export function* diagnosisSteps(
  answers: readonly DiagnosedAnswer[],
  given: GivenBesides = {},
): Generator<void, QuestionDiagnosis[]> {
  const test = yield* answeredTestSteps(answers);
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
    findings.push(yield* findingSteps(test, weighed, index, passedOver));
    yield;
  }
  const told = toldProblems(findings.map((finding) => finding?.content ?? 0));
  const siblings = yield* siblingsSteps(test);
  const failing = failingSkills(test, findings, given);
  const lackedByAll = toldLackOfAll(test, told, given);
  return findings.flatMap((finding, index) => {
    const question = test.questions[index];
    if (!finding || !question) return [];
    const lacks = [...lacked, ...lackedByAll].filter(({ skill }) => question.skills.includes(skill));
    const lack = mostProbable(lacks);
    const alone = question.skills.every((skill) => questionsOf(test, skill).length < 2);
    const counts = {
      answers: question.score.length,
      rightShare: mean(question.score),
      siblingsRightShare: siblings[index] ?? NaN,
      discrimination: finding.discrimination,
    };
    const decision = decided(finding, {
      told: told[index] === true && !isDoubtfulKey(finding, question.score.length),
      lack,
      few: question.score.length < fewestAnswers,
      toMiss: isMissed(finding) ? question.skills.flatMap((skill) => failing.get(skill) ?? [])[0] : undefined,
      alone,
    });
    const { diagnosis, probability, decidedBy } = decision;
    const clear = finding.kindShare > clearKind ? finding.kind : undefined;
    const problem = diagnosis === 'CONTENT_PROBLEM' ? (decision.kind ?? clear) : undefined;
    const team = diagnosis === 'KNOWLEDGE_GAP' ? lack?.team : problem === 'UNFAIR' ? finding.team : undefined;
    return {
      question: question.id,
      diagnosis,
      probability,
      kind: problem,
      key: problem ? finding.key : decidedBy === 'SUBJECT_EXPERT' ? finding.alike.option : undefined,
      reasons: {
        ...counts,
        team: team === undefined ? undefined : test.teams[team],
        lacking: diagnosis === 'KNOWLEDGE_GAP' ? teamsThatLack(test, lacks, 1 - finding.content) : [],
        since: problem === 'OUTDATED' ? finding.since : undefined,
        decidedBy,
      },
    };
  });
}

/** Of one team, or of all these people. */
type LackOfAll = Omit<LackedSkill, 'team'> & { readonly team: undefined };
type Lack = LackedSkill | LackOfAll;

interface Circumstances {
  readonly told: boolean;
  readonly lack: Lack | undefined;
  readonly few: boolean;
  /** Why the whole skill is missed, if it is. */
  readonly toMiss: ReasonsToMiss | undefined;
  /** No other question assesses its skills. */
  readonly alone: boolean;
}

interface Decision {
  readonly diagnosis: Diagnosis;
  readonly probability: number;
  readonly kind?: ProblemKind;
  readonly decidedBy?: Deciding;
}

function decided(
  { content, kind, kindShare, alike }: ContentFinding,
  { told, lack, few, toMiss, alone }: Circumstances,
): Decision {
  const undecided = (decidedBy: Deciding) =>
    ({ diagnosis: 'NOT_ENOUGH_DATA', probability: content, decidedBy }) as const;
  if (few) return undecided('MORE_ANSWERS');
  // Rather a team that lacks the skill than a question that is unfair to it, where there is but one question.
  if (told && alone && kind === 'UNFAIR' && kindShare > clearKind) return undecided('MORE_QUESTIONS');
  if (toMiss) return decidedOfSkill(content, toMiss);
  if (told) return { diagnosis: 'CONTENT_PROBLEM', probability: content };
  if (lack) return { diagnosis: 'KNOWLEDGE_GAP', probability: lack.probability * (1 - content) };
  // As likely as not both options are right.
  if (alike.probability > probable.least && (content <= doubtful || kind === 'AMBIGUOUS'))
    return { ...undecided('SUBJECT_EXPERT'), probability: Math.max(content, alike.probability / 2) };
  if (content > doubtful) return undecided('MORE_ANSWERS');
  return { diagnosis: 'SOUND', probability: 1 - content };
}

/** Another option would be right, and few answers say so, not clearly enough for that. */
function isDoubtfulKey({ content, kind, key }: ContentFinding, answers: number): boolean {
  return (
    kind === 'WRONG_KEY' && key !== undefined && answers < fewForKey.answers && content < fewForKey.least
  );
}

/** Of a question of a skill that all miss: what answers alone cannot tell. */
function decidedOfSkill(content: number, { notTaught, lacked, hard }: ReasonsToMiss): Decision {
  if (notTaught >= probable.least)
    return { diagnosis: 'CONTENT_PROBLEM', probability: content * notTaught, kind: 'NOT_TAUGHT' };
  if (lacked >= probable.least) return { diagnosis: 'KNOWLEDGE_GAP', probability: lacked };
  if (hard >= 1 - doubtful) return { diagnosis: 'SOUND', probability: hard };
  return { diagnosis: 'NOT_ENOUGH_DATA', probability: content, decidedBy: 'OTHER_TEAMS_OR_PAGES' };
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

function mostProbable(lacked: readonly Lack[]): Lack | undefined {
  return lacked.reduce<Lack | undefined>(
    (best, one) => (best && best.probability >= one.probability ? best : one),
    undefined,
  );
}

/** Each team once, by the skill that it lacks most probably. */
function teamsThatLack(test: AnsweredTest, lacks: readonly Lack[], sound: number): TeamThatLacks[] {
  const teams = new Map<string, number>();
  for (const { team, probability } of lacks) {
    const name = test.teams[team ?? -1];
    if (name !== undefined) teams.set(name, Math.max(probability * sound, teams.get(name) ?? 0));
  }
  return [...teams]
    .map(([team, probability]) => ({ team, probability }))
    .sort((left, right) => right.probability - left.probability || (left.team < right.team ? -1 : 1));
}

function questionsOf(test: AnsweredTest, skill: number): number[] {
  return [...test.questions.keys()].filter((index) => test.questions[index]?.skills.includes(skill));
}

/** Nobody in particular gets it right, and no other option stands out that could be the right one. */
function isMissed(finding: ContentFinding | undefined): boolean {
  return (
    finding !== undefined &&
    finding.content > doubtful &&
    finding.key === undefined &&
    (finding.kind === 'NOT_TAUGHT' || finding.kind === 'WRONG_KEY')
  );
}

/** Skills that all these people miss as earlier people did not, in proportion to their level. Faulty questions do not count. */
function toldLackOfAll(test: AnsweredTest, told: readonly boolean[], given: GivenBesides): LackOfAll[] {
  if (!given.before) return [];
  const sound = test.questions.filter((_, index) => told[index] !== true);
  const found = test.skills.map((_, skill) => ({
    skill,
    team: undefined,
    probability: probabilityThatAllLack(
      sound.filter(({ skills }) => skills.includes(skill)),
      sound.filter(({ skills }) => !skills.includes(skill)),
      given,
    ),
  }));
  const gaps = toldGaps(found.map(({ probability }) => probability));
  return found.filter((_, index) => gaps[index]);
}

/** Skills of which nearly all questions fail, while others do not, and why. */
function failingSkills(
  test: AnsweredTest,
  findings: readonly (ContentFinding | undefined)[],
  given: GivenBesides,
): Map<number, ReasonsToMiss> {
  const failing = new Map<number, ReasonsToMiss>();
  test.skills.forEach((_, skill) => {
    const questions = questionsOf(test, skill);
    const failed = questions.filter((index) => isMissed(findings[index]));
    if (failed.length < Math.max(wholeSkill.questions, wholeSkill.share * questions.length)) return;
    failing.set(
      skill,
      reasonsToMiss(
        failed.flatMap((index) => test.questions[index] ?? []),
        test.questions.filter(({ skills }) => !skills.includes(skill)),
        given,
      ),
    );
  });
  return failing;
}

/** Of each question what its people got right of the other questions on the same skills. */
function* siblingsSteps(test: AnsweredTest): Generator<void, number[]> {
  const bySkill = test.skills.map(() => new Map<number, { right: number; answers: number }>());
  for (const { skills, person, score } of test.questions) {
    for (const skill of skills) {
      const sums = bySkill[skill];
      person.forEach((one, answer) => {
        const { right, answers } = sums?.get(one) ?? { right: 0, answers: 0 };
        sums?.set(one, { right: right + (score[answer] ?? 0), answers: answers + 1 });
      });
    }
    yield;
  }
  const found: number[] = [];
  for (const { skills, person, score } of test.questions) {
    let [right, answers] = [0, 0];
    person.forEach((one, answer) => {
      for (const skill of skills) {
        const sums = bySkill[skill]?.get(one);
        right += (sums?.right ?? 0) - (score[answer] ?? 0);
        answers += (sums?.answers ?? 0) - 1;
      }
    });
    found.push(right / answers);
    yield;
  }
  return found;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
