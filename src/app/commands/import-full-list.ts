import { createInterface } from 'node:readline/promises';
import {
  FullPeople,
  type AskApi,
  type Correction,
  type Corrections,
  type FullList,
} from '../../adapters/import/full-list';
import { FullStretches, stretchedKinds } from '../../adapters/import/full-stretches';
import type { ImportSource } from '../../adapters/import/import-all';
import type { Kind } from '../../adapters/import/kinds';
import type { Database } from '../../graph/driver/database';
import { tidyKey } from '../../shared/ids';
import { largestBatch } from '../../shared/items';
import { senderOf } from '../send-items';
import { exitCodeOf, print, type Importing } from './importing';
import { count } from './progress';

/** Kinds of which a file can be the complete list. */
export const fullKinds: readonly string[] = ['people', ...Object.keys(stretchedKinds)];

interface Choice {
  readonly kind: string;
  /** The system that the list is complete for. */
  readonly source: string;
  readonly isRehearsal: boolean;
  /** Agreed beforehand: no question is asked. */
  readonly isAgreed: boolean;
}

/**
 * Takes a file as the complete list of a source's people, or of who is in its teams or projects: shows what would change,
 * who is absent and who is back, asks, imports it and marks them so. Nobody is deleted, and nobody marked where a line
 * cannot be read: it may be theirs.
 */
export async function importFullList(
  database: Database,
  importing: Importing,
  given: readonly ImportSource[],
  choice: Choice,
): Promise<number> {
  const kinds = importing.kinds.filter(({ name }) => name === choice.kind);
  const list = listOf(choice, async (operation, variables) => {
    const { data } = await importing.ask(database, operation, variables);
    return data;
  });
  const sources = await list.prepared(given);
  const rehearsed = await importing.run(sources, kinds, true, (line) => {
    list.note(line);
  });
  if (rehearsed.isStopped) return exitCodeOf(rehearsed);
  if (rehearsed.unread > 0 || rehearsed.lines === 0) {
    print([
      'Nothing was changed: with unreadable lines, or no lines at all, nobody can be shown to be absent. Correct the list first.',
    ]);
    return 2;
  }
  const corrections = await list.corrections();
  print(preview(list, corrections, rehearsed.lines));
  if (choice.isRehearsal) return exitCodeOf(rehearsed);
  if (!choice.isAgreed && !(await asked())) {
    print(['Nothing was changed: give --yes to continue.']);
    return 1;
  }
  const imported = await importing.run(sources, kinds, false);
  if (imported.isStopped) return exitCodeOf(imported);
  const correct = corrector(senderOf(importing.ask, database, false), kinds[0]);
  const failed =
    (await correct(corrections.ended, list.words.ended)) +
    (await correct(corrections.returned, list.words.returned));
  return failed > 0 ? 2 : exitCodeOf(imported);
}

function listOf({ kind, source }: Choice, ask: AskApi): FullList {
  const [now, stretched] = [new Date().toISOString(), stretchedKinds[kind]];
  return stretched
    ? new FullStretches(stretched, tidyKey(source), ask, now)
    : new FullPeople(tidyKey(source), ask, now);
}

const mostNamed = 10;

function preview({ words }: FullList, { ended, returned }: Corrections, lines: number): string[] {
  return [
    ...(ended.length === 0
      ? [words.noneEnded]
      : [words.toEnd(count(ended.length), count(lines)), ...labels(ended)]),
    ...(returned.length === 0 ? [] : [words.toReturn(count(returned.length)), ...labels(returned)]),
  ];
}

function labels(corrections: readonly Correction[]): string[] {
  const more = corrections.length - mostNamed;
  return [
    ...corrections.slice(0, mostNamed).map(({ label }) => `  ${label}`),
    ...(more > 0 ? [`  and ${count(more)} more.`] : []),
  ];
}

async function asked(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Continue? [y/N] ');
  terminal.close();
  return /^y(es)?$/iu.test(answer.trim());
}

/** Sends corrections, prints how many were made and gives how many could not be. */
function corrector(send: ReturnType<typeof senderOf>, kind: Kind | undefined) {
  return async (corrections: readonly Correction[], said: (count: string) => string): Promise<number> => {
    if (!kind || corrections.length === 0) return 0;
    let failed = 0;
    for (let start = 0; start < corrections.length; start += largestBatch) {
      const some = corrections.slice(start, start + largestBatch);
      const { errors } = await send(
        kind,
        some.map(({ item }) => item),
      );
      failed += errors.length;
    }
    print([said(count(corrections.length - failed))]);
    if (failed > 0) print([`${count(failed)} could not be: run the list again.`]);
    return failed;
  };
}
