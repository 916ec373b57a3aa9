import { stepAnswer } from './filter';
import { levelOf } from './level';
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
  const { day } = asking;
  const reading = withoutPractice(parameters);
  const concerned = partOf(person, [skill, ...asking.skills], asking.question);
  const widthOf = (known: PersonState<Skill>): number =>
    widthOn(abilityOn(known, known.skills.get(skill), day, reading), referenceDifficulty);
  const right = copyOf(concerned);
  const wrong = copyOf(concerned);
  const { probability } = stepAnswer(right, { ...asking, score: 1 }, reading);
  stepAnswer(wrong, { ...asking, score: 0 }, reading);
  const width = probability * widthOf(right) + (1 - probability) * widthOf(wrong);
  return { probability, width, narrowing: widthOf(concerned) - width };
}

/** The model as it reads an answer, without what answering does to the person. */
export function withoutPractice(parameters: ModelParameters): ModelParameters {
  return { ...parameters, skillDriftPerAnswer: 0, skillDriftPerSitting: 0, gainRight: 0, gainWrong: 0 };
}

function widthOn(ability: Gaussian, referenceDifficulty: number): number {
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
