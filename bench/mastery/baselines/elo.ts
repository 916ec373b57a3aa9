import type { AnswerLog } from '../../../src/estimators/answer-log';
import { logistic, logit } from '../../../src/estimators/normal';
import { seededUniforms } from '../../../src/estimators/random';
import type { Predictor } from '../predictor';
import { crossEntropy } from '../scores';
import { shuffled } from '../shuffled';

/**
 * Elo with an uncertainty function (Pelánek 2016, "Applications of the Elo rating system in adaptive educational
 * systems"): what is learned of an ability or a difficulty from its n-th answer is K(n) = a / (1 + b n) times the surprise.
 * A person has a global ability and one per skill (his hierarchical extension): P(right) = logistic(global + mean of the
 * question's skills - difficulty).
 */
export function fitElo(train: AnswerLog): Predictor {
  const order = shuffled(train.people, seededUniforms(2016));
  const heldOut = order.subarray(0, Math.floor(train.people * heldOutShare));
  const others = order.subarray(heldOut.length);
  const steps = heldOut.length > 0 ? tuned(train, others, heldOut) : start;
  const difficulties = learnedFrom(train, order, steps);
  return {
    predict(log) {
      const predicted = new Float64Array(log.question.length);
      const people = Int32Array.from({ length: log.people }, (_, person) => person);
      follow(log, people, steps, difficulties, false, predicted);
      return predicted;
    },
  };
}

/** K(n) = first / (1 + decay n). */
interface Step {
  readonly first: number;
  readonly decay: number;
}

interface Steps {
  readonly question: Step;
  readonly person: Step;
  readonly skill: Step;
}

interface Difficulties {
  /** Logits, by question; questions past its end were never met. */
  readonly logits: Float64Array;
  readonly answers: Int32Array;
  /** Of a question that was never met. */
  readonly usual: number;
}

const heldOutShare = 0.2;
const passes = 2;
const start: Steps = {
  question: { first: 0.4, decay: 0.1 },
  person: { first: 0.4, decay: 0.1 },
  skill: { first: 0.2, decay: 0.1 },
};
const firsts = [0, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6, 3.2];
const decays = [0.01, 0.03, 0.1, 0.3];

/** From the start on to a neighbour on the grid as long as one is better: by log loss on people held out. */
function tuned(log: AnswerLog, learned: Int32Array, heldOut: Int32Array): Steps {
  let best = start;
  let least = lossOf(log, learned, heldOut, best);
  for (let isBetter = true; isBetter;) {
    isBetter = false;
    for (const what of ['person', 'question', 'skill'] as const) {
      for (const step of neighboursOf(best[what])) {
        const tried = { ...best, [what]: step };
        const loss = lossOf(log, learned, heldOut, tried);
        if (loss >= least) continue;
        [best, least, isBetter] = [tried, loss, true];
      }
    }
  }
  return best;
}

/** One place up or down the grid in one figure. */
function neighboursOf({ first, decay }: Step): Step[] {
  const [row, column] = [firsts.indexOf(first), decays.indexOf(decay)];
  const firstsBeside = [firsts[row - 1], firsts[row + 1]].filter((one) => one !== undefined);
  const decaysBeside = [decays[column - 1], decays[column + 1]].filter((one) => one !== undefined);
  return [
    ...firstsBeside.map((one) => ({ first: one, decay })),
    // Without a first step the decay means nothing.
    ...(first > 0 ? decaysBeside.map((one) => ({ first, decay: one })) : []),
  ];
}

function lossOf(log: AnswerLog, learned: Int32Array, heldOut: Int32Array, steps: Steps): number {
  return follow(log, heldOut, steps, learnedFrom(log, learned, steps), false);
}

function learnedFrom(log: AnswerLog, people: Int32Array, steps: Steps): Difficulties {
  // Abilities start at 0, so that this is the difficulty that the usual answer shows.
  const usual = -logit(smoothedMean(log, people));
  const logits = new Float64Array(log.questionSkills.length).fill(usual);
  const difficulties = { logits, answers: new Int32Array(logits.length), usual };
  for (let pass = 0; pass < passes; pass++) follow(log, people, steps, difficulties, true);
  return difficulties;
}

function smoothedMean({ firstOf, score }: AnswerLog, people: Int32Array): number {
  let [right, answers] = [1, 2];
  for (const person of people) {
    for (let i = firstOf[person]!; i < firstOf[person + 1]!; i++) right += score[i]!;
    answers += firstOf[person + 1]! - firstOf[person]!;
  }
  return right / answers;
}

/**
 * Goes through the answers of these people, each a new one, and gives the sum of their log losses. Where
 * difficulties are learned, they move, and no loss is summed up.
 */
function follow(
  { firstOf, question, score, questionSkills, skills }: AnswerLog,
  people: Int32Array,
  steps: Steps,
  { logits, answers, usual }: Difficulties,
  learns: boolean,
  predicted?: Float64Array,
): number {
  const ofSkill = new Float64Array(skills);
  const answersOfSkill = new Int32Array(skills);
  let loss = 0;
  for (const person of people) {
    const first = firstOf[person]!;
    const end = firstOf[person + 1]!;
    for (let i = first; i < end; i++) {
      for (const skill of questionSkills[question[i]!]!) ofSkill[skill] = answersOfSkill[skill] = 0;
    }
    let ability = 0;
    for (let i = first; i < end; i++) {
      const asked = question[i]!;
      const assessed = questionSkills[asked]!;
      let special = 0;
      for (const skill of assessed) special += ofSkill[skill]! / assessed.length;
      const probability = logistic(ability + special - (logits[asked] ?? usual));
      if (predicted) predicted[i] = probability;
      if (!learns) loss += crossEntropy(score[i]!, probability);
      const surprise = score[i]! - probability;
      ability += sizeOf(steps.person, i - first) * surprise;
      for (const skill of assessed) {
        ofSkill[skill] = ofSkill[skill]! + sizeOf(steps.skill, answersOfSkill[skill]!) * surprise;
        answersOfSkill[skill] = answersOfSkill[skill]! + 1;
      }
      if (!learns) continue;
      logits[asked] = logits[asked]! - sizeOf(steps.question, answers[asked]!) * surprise;
      answers[asked] = answers[asked]! + 1;
    }
  }
  return loss;
}

function sizeOf({ first, decay }: Step, answers: number): number {
  return first / (1 + decay * answers);
}
