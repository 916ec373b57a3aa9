import { externalKey, externalNameOf, isExternalName, tidyKey } from '../../shared/ids';
import { statement } from '../driver/statement';
import type { Migration } from './migration';

const inOneGo = 10_000;

const KEYS = statement<{ key: string }>(
  'migrations.externalKeys',
  `MATCH (called:OutsideId) WHERE called.key > $after
   RETURN called.key AS key ORDER BY called.key LIMIT toInteger($limit)`,
);

const TAKEN = statement<{ key: string }>(
  'migrations.takenKeys',
  `UNWIND $keys AS key
   MATCH (called:OutsideId {key: key})
   RETURN called.key AS key`,
);

const TIDY = statement(
  'migrations.tidyKeys',
  `UNWIND $items AS item
   MATCH (called:OutsideId {key: item.former})
   SET called.key = item.key, called.value = toLower(item.value)`,
);

/** The key under which lookups find what is stored under this one; undefined where that is itself, or nothing could be called so. */
function tidied(former: string): { former: string; key: string; value: string } | undefined {
  const [kind = ''] = former.split('\u001f');
  const { source, value } = externalNameOf(former);
  const tidy = { source: tidyKey(source), value: tidyKey(value) };
  const key = externalKey(kind, tidy.source, tidy.value);
  if (key === former || !isExternalName(tidy.source) || !isExternalName(tidy.value)) return undefined;
  return { former, key, value: tidy.value };
}

/**
 * External ids of evidence are left, since they order what happened at one moment: another id could move levels.
 */
export const tidyKeys: Migration = {
  number: 13,
  what: 'external ids stored with blanks or invisible signs at their ends are found again, but where another is called the same without them',
  async run(database) {
    for (let after = ''; ;) {
      const last = await database.transaction(async (tx) => {
        const keys = (await tx.query(KEYS, { after, limit: inOneGo })).map(({ key }) => key);
        // Of several that look alike the first takes the name.
        const wanted = new Map(
          keys
            .flatMap((key) => tidied(key) ?? [])
            .reverse()
            .map((item) => [item.key, item]),
        );
        if (wanted.size > 0) {
          for (const { key } of await tx.query(TAKEN, { keys: [...wanted.keys()] })) wanted.delete(key);
          await tx.query(TIDY, { items: [...wanted.values()] });
        }
        return keys.at(-1);
      });
      if (last === undefined) return;
      after = last;
    }
  },
};
