import type { MasteryModel, ModelParameters, Observation, SkillState } from './types';

/** An observation with its place in the person's order. */
export interface OrderedObservation extends Observation {
  readonly attempt: number;
  /** The evidence id: breaks ties, so that the order is total. */
  readonly id: string;
}

/** Where a fold stands: the place of the last item folded in. */
export interface FoldPosition {
  readonly at: number;
  readonly attempt: number;
  readonly id: string;
}

/** The order of evidence that every fold follows: time, attempt, id (by code unit, on every machine alike). */
export function compareEvidence(left: FoldPosition, right: FoldPosition): number {
  if (left.at !== right.at) return left.at - right.at;
  if (left.attempt !== right.attempt) return left.attempt - right.attempt;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/**
 * Folds ordered observations into a person's state, which it changes in place. Folding the first part and then the
 * rest gives the same bits as folding all at once: a step reads nothing but the state and its item.
 */
export function foldInto(
  person: Map<string, SkillState>,
  observations: readonly OrderedObservation[],
  model: MasteryModel,
  parameters: ModelParameters,
  onStep?: (observation: OrderedObservation, moved: Map<string, SkillState>) => void,
): void {
  for (const observation of observations) {
    const moved = model.step(person, observation, parameters);
    onStep?.(observation, moved);
    for (const [skill, state] of moved) person.set(skill, state);
  }
}
