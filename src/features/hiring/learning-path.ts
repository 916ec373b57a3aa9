/** A module that teaches a skill from a level, null where from any, to another. */
export interface Teaching {
  readonly from: number | null;
  readonly to: number;
  /** Expected; null where nobody says. */
  readonly hours: number | null;
}

/** Modules of a skill, one after the other. */
export interface LearningPath<Module> {
  readonly modules: readonly Module[];
  /** The level from which on the first is for somebody; 0 where for everybody. */
  readonly entry: number;
  /** Of all of them; null where that of one is not known. */
  readonly hours: number | null;
}

/**
 * How modules of one skill lead up to a level: from as low as they can, and of such paths the one of the fewest hours, where hours
 * that are not known count as more than any; of equal ones that whose modules come first. Undefined where none leads there.
 */
export function pathTo<Module extends Teaching>(
  level: number,
  modules: readonly Module[],
): LearningPath<Module> | undefined {
  const found = new Map<number, LearningPath<Module> | undefined>();
  const upTo = (wanted: number): LearningPath<Module> | undefined => {
    if (found.has(wanted)) return found.get(wanted);
    let best: LearningPath<Module> | undefined;
    for (const module of modules) {
      const from = module.from ?? 0;
      if (module.to < wanted || from >= wanted) continue;
      const before = (from > 0 ? upTo(from) : undefined) ?? { modules: [], entry: from, hours: 0 };
      const path = {
        modules: [...before.modules, module],
        entry: before.entry,
        hours: before.hours === null || module.hours === null ? null : before.hours + module.hours,
      };
      if (!best || isBetter(path, best)) best = path;
    }
    found.set(wanted, best);
    return best;
  };
  return upTo(level);
}

function isBetter(one: LearningPath<unknown>, other: LearningPath<unknown>): boolean {
  if (one.entry !== other.entry) return one.entry < other.entry;
  return (one.hours ?? Infinity) < (other.hours ?? Infinity);
}
