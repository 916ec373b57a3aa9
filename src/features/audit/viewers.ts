import { LRUCache } from 'lru-cache';
import type { Queries } from '../../graph/driver/statement';
import { viewerNow, type LookingPerson } from './look.store';

/** How long somebody's name is taken for what it was, milliseconds. */
const remembered = 60_000;
const mostRemembered = 1_000;

/**
 * Who viewers are as they look, read once a minute: a look tells it whatever becomes of them later. Where it cannot be
 * read, the name is the one that they have when the look is written.
 */
export class ViewersAsTheyAre {
  private readonly known = new LRUCache<string, LookingPerson>({ max: mostRemembered, ttl: remembered });

  constructor(private readonly database: Queries) {}

  async now(key: string): Promise<LookingPerson> {
    const found = this.known.get(key);
    if (found) return found;
    try {
      const who = await viewerNow(this.database, key);
      this.known.set(key, who);
      return who;
    } catch {
      return { key, name: null };
    }
  }
}
