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
    | { readonly answered: Answered; readonly claimed?: never; readonly claimant?: never }
    | {
        readonly claimed: Claimed;
        /** Who states it, told apart from everybody else who states levels of the person. */
        readonly claimant: string;
        readonly answered?: never;
      }
  );

/** The order of evidence that every fold follows: time, attempt, id (by code unit, on every machine alike). */
export function compareEvidence(left: FoldPosition, right: FoldPosition): number {
  if (left.at !== right.at) return left.at - right.at;
  if (left.attempt !== right.attempt) return left.attempt - right.attempt;
  return left.id < right.id ? -1 : left.id > right.id ? 1 : 0;
}

/** What claims share of which only the latest counts: their claimant and their skill. Undefined for an answer. */
function standingOf(item: FoldItem): string | undefined {
  return item.answered ? undefined : JSON.stringify([item.claimant, item.claimed.skill]);
}

/**
 * What counts of all that was accepted of a person, in the order of the fold: all answers, and of the claims by one
 * claimant on one skill the latest alone. To say a thing again is no further evidence of it.
 */
export function itemsThatCount<Item extends FoldItem>(accepted: readonly Item[]): Item[] {
  const ordered = [...accepted].sort(compareEvidence);
  const latest = new Map<string | undefined, Item>(ordered.map((item) => [standingOf(item), item]));
  return ordered.filter((item) => item.answered !== undefined || latest.get(standingOf(item)) === item);
}

/** Ids of the claims among a person's items that their claimant has made on that skill more than once. */
export function repeatedClaims(items: readonly FoldItem[]): string[] {
  const ids = new Map<string | undefined, string[]>();
  for (const item of items) {
    if (item.answered) continue;
    const standing = standingOf(item);
    ids.set(standing, [...(ids.get(standing) ?? []), item.id]);
  }
  return [...ids.values()].filter(({ length }) => length > 1).flat();
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
