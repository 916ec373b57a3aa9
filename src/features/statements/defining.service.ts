import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Queries } from '../../graph/driver/statement';
import type { JsonObject } from './checking/faults';
import { definitionsByKey, lockDefinitions, writeDefinitions } from './definition.store';
import { merged, type Description } from './definitions';

/** Descriptions that the graph has, by digest: most statements say of an Activity what others said before. */
export class KnownDescriptions {
  private readonly digests = new LRUCache<string, true>({ max: 50_000 });

  has(digest: string): boolean {
    return this.digests.has(digest);
  }

  add(digests: Iterable<string>): void {
    for (const digest of digests) this.digests.set(digest, true);
  }
}

export function definitionKey(platform: string, kind: Description['kind'], id: string): string {
  return `${platform}\u001f${kind}\u001f${hash('sha256', id, 'base64url')}`;
}

interface Said {
  readonly key: string;
  readonly digest: string;
  readonly says: JsonObject;
}

/**
 * Adds what statements say of Activities and Verbs to what is known of them; writes, and locks, only what changes. Gives
 * the digests of what the graph has once the transaction is committed.
 */
export async function learnDefinitions(
  tx: Queries,
  platform: string,
  descriptions: readonly Description[],
  known: KnownDescriptions,
): Promise<readonly string[]> {
  const said = distinct(platform, descriptions).filter(({ digest }) => !known.has(digest));
  const there = await definitionsByKey(tx, [...new Set(said.map(({ key }) => key))]);
  const changing = new Set(
    [...textsWith(said, there)].filter(([key, text]) => text !== there.get(key)).map(([key]) => key),
  );
  if (changing.size > 0) {
    const locked = await lockDefinitions(tx, [...changing]);
    const texts = textsWith(
      said.filter(({ key }) => changing.has(key)),
      locked,
    );
    await writeDefinitions(
      tx,
      [...texts].map(([key, text]) => ({ key, text })),
    );
  }
  return said.map(({ digest }) => digest);
}

/** Each once, in the order in which they were said. */
function distinct(platform: string, descriptions: readonly Description[]): Said[] {
  const byDigest = new Map<string, Said>();
  for (const { kind, id, says } of descriptions) {
    const key = definitionKey(platform, kind, id);
    const digest = hash('sha256', `${key} ${JSON.stringify(says)}`, 'base64url');
    byDigest.set(digest, { key, digest, says });
  }
  return [...byDigest.values()];
}

/** What is known of each with what is said, as text. */
function textsWith(said: readonly Said[], there: ReadonlyMap<string, string | null>): Map<string, string> {
  const parsed = new Map<string, JsonObject>();
  for (const { key, says } of said) {
    const before = parsed.get(key) ?? (JSON.parse(there.get(key) ?? '{}') as JsonObject);
    parsed.set(key, merged(before, says));
  }
  return new Map([...parsed].map(([key, all]) => [key, JSON.stringify(all)]));
}
