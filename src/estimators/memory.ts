import { expectedLevel } from './level';
import { elapsed, type Memory, type PersonState } from './person-state';
import type { Answered, Gaussian, ModelParameters } from './types';

/** What is remembered of a question at an answer to it, before its score is seen. */
export interface Remembered {
  /** How much easier it is, logits: what is known of it apart from its skills, and what the last answer to it left. */
  readonly mean: number;
  /** Of what is known of it apart from its skills, where the ability is known, its uncertain difficulty with it. */
  readonly variance: number;
  /** How much the answer hangs on the ability, in (0,1]: 1 where the question was never answered. */
  readonly share: number;
}

/** No answer hangs on the ability less than this. */
const smallestShare = 1e-3;

/** Whether anything is remembered at all. */
export function remembersQuestions({
  memoryVariance,
  memoryGainRight,
  memoryGainWrong,
  recallRight,
  recallWrong,
}: ModelParameters): boolean {
  return (
    memoryVariance > 0 ||
    memoryGainRight !== 0 ||
    memoryGainWrong !== 0 ||
    recallRight !== 0 ||
    recallWrong !== 0
  );
}

/**
 * What a person knows of a question apart from its skills is a Gaussian q of its own, and how far the question's difficulty is
 * from what is believed is part of it: that is the same at each of the person's answers. The answers to a question say g + u +
 * o + q together, so that given the ability a each takes as much from the variance of q as from how far another answer hangs on a:
 * q = m + s (a - E a) + noise with 1 + s = Var(q | a) / (memoryVariance + difficultyVariance), as in an exact filter of the
 * two. A question that was answered often shows little of the ability.
 * @param recalled what the last answer left, where that is known otherwise
 */
export function rememberedAt<Skill>(
  person: PersonState<Skill>,
  { question, day, difficultyVariance }: Pick<Answered<Skill>, 'question' | 'day' | 'difficultyVariance'>,
  parameters: ModelParameters,
  recalled?: number,
): Remembered {
  const { memoryDrift } = parameters;
  const widest = parameters.memoryVariance + difficultyVariance;
  const memory = person.memories.get(question);
  if (!memory) return { mean: recalled ?? 0, variance: widest, share: 1 };
  const variance = Math.min(widest, memory.variance + memoryDrift);
  return {
    mean: memory.mean + (recalled ?? recallOf(memory, day, person.answers, parameters)),
    variance,
    share: widest > 0 ? Math.max(smallestShare, variance / widest) : 1,
  };
}

/** Whether an answer counts less, since the person answered its question before. */
export function countsLess<Skill>(
  person: PersonState<Skill>,
  answer: Pick<Answered<Skill>, 'question' | 'day' | 'difficultyVariance'>,
  parameters: ModelParameters,
): boolean {
  return rememberedAt(person, answer, parameters).share < 1;
}

/** How much easier a question is since it was answered lately, logits: forgotten hyperbolically (Wixted & Carpenter 2007). */
export function recallOf(
  { score, day: then, place: before }: Pick<Memory, 'score' | 'day' | 'place'>,
  day: number,
  place: number,
  { recallRight, recallWrong, forgettingPerAnswer, forgettingPerDay }: ModelParameters,
): number {
  const fresh = score * recallRight + (1 - score) * recallWrong;
  const between = Math.max(0, place - before - 1);
  return fresh / (1 + forgettingPerAnswer * between + forgettingPerDay * elapsed(then, day));
}

/**
 * The probability of a right answer to the questions remembered on a day, were they as hard as the reference question: the mean
 * over them, what is known of each as if it were independent of the ability. Undefined where none is.
 */
export function practisedLevel<Skill>(
  memories: readonly Memory<Skill>[],
  ability: Gaussian,
  reference: number,
  { day, place }: Pick<Memory, 'day' | 'place'>,
  parameters: ModelParameters,
): number | undefined {
  const levels = memories.map((memory) => {
    const mean = ability.mean + memory.mean + recallOf(memory, day, place, parameters);
    return expectedLevel({ mean, variance: ability.variance + memory.variance }, reference);
  });
  return levels.length === 0 ? undefined : levels.reduce((sum, level) => sum + level, 0) / levels.length;
}

/** What an answer showed: of g + u + o + q together, with the variance that it had before. */
interface Shown {
  /** Logits. */
  readonly surprise: number;
  /** Variance of the ability. */
  readonly ability: number;
  /** Variance of the reading apart from the ability and from q. */
  readonly noise: number;
}

/** Keeps what an answer showed of its question, and what answering it left; undefined where it showed nothing. */
export function remember<Skill>(
  person: PersonState<Skill>,
  skill: Skill | undefined,
  { question, day, score }: Pick<Answered<Skill>, 'question' | 'day' | 'score'>,
  { variance, share }: Remembered,
  shown: Shown | undefined,
  { memoryGainRight, memoryGainWrong }: ModelParameters,
): void {
  let mean = person.memories.get(question)?.mean ?? 0;
  let left = variance;
  if (shown) {
    const together = share * share * shown.ability + variance + shown.noise;
    mean += (((share - 1) * share * shown.ability + variance) / together) * shown.surprise;
    left -= (variance * variance) / (variance + shown.noise);
  }
  mean += score * memoryGainRight + (1 - score) * memoryGainWrong;
  person.memories.set(question, { skill, mean, variance: left, score, day, place: person.answers });
}
