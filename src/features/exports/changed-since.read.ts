import type { ChangedIds, ChangeKind } from '../../graph/feed/change';
import { changesAfter } from '../../graph/feed/changes-after';
import type { RequestContext } from '../request/context';
import { leftSince } from './exported-people.read';
import { expired, type Snapshot } from './snapshot';

/** What is otherwise than it was at a snapshot, each by internal id; what came and went since is in it too. */
export interface ChangedSince {
  /** Whose own fields or teams are, or who left, went or was merged. */
  readonly people: ReadonlySet<string>;
  /** Whose levels are. */
  readonly levels: ReadonlySet<string>;
  /** Skills, questions and modules. */
  readonly catalogue: ReadonlySet<string>;
  /** Whether another calibration came into force, with which all levels are otherwise. */
  readonly everyLevel: boolean;
}

/** Reads what changed; throws SnapshotExpiredError where that is not known any more. */
export async function changedSince(context: RequestContext, since: Snapshot): Promise<ChangedSince> {
  const found = new Map<ChangeKind, Set<string>>();
  let { position } = since;
  for (let isMore = true; isMore;) {
    context.gone.throwIfAborted();
    const after = await changesAfter(context.database, position);
    if (!after) throw expired();
    for (const { changed } of after.changes) note(found, changed);
    ({ position, isMore } = after);
  }
  const idsOf = (...kinds: readonly ChangeKind[]): string[] =>
    kinds.flatMap((kind) => [...(found.get(kind) ?? [])]);
  return {
    people: new Set([...idsOf('people', 'memberships', 'merges'), ...(await leftSince(context, since.at))]),
    levels: new Set(idsOf('states', 'merges')),
    catalogue: new Set(idsOf('catalogue', 'merges')),
    everyLevel: idsOf('calibrations').length > 0,
  };
}

function note(found: Map<ChangeKind, Set<string>>, changed: ChangedIds): void {
  for (const [kind, ids] of Object.entries(changed) as [ChangeKind, readonly string[]][]) {
    const there = found.get(kind) ?? new Set();
    found.set(kind, there);
    for (const id of ids) there.add(id);
  }
}
