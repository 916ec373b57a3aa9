import type { Memory, PersonState } from '../../estimators/person-state';

/** Hexadecimal digits that a double holds exactly; the last ones of an internal id are random. */
const digits = 13;

/** What tells question versions apart where many are remembered: a number out of the version's internal id. */
export function questionKeyOf(version: string): number {
  return parseInt(version.replaceAll('-', '').slice(-digits), 16);
}

/** How many numbers a memory is stored as: its question's key first, then what is known of it. */
const numbersOfMemory = 6;

/** What a skill edge stores: its memories in one list, in the order in which their questions were first answered. */
export type StoredMemories = readonly number[];

/** Puts what an edge stores into the person's state. */
export function recollect(memories: Map<number, Memory>, skill: string, stored: StoredMemories | null): void {
  for (let at = 0; stored && at < stored.length; at += numbersOfMemory) {
    const [question = NaN, mean = NaN, variance = NaN, score = NaN, day = NaN, place = NaN] = stored.slice(
      at,
      at + numbersOfMemory,
    );
    memories.set(question, { skill, mean, variance, score, day, place });
  }
}

/** What an edge stores, by itself. */
export function recollected(skill: string, stored: StoredMemories): Memory[] {
  const memories = new Map<number, Memory>();
  recollect(memories, skill, stored);
  return [...memories.values()];
}

/** What each skill's edge is to store: nothing where nothing is remembered. */
export function memoriesBySkill({ memories }: PersonState): ReadonlyMap<string, StoredMemories> {
  const bySkill = new Map<string, number[]>();
  for (const [question, { skill, mean, variance, score, day, place }] of memories) {
    if (skill === undefined) continue;
    const stored = bySkill.get(skill) ?? [];
    stored.push(question, mean, variance, score, day, place);
    bySkill.set(skill, stored);
  }
  return bySkill;
}
