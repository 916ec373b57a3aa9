import type { AnswerLog } from '../../src/estimators/answer-log';
import { stepAnswer, unfamiliarity } from '../../src/estimators/filter';
import { answerAt } from '../../src/estimators/log-filter';
import { recallOf, remembersQuestions } from '../../src/estimators/memory';
import { gainOf } from '../../src/estimators/practice';
import { elapsed, newPerson, newSkill, type PersonState } from '../../src/estimators/person-state';
import { questionIn, type QuestionEstimates } from '../../src/estimators/question-estimates';
import type { Answered, ModelParameters } from '../../src/estimators/types';

/** A possible truth behind a belief: one person's g, u and offsets, on their way through time. */
interface Drawn {
  general: number;
  sitting: number;
  readonly rate: number;
  readonly offsets: Map<number, DrawnSkill>;
  readonly memories: Map<number, DrawnMemory>;
}

interface DrawnSkill {
  offset: number;
  answers: number;
  day: number;
  /** In which sitting of the log it was asked last; NaN for none. */
  sitting: number;
}

interface DrawnMemory {
  /** What is known of the question for good: what is believed, and how far it is from that. */
  mean: number;
  deviation: number;
  score: number;
  day: number;
  place: number;
}

/** A calibration, and where random numbers come from. */
export interface Drawing {
  readonly log: AnswerLog;
  readonly estimates: QuestionEstimates;
  readonly parameters: ModelParameters;
  /** Uniform in [0,1). */
  readonly random: () => number;
}

/**
 * Draws how many of some later answers of a person are right: the model run forwards from what it believes after the
 * answers before index `known`, its process noise, practice and the chance of each answer drawn too.
 */
export function drawRight(
  drawing: Drawing,
  person: number,
  known: number,
  later: readonly number[],
  draws: number,
): Float64Array {
  const { log, estimates, parameters } = drawing;
  const state = newPerson<number>(parameters);
  const first = log.firstOf[person] ?? 0;
  for (let i = first; i < known; i++) stepAnswer(state, answerAt(log, i, estimates), parameters);
  return Float64Array.from({ length: draws }, () => {
    const drawn = drawnFrom(drawing, state, known - 1);
    let before = known - 1;
    let right = 0;
    for (const i of later) {
      right += drawAnswer(drawing, drawn, before, i, first);
      before = i;
    }
    return right;
  });
}

function drawnFrom(drawing: Drawing, state: PersonState<number>, last: number): Drawn {
  const { generalMean, generalVariance, sittingMean, sittingVariance, sittingCovariance } = state;
  const general = generalMean + normal(drawing, generalVariance);
  const perGeneral = sittingCovariance / generalVariance;
  const apart = Math.max(0, sittingVariance - perGeneral * sittingCovariance);
  const off = normal(drawing, apart);
  const sitting = sittingMean + perGeneral * (general - generalMean) + off;
  // What the rate has in common with g, and with what u has apart from g.
  const { rateMean, rateVariance, rateWithGeneral, rateWithSitting } = state;
  const onGeneral = rateWithGeneral / generalVariance;
  const withOff = rateWithSitting - onGeneral * sittingCovariance;
  const onOff = apart > 0 ? withOff / apart : 0;
  const rate =
    rateMean +
    onGeneral * (general - generalMean) +
    onOff * off +
    normal(drawing, Math.max(0, rateVariance - onGeneral * rateWithGeneral - onOff * withOff));
  const offsets = new Map<number, DrawnSkill>();
  for (const [key, skill] of state.skills) {
    const { intercept, generalSlope, sittingSlope, rateSlope, variance, answers, day } = skill;
    const given = generalSlope * general + sittingSlope * sitting + rateSlope * rate;
    offsets.set(key, {
      offset: intercept + given + normal(drawing, variance),
      answers,
      day,
      sitting: skill.sitting === state.sittings ? (drawing.log.sitting[last] ?? NaN) : NaN,
    });
  }
  const memories = new Map<number, DrawnMemory>();
  const { log, estimates, parameters } = drawing;
  for (const [question, { skill, mean, variance, score, day, place }] of state.memories) {
    const offset = skill === undefined ? undefined : state.skills.get(skill);
    const believed = offset
      ? offset.intercept + offset.generalSlope * generalMean + offset.sittingSlope * sittingMean
      : 0;
    const drawnOffset = skill === undefined ? 0 : (offsets.get(skill)?.offset ?? 0);
    const better = general - generalMean + (sitting - sittingMean) + (drawnOffset - believed);
    const widest = parameters.memoryVariance + questionIn(estimates, log, question).difficultyVariance;
    const tied = widest > 0 ? (variance / widest - 1) * better : 0;
    memories.set(question, { mean, deviation: tied + normal(drawing, variance), score, day, place });
  }
  return { general, sitting, rate, offsets, memories };
}

/**
 * Whether the answer at index i is right, 1 or 0, given a drawn truth that stood at index `before`; the person's answers
 * begin at index `first`.
 */
function drawAnswer(drawing: Drawing, drawn: Drawn, before: number, i: number, first: number): 0 | 1 {
  const { log, parameters, random } = drawing;
  const answer = answerAt(log, i, drawing.estimates);
  pass(drawing, drawn, before, i);
  const skills = Array.from(answer.skills, (key) => drawnSkill(drawing, drawn, key, i));
  let total = 0;
  let weights = 0;
  for (const { offset } of skills) {
    const weight = Math.exp(-parameters.weaknessWeight * offset);
    total += weight * offset;
    weights += weight;
  }
  const again = answer.attempt > 1;
  const place = i - first;
  const memory = drawnMemory(drawing, drawn, answer, place);
  const logit =
    drawn.general +
    drawn.sitting +
    (weights > 0 ? total / weights : 0) -
    answer.difficulty +
    (again ? parameters.repeatEase : 0) -
    unfamiliarity(place, parameters) +
    memory.known +
    (again ? normal(drawing, parameters.repeatVariance) : 0);
  const { guessing } = parameters;
  const probability = guessing + (1 - guessing) / (1 + Math.exp(-answer.discrimination * logit));
  const right = random() < probability ? 1 : 0;
  memory.answered(right);
  for (const skill of skills) {
    skill.offset += gainOf(skill, right, parameters) * (1 + drawn.rate);
    skill.answers++;
  }
  return right;
}

/** What is known of a question at an answer to it, apart from what is usually said of it, and what becomes of that by the answer. */
function drawnMemory(
  drawing: Drawing,
  drawn: Drawn,
  { question, day, difficultyVariance }: Pick<Answered<number>, 'question' | 'day' | 'difficultyVariance'>,
  place: number,
): { readonly known: number; readonly answered: (score: number) => void } {
  const { parameters } = drawing;
  if (!remembersQuestions(parameters))
    return { known: normal(drawing, difficultyVariance), answered: () => undefined };
  const { memoryDrift, memoryGainRight, memoryGainWrong } = parameters;
  const widest = parameters.memoryVariance + difficultyVariance;
  const before = drawn.memories.get(question);
  // What changes with practice stays as far from what is believed as people are from each other.
  const drift = Math.min(memoryDrift, widest);
  const deviation = before
    ? before.deviation * Math.sqrt(widest > 0 ? 1 - drift / widest : 1) + normal(drawing, drift)
    : normal(drawing, widest);
  const mean = before?.mean ?? 0;
  return {
    known: mean + deviation + (before ? recallOf(before, day, place, parameters) : 0),
    answered: (score) => {
      const gained = score * memoryGainRight + (1 - score) * memoryGainWrong;
      drawn.memories.set(question, { mean: mean + gained, deviation, score, day, place });
    },
  };
}

/** Time, and the answers to other questions in between. */
function pass(drawing: Drawing, drawn: Drawn, before: number, i: number): void {
  const { log, parameters } = drawing;
  if (log.sitting[i] === log.sitting[before]) {
    const persistence = parameters.sittingPersistence ** (i - before);
    drawn.sitting =
      persistence * drawn.sitting +
      normal(drawing, parameters.sittingVariance * (1 - persistence * persistence));
  } else {
    drawn.sitting = normal(drawing, parameters.sittingVariance);
  }
  const days = elapsed(log.day[before] ?? NaN, log.day[i] ?? NaN);
  drawn.general += normal(drawing, parameters.generalDriftPerDay * days);
}

function drawnSkill(drawing: Drawing, drawn: Drawn, key: number, i: number): DrawnSkill {
  const { log, parameters } = drawing;
  const day = log.day[i] ?? NaN;
  const sitting = log.sitting[i] ?? 0;
  const known = drawn.offsets.get(key);
  if (!known) {
    const { variance, answers } = newSkill(parameters, day);
    const drawnSkill = { offset: normal(drawing, variance), answers, day, sitting };
    drawn.offsets.set(key, drawnSkill);
    return drawnSkill;
  }
  const drift =
    parameters.skillDriftPerAnswer +
    parameters.skillDriftPerDay * elapsed(known.day, day) +
    (known.sitting === sitting ? 0 : parameters.skillDriftPerSitting);
  known.offset += normal(drawing, drift);
  known.day = day;
  known.sitting = sitting;
  return known;
}

/** A normal number of mean 0 (Box & Muller 1958). */
function normal({ random }: Drawing, variance: number): number {
  return Math.sqrt(-2 * variance * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
