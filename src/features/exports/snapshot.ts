import { changesAfter, type FeedPosition } from '../../graph/feed/changes-after';
import { questionOf, type Cursors } from '../../shared/cursors';
import { BadInputError, SnapshotExpiredError } from '../../shared/errors';
import type { RequestContext } from '../request/context';

/** A moment of the graph that an export began at: all that was committed before is in it, and nothing is missed after. */
export interface Snapshot {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly position: FeedPosition;
}

const question = questionOf('exports.snapshot');

/** Where the graph stands at this moment, before anything of an export is read. */
export async function snapshotNow({ database, now }: RequestContext): Promise<Snapshot> {
  const after = await changesAfter(database, undefined);
  if (!after) throw new Error('The feed does not say where it stands.');
  return { at: now, position: after.position };
}

/** The name of a snapshot, which this installation alone gives and understands. */
export function nameOfSnapshot(cursors: Cursors, { at, position: { epoch, numbers } }: Snapshot): string {
  return cursors.seal(question, [at, epoch ?? '', JSON.stringify(numbers)]);
}

/** The snapshot of a name; throws BadInputError where this installation gave none of that name. */
export function snapshotNamed(cursors: Cursors, name: string): Snapshot {
  const [at, epoch, numbers] = openedPlace(cursors, name);
  return {
    at: Number(at),
    position: {
      epoch: epoch === '' ? null : String(epoch),
      numbers: JSON.parse(String(numbers)) as Record<string, number>,
    },
  };
}

function openedPlace(cursors: Cursors, name: string): readonly (number | string)[] {
  try {
    return cursors.open(question, name) as (number | string)[];
  } catch (error) {
    if (!(error instanceof BadInputError)) throw error;
    throw new BadInputError(
      'since names no snapshot of this installation: pass the one that the last line of an earlier export has.',
      { cause: error },
    );
  }
}

/** The refusal of a snapshot that changes can no longer be told from. */
export function expired(): SnapshotExpiredError {
  return new SnapshotExpiredError(
    'What changed since this snapshot is not known any more, since changes are kept for SKILLWAKE_FEED_HOURS only, or the graph was restored: export everything once, without since, and go on from the snapshot that this gives.',
  );
}
