import { stepAnswer } from './filter';
import { levelOf, probabilityAbove } from './level';
import { abilityOn, copyOf, type PersonState } from './person-state';
import type { Answered, Gaussian, ModelParameters } from './types';

/** What asking a question now can be expected to bring. */
export interface Prospect {
  /** Probability of a right answer, in (0,1). */
  readonly probability: number;
  /** How wide the central 90 % interval of the level is expected to be once the answer is in, in [0,1]. */
  readonly width: number;
  /** How much narrower that is than now; below 0 where a very unexpected answer would widen it by more than it narrows. */
  readonly narrowing: number;
}

/** A question that might be asked: an answer to it without its score. */
export type Asking<Skill = string> = Omit<Answered<Skill>, 'score'>;

/**
 * One step of look-ahead (Lindley 1956, On a measure of the information provided by an experiment; in adaptive tests: van
 * der Linden 1998, minimum expected posterior variance): the model takes each of the two answers, and the widths of the two
 * intervals are weighted by how likely the answers are. The effect of answering itself, practice and the drift it brings,
 * is left out: it is the same for every question, and only what the answer shows matters here.
 */
export function prospectOf<Skill>(
  person: PersonState<Skill>,
  skill: Skill,
  referenceDifficulty: number,
  asking: Asking<Skill>,
  parameters: ModelParameters,
): Prospect {
  const { probability, now, right, wrong } = eitherAnswer(person, skill, asking, parameters);
  const widthOf = (ability: Gaussian): number => widthOf90(ability, referenceDifficulty);
  const width = probability * widthOf(right) + (1 - probability) * widthOf(wrong);
  return { probability, width, narrowing: widthOf(now) - width };
}

/** How much an answer tells of whether an ability is reached. */
export interface Settling {
  /** Probability of a right answer, in (0,1). */
  readonly probability: number;
  /** Probability that the ability is reached, in [0,1], after a right answer and after a wrong one. */
  readonly ifRight: number;
  readonly ifWrong: number;
  /** Expected information on whether it is reached, bits, in [0,1] (Lindley 1956): the mutual information of the two. */
  readonly told: number;
}

/** What asking a question now can be expected to tell of whether the ability in a skill is above a threshold, logits. */
export function settlingOf<Skill>(
  person: PersonState<Skill>,
  skill: Skill,
  threshold: number,
  asking: Asking<Skill>,
  parameters: ModelParameters,
): Settling {
  const { probability, right, wrong } = eitherAnswer(person, skill, asking, parameters);
  const [ifRight, ifWrong] = [probabilityAbove(right, threshold), probabilityAbove(wrong, threshold)];
  // What is believed before the answer is what is believed after it on average: so nothing tells less than nothing.
  const before = probability * ifRight + (1 - probability) * ifWrong;
  const after = probability * entropyOf(ifRight) + (1 - probability) * entropyOf(ifWrong);
  return { probability, ifRight, ifWrong, told: Math.max(0, entropyOf(before) - after) };
}

/** Of something that is so with this probability, bits. */
function entropyOf(probability: number): number {
  return [probability, 1 - probability].reduce((sum, p) => (p > 0 ? sum - p * Math.log2(p) : sum), 0);
}

/** The ability in a skill as it is, and as it would be after either answer. */
function eitherAnswer<Skill>(
  person: PersonState<Skill>,
  skill: Skill,
  asking: Asking<Skill>,
  parameters: ModelParameters,
): Record<'now' | 'right' | 'wrong', Gaussian> & { readonly probability: number } {
  const { day } = asking;
  const reading = withoutPractice(parameters);
  const now = partOf(person, [skill, ...asking.skills], asking.question);
  const [right, wrong] = [copyOf(now), copyOf(now)];
  const { probability } = stepAnswer(right, { ...asking, score: 1 }, reading);
  stepAnswer(wrong, { ...asking, score: 0 }, reading);
  const abilityOf = (known: PersonState<Skill>): Gaussian =>
    abilityOn(known, known.skills.get(skill), day, reading);
  return { probability, now: abilityOf(now), right: abilityOf(right), wrong: abilityOf(wrong) };
}

/** The model as it reads an answer, without what answering does to the person. */
export function withoutPractice(parameters: ModelParameters): ModelParameters {
  return { ...parameters, skillDriftPerAnswer: 0, skillDriftPerSitting: 0, gainRight: 0, gainWrong: 0 };
}

function widthOf90(ability: Gaussian, referenceDifficulty: number): number {
  const { low, high } = levelOf(ability, referenceDifficulty);
  return high - low;
}

/** The person with only these skills and what they remember of one question: nothing else takes part in a step. */
function partOf<Skill>(
  person: PersonState<Skill>,
  skills: readonly Skill[],
  question: number,
): PersonState<Skill> {
  const states = skills.flatMap((skill) => {
    const state = person.skills.get(skill);
    return state ? [[skill, state] as const] : [];
  });
  const memory = person.memories.get(question);
  return { ...person, skills: new Map(states), memories: new Map(memory && [[question, memory]]) };
}
