import type { AnsweredTest, AskedQuestion } from './answered-test';
import type { KeyHabits } from './latent-key';
import { logisticEvidence } from './logistic-evidence';

/** What may have made a question harder for some of its answers than for others of equal ability. */
export interface Shift {
  /** Odds against no such shift, what is usual beforehand included. */
  readonly odds: number;
  /** The team, or the day from which on, that is the most probable. */
  readonly at: number;
}

/** Shares of questions beforehand. */
const unfair = 0.02;
const outdated = 0.01;
/** How much harder, logits; and how much questions vary anyway. */
const harder = { unfair: { mean: -1.5, variance: 1 }, outdated: { mean: -2, variance: 1 } };
const usualShift = { mean: 0, variance: 0.04 };
const fewestAnswers = 5;
/** So many dates are tried. */
const dates = 9;

export interface JudgedQuestion {
  readonly question: AskedQuestion;
  /** Of its answers. */
  readonly abilities: Float64Array;
  readonly habits: KeyHabits;
  /** Answers that count. */
  readonly rows: readonly number[];
}

/** Is the question harder for one team than for others of equal ability (differential item functioning; Holland & Wainer 1993)? */
export function* shiftByTeamSteps(
  test: AnsweredTest,
  question: JudgedQuestion,
): Generator<void, Shift | undefined> {
  const teamOf = (answer: number): number => test.team[question.question.person[answer] ?? 0] ?? -1;
  return yield* shiftSteps(question, [...test.teams.keys()], (team, answer) => teamOf(answer) === team, {
    share: unfair,
    prior: harder.unfair,
  });
}

/** Is the question harder from some day on, for people of equal ability in the others? */
export function* shiftByDateSteps(question: JudgedQuestion): Generator<void, Shift | undefined> {
  const days = question.rows
    .map((answer) => question.question.day[answer] ?? NaN)
    .filter((day) => !isNaN(day));
  if (2 * days.length < question.rows.length) return undefined;
  days.sort((left, right) => left - right);
  const tried = Array.from(
    { length: dates },
    (_, i) => days[Math.floor(((i + 1) * days.length) / (dates + 1))] ?? NaN,
  );
  return yield* shiftSteps(
    question,
    [...new Set(tried)],
    (from, answer) => (question.question.day[answer] ?? NaN) >= from,
    { share: outdated, prior: harder.outdated },
  );
}

function* shiftSteps(
  { question, abilities, habits, rows }: JudgedQuestion,
  candidates: readonly number[],
  concerns: (candidate: number, answer: number) => boolean,
  { share, prior }: { share: number; prior: { mean: number; variance: number } },
): Generator<void, Shift | undefined> {
  const scores = Float64Array.from(rows, (answer) => question.score[answer] ?? 0);
  const ones = new Float64Array(rows.length).fill(1);
  const ability = Float64Array.from(rows, (answer) => abilities[answer] ?? 0);
  const sound = [
    { mean: habits.keyEase, variance: habits.keyEaseVariance + habits.otherEaseVariance },
    { mean: habits.keySlope, variance: habits.keySlopeVariance + habits.otherSlopeVariance },
  ];
  const found: { at: number; ratio: number }[] = [];
  for (const at of candidates) {
    yield;
    const concerned = Float64Array.from(rows, (answer) => (concerns(at, answer) ? 1 : 0));
    const some = concerned.reduce((sum, one) => sum + one, 0);
    if (Math.min(some, rows.length - some) < fewestAnswers) continue;
    const columns = [ones, ability, concerned];
    const shifted = logisticEvidence(columns, scores, [...sound, prior]);
    found.push({ at, ratio: shifted - logisticEvidence(columns, scores, [...sound, usualShift]) });
  }
  if (found.length === 0) return undefined;
  const best = found.reduce((one, other) => (other.ratio > one.ratio ? other : one));
  const mean = found.reduce((sum, { ratio }) => sum + Math.exp(Math.min(ratio, 600)) / found.length, 0);
  return { odds: (share / (1 - share)) * mean, at: best.at };
}
