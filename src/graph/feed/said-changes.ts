import type { ChangedIds, ChangeKind } from './change';

/** So many ids one change names at most: a transaction that changes more leaves several, one after the other. */
export const mostIdsOfChange = 1_000;

/** What a transaction has said so far that it changes. */
export class SaidChanges {
  private readonly ids = new Map<ChangeKind, Set<string>>();

  add(kind: ChangeKind, ids: Iterable<string>): void {
    const said = this.ids.get(kind) ?? new Set();
    for (const id of ids) said.add(id);
    if (said.size > 0) this.ids.set(kind, said);
  }

  /** In parts of bounded size; none where nothing was said. */
  parts(): ChangedIds[] {
    const parts: Partial<Record<ChangeKind, string[]>>[] = [];
    let part: Partial<Record<ChangeKind, string[]>> = {};
    let room = 0;
    for (const [kind, ids] of this.ids)
      for (const id of ids) {
        if (room === 0) {
          parts.push((part = {}));
          room = mostIdsOfChange;
        }
        (part[kind] ??= []).push(id);
        room--;
      }
    return parts;
  }
}
