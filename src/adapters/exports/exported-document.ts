import type { LookRecorder } from '../../features/audit/look.recorder';
import type { Row } from '../../features/exports/column';
import type { Exporting } from '../../features/exports/exporting.service';
import type { RequestContext } from '../../features/request/context';
import type { Document } from './format';

/** What has to be so, and be done, before a part is handed out. */
export interface HandingOut {
  readonly context: RequestContext;
  readonly looks: Pick<LookRecorder, 'take'>;
  /** Throws where whoever asked may have no more. */
  readonly check?: () => Promise<void>;
}

/**
 * An export as it is written down, with its first rows made: what is refused is refused before anything is written. Whoever is
 * looked at by a part is recorded before the part is handed out.
 */
export async function begunDocument(exporting: Exporting, handing: HandingOut): Promise<Document> {
  const rows = exporting.rows()[Symbol.asyncIterator]();
  const first = await rows.next();
  return {
    exported: exporting.exported,
    snapshot: exporting.snapshot,
    asOf: new Date(exporting.asOf).toISOString(),
    rows: handedOut(exporting.exported.name, rows, first, handing),
  };
}

async function* handedOut(
  name: string,
  rows: AsyncIterator<readonly Row[]>,
  first: IteratorResult<readonly Row[], unknown>,
  { context, looks, check }: HandingOut,
): AsyncGenerator<readonly Row[]> {
  try {
    for (let made = first; made.done !== true; made = await rows.next()) {
      await check?.();
      const looked = context.looks.drain();
      const { viewer } = context;
      if (looked.size > 0)
        await looks.take({ viewer, operation: `export ${name}`, at: Date.now(), looks: looked });
      yield made.value;
    }
  } finally {
    await rows.return?.();
  }
}
