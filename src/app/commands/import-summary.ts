import type { Imported } from '../../adapters/import/import-all';
import { count } from './progress';

/** What an import came to, line by line. */
export function summaryOfImport(
  { tallies, lines, unread, rejectedPaths, notes, isStopped }: Imported,
  isRehearsal: boolean,
): string[] {
  const said = [...tallies].map(
    ([{ name }, { created, changed, unchanged, rejected, repeated, waiting }]) => {
      const parts = [
        [created, 'new'],
        [changed, 'changed'],
        [unchanged, 'there already'],
        [repeated, 'said by an earlier line too'],
        [waiting, 'refer to something that does not exist yet'],
        [rejected, 'rejected'],
      ] as const;
      const told = parts.filter(([number]) => number > 0).map(([number, what]) => `${count(number)} ${what}`);
      return `${name}: ${told.join(', ') || 'nothing'}.`;
    },
  );
  return [
    `${count(lines)} lines ${isRehearsal ? 'tried, with this result' : 'read'}:`,
    ...said.map((line) => `  ${line}`),
    ...(unread > 0 ? [`  ${count(unread)} cannot be read.`] : []),
    ...notes.map((note) => `  ${note}`),
    ...(rejectedPaths.length > 0 ? [`Rejected lines, with reasons: ${rejectedPaths.join(', ')}`] : []),
    ...(isStopped ? ['Stopped before the end: run it again to import the rest.'] : []),
  ];
}
