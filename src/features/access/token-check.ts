import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import type { Database } from '../../graph/driver/database';
import { DatabaseUnavailableError, UnauthenticatedError } from '../../shared/errors';
import type { ProvenToken } from './token';
import { tokenStates, type TokenNames, type TokenState } from './token.store';

/** How long what was read of a token holds, milliseconds: so long after its end it may still be taken. */
const fresh = 1_000;
const mostKnown = 10_000;

interface Known {
  readonly state: TokenState;
  readonly readAt: number;
}

/** Tokens that were revoked through this server: it takes them no more, whatever it read of them before. */
export class EndedTokens {
  private readonly ids = new LRUCache<string, true>({ max: mostKnown });

  add(ids: readonly string[]): void {
    for (const id of ids) this.ids.set(id, true);
  }

  has(id: string | null): boolean {
    return id !== null && this.ids.has(id);
  }
}

const wasRevoked = 'The token was revoked: get a new one.';

/**
 * Refuses tokens that were revoked, and those of people who left, were merged into another or deleted. Each token is
 * looked up once a second at most, all that are asked about at a time in one statement.
 */
export class TokenCheck {
  private readonly known = new LRUCache<string, Known>({ max: mostKnown });
  private readonly lookUp: DataLoader<TokenNames, TokenState, string>;

  constructor(
    database: Database,
    private readonly ended: EndedTokens,
  ) {
    this.lookUp = new DataLoader((tokens: readonly TokenNames[]) => tokenStates(database, tokens), {
      cache: false,
      maxBatchSize: 1_000,
    });
  }

  /** Throws UnauthenticatedError, saying why, where the token has ended. */
  async check({ id, viewer: { personKey } }: ProvenToken): Promise<void> {
    // A program's token that was signed by the holder of the secret ends when it expires, and not before.
    if (id === undefined && personKey === undefined) return;
    const names = { id: id ?? null, person: personKey ?? null };
    if (this.ended.has(names.id)) throw new UnauthenticatedError(wasRevoked);
    const state = await this.stateOf(names);
    const reason = state && reasonToRefuse(names, state);
    if (reason !== undefined) throw new UnauthenticatedError(reason);
  }

  private async stateOf(names: TokenNames): Promise<TokenState | undefined> {
    const key = JSON.stringify(names);
    const known = this.known.get(key);
    if (known && performance.now() - known.readAt < fresh) return known.state;
    const readAt = performance.now();
    try {
      const state = await this.lookUp.load(names);
      this.known.set(key, { state, readAt });
      return state;
    } catch (error) {
      // Without the database nothing can be read or written either: the request itself finds that out, and says so.
      if (error instanceof DatabaseUnavailableError) return known?.state;
      throw error;
    }
  }
}

function reasonToRefuse({ id, person }: TokenNames, state: TokenState): string | undefined {
  if (id !== null && !state.issued) return 'The token was not issued by this installation: get a new one.';
  if (state.revokedAt !== null) return wasRevoked;
  if (person === null) return undefined;
  if (state.merged)
    return 'The person behind the token was merged into another: get a new one for that person.';
  if (!state.present) return 'The person behind the token was deleted.';
  if (state.activeUntil !== null && state.activeUntil <= Date.now())
    return 'The person behind the token has left.';
  return undefined;
}
