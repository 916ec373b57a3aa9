import type { Entry } from './entry';
import type { ImportSource } from './import-all';
import type { Kind } from './kinds';

const atOnce = 1_000;

/** Items that a program makes, each with the name of its kind, as a source under the given name. */
export function seedSource(
  name: string,
  items: Iterable<{ readonly kind: string; readonly item: Readonly<Record<string, unknown>> }>,
  kinds: readonly Kind[],
): ImportSource {
  const byName = new Map(kinds.map((kind) => [kind.name, kind]));
  async function* entries(): AsyncGenerator<readonly Entry[]> {
    let some: Entry[] = [];
    let line = 0;
    for (const { kind: kindName, item } of items) {
      const kind = byName.get(kindName);
      if (!kind) throw new Error(`There is no kind ${kindName}.`);
      some.push({ file: name, line: ++line, kind, item });
      if (some.length < atOnce) continue;
      yield await Promise.resolve(some);
      some = [];
    }
    yield some;
  }
  return { name, bytes: 0, entries };
}
