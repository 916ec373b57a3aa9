import type { Segment } from './told';

/**
 * What a session's statement adds to what its earlier ones told: for every second, how often more it was played than was
 * known. Statements count up, so how often a second was played is the most that any of them says: the same, whatever the order.
 */
export function notYetTold(played: readonly Segment[], told: readonly Segment[]): Segment[] {
  const [playedChanges, toldChanges] = [changesOf(played), changesOf(told)];
  const bounds = [...new Set([...playedChanges.keys(), ...toldChanges.keys()])].sort(
    (left, right) => left - right,
  );
  let [timesPlayed, timesTold] = [0, 0];
  const open: number[] = [];
  const added: Segment[] = [];
  for (const bound of bounds) {
    timesPlayed += playedChanges.get(bound) ?? 0;
    timesTold += toldChanges.get(bound) ?? 0;
    const more = Math.max(0, timesPlayed - timesTold);
    while (open.length > more) added.push({ from: open.pop() ?? bound, to: bound });
    while (open.length < more) open.push(bound);
  }
  return added.sort((left, right) => left.from - right.from || left.to - right.to);
}

/** By how much the number of segments that cover a second changes at each bound. */
function changesOf(segments: readonly Segment[]): Map<number, number> {
  const changes = new Map<number, number>();
  for (const { from, to } of segments) {
    changes.set(from, (changes.get(from) ?? 0) + 1);
    changes.set(to, (changes.get(to) ?? 0) - 1);
  }
  return changes;
}
