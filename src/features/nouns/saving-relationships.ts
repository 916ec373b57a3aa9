import { fates, type Fate } from '../../graph/nouns/relation';
import type { Batch } from '../../shared/items';
import type { SavedRelationships } from './saved.type';

/** How relationships that a batch names are written; both give what became of each. */
interface Writing<Wanted> {
  readonly isGone: (wanted: Wanted) => boolean;
  readonly remove: (gone: readonly Wanted[]) => Promise<readonly Fate[]>;
  readonly save: (stated: readonly Wanted[]) => Promise<readonly Fate[]>;
}

/** Takes away those that are to go, then saves the others; gives what became of each, by what names it. */
export async function writeRelationships<Wanted>(
  wanted: ReadonlyMap<string, Wanted>,
  { isGone, remove, save }: Writing<Wanted>,
): Promise<Map<string, Fate>> {
  const all = [...wanted];
  const found = new Map<string, Fate>();
  const write = async (some: typeof all, by: Writing<Wanted>['save']): Promise<void> => {
    const written = await by(some.map(([, one]) => one));
    some.forEach(([name], place) => found.set(name, written[place] ?? fates.UNCHANGED));
  };
  await write(
    all.filter(([, one]) => isGone(one)),
    remove,
  );
  await write(
    all.filter(([, one]) => !isGone(one)),
    save,
  );
  return found;
}

/** What a batch came to, given what became of each relationship by what names it. */
export function savedRelationships<Value, Named>(
  { good, errors }: Batch<Value>,
  found: ReadonlyMap<string, Fate>,
  nameOf: (value: Value) => string,
  named: ReadonlyMap<number, Named>,
): SavedRelationships<Named> {
  return {
    done: good.length,
    changed: [...found.values()].filter((fate) => fate !== fates.UNCHANGED).length,
    fates: new Map(good.map(({ index, value }) => [index, found.get(nameOf(value)) ?? fates.UNCHANGED])),
    errors,
    named,
  };
}

/** What became of something that was there or not, and is there or not. */
export function fateOf(was: boolean, is: boolean): Fate {
  if (was === is) return fates.UNCHANGED;
  return is ? fates.CREATED : fates.REMOVED;
}
