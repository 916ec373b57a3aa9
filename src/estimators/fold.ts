import { stepAnswer, stepClaim } from './filter';
import type { PersonState } from './person-state';
import type { Answered, Claimed, Expectation, ModelParameters } from './types';

/** How far a fold has come: the place of the last item folded in. */
export interface FoldPosition {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly attempt: number;
  /** The evidence id: breaks ties, so that the order is total. */
  readonly id: string;
}

/** An item of evidence as the model reads it, with its place in the person's order. */
export type FoldItem = FoldPosition &
  (
    | { readonly answered: Answered; readonly claimed?: never }
    | { readonly claimed: Claimed; readonly answered?: never }
  );

/** The order of evidence that every fold follows: time, attempt, id (by code unit, on every machine alike). */
export function compareEvidence(left: FoldPosition, right: FoldPosition): number {
  if (left.at !== right.at) return left.at - right.at;
  if (left.attempt !== right.attempt) return left.attempt - right.attempt;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/**
 * Folds ordered items into a person's state, which it changes in place. Folding the first part and then the rest gives the
 * same bits as folding all at once: a step reads nothing but the state and its item.
 */
export function foldInto(person: PersonState, items: Iterable<FoldItem>, parameters: ModelParameters): void {
  for (const item of items) step(person, item, parameters);
}

/** The same in steps, one for each item. */
export function* foldSteps(
  person: PersonState,
  items: Iterable<FoldItem>,
  parameters: ModelParameters,
): Generator<void, void> {
  for (const item of items) {
    step(person, item, parameters);
    yield;
  }
}

/** Folds in one item; returns what was expected of an answer. */
export function step(
  person: PersonState,
  { answered, claimed }: FoldItem,
  parameters: ModelParameters,
): Expectation | undefined {
  if (answered) return stepAnswer(person, answered, parameters);
  stepClaim(person, claimed, parameters);
  return undefined;
}
