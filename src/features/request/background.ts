/**
 * Work that goes on in a server after the request that began it was answered, and what is kept to report on it. It ends
 * with the server: what can be gone on with later is gone on with by the next one.
 */
export class Background {
  private readonly stopping = new AbortController();
  private readonly working = new Set<Promise<unknown>>();
  private readonly kept = new Map<new () => unknown, unknown>();

  /** `failed` is called for every unexpected error, with the id of the work. */
  constructor(readonly failed: (id: string, error: unknown) => void) {}

  /** Aborted when the server stops: work ends between two of its steps. */
  get stop(): AbortSignal {
    return this.stopping.signal;
  }

  /** Takes on work, which sees to its own failures. */
  take(work: Promise<unknown>): void {
    const settled: Promise<unknown> = work
      .catch(() => undefined)
      .finally(() => {
        this.working.delete(settled);
      });
    this.working.add(settled);
  }

  /** The one object of a class in this server. */
  keep<Kept>(kind: new () => Kept): Kept {
    const found = this.kept.get(kind) as Kept | undefined;
    if (found) return found;
    const made = new kind();
    this.kept.set(kind, made);
    return made;
  }

  /** The same, of what has to be closed when the server stops. */
  keepOpen<Kept extends { close(): Promise<void> }>(kind: new () => Kept): Kept {
    const isNew = !this.kept.has(kind);
    const kept = this.keep(kind);
    if (isNew)
      this.stop.addEventListener('abort', () => {
        this.take(kept.close());
      });
    return kept;
  }

  /** Asks all work to stop and waits until it has. */
  async close(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.working);
  }
}
