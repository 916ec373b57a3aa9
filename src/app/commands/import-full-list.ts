import { createInterface } from 'node:readline/promises';
import { absentFrom, type Absent, type ListedPerson } from '../../adapters/import/full-list';
import type { ImportSource } from '../../adapters/import/import-all';
import type { Database } from '../../graph/driver/database';
import { largestBatch } from '../../shared/items';
import { senderOf, type Ask } from '../send-items';
import { exitCodeOf, print, type Importing } from './importing';

interface Choice {
  /** The system whose people the list holds. */
  readonly source: string;
  readonly isRehearsal: boolean;
  /** Agreed beforehand: no question is asked. */
  readonly isAgreed: boolean;
}

/**
 * Takes a file as the complete list of a source's people: shows what would change and who is absent, asks, imports it and
 * marks the absent as left. Nobody is deleted, and nobody marked where a line cannot be read: it may be theirs.
 */
export async function importFullList(
  database: Database,
  importing: Importing,
  sources: readonly ImportSource[],
  { source, isRehearsal, isAgreed }: Choice,
): Promise<number> {
  const people = importing.kinds.filter(({ name }) => name === 'people');
  const rehearsed = await importing.run(sources, people, true);
  if (rehearsed.isStopped) return exitCodeOf(rehearsed);
  if (rehearsed.unread > 0 || rehearsed.lines === 0) {
    print([
      'Nothing was changed: with unreadable lines, or no lines at all, nobody can be shown to be absent. Correct the list first.',
    ]);
    return 2;
  }
  const absent: Absent[] = [];
  for await (const page of activePeople(importing.ask, database))
    absent.push(...absentFrom(page, source, rehearsed));
  print(preview(absent, rehearsed.lines));
  if (isRehearsal) return exitCodeOf(rehearsed);
  if (!isAgreed && !(await asked())) {
    print(['Nothing was changed: give --yes to continue.']);
    return 1;
  }
  const imported = await importing.run(sources, people, false);
  if (imported.isStopped) return exitCodeOf(imported);
  const failed = await markAsLeft(absent, senderOf(importing.ask, database, false), people[0]);
  return failed > 0 ? 2 : exitCodeOf(imported);
}

const ACTIVE_PEOPLE = `query ($after: String) {
  people(first: 200, after: $after, filterBy: { active: true }) {
    nodes { name externalIds { source value } } pageInfo { hasNextPage endCursor } }
}`;

interface PeoplePage {
  readonly nodes: readonly ListedPerson[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

async function* activePeople(ask: Ask, database: Database): AsyncGenerator<readonly ListedPerson[]> {
  for (let after: string | null = null, more = true; more;) {
    const { data } = await ask(database, ACTIVE_PEOPLE, { after });
    const { nodes, pageInfo } = data['people'] as PeoplePage;
    yield nodes;
    after = pageInfo.endCursor;
    more = pageInfo.hasNextPage;
  }
}

const mostNamed = 10;

function preview(absent: readonly Absent[], lines: number): string[] {
  if (absent.length === 0) return ['No active person is absent from the list.'];
  const more = absent.length - mostNamed;
  return [
    `${String(absent.length)} active people are not among the ${String(lines)} of the list: they are to be marked as having left now, not deleted:`,
    ...absent.slice(0, mostNamed).map(({ id, name }) => `  ${name} (${id})`),
    ...(more > 0 ? [`  and ${String(more)} more.`] : []),
  ];
}

async function asked(): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question('Continue? [y/N] ');
  terminal.close();
  return /^y(es)?$/iu.test(answer.trim());
}

/** Gives how many could not be marked. */
async function markAsLeft(
  absent: readonly Absent[],
  send: ReturnType<typeof senderOf>,
  people: Importing['kinds'][number] | undefined,
): Promise<number> {
  if (!people || absent.length === 0) return 0;
  const activeUntil = new Date().toISOString();
  let failed = 0;
  for (let start = 0; start < absent.length; start += largestBatch) {
    const some = absent.slice(start, start + largestBatch);
    const { errors } = await send(
      people,
      some.map(({ source, id }) => ({ source, id, activeUntil })),
    );
    failed += errors.length;
  }
  print([
    `${String(absent.length - failed)} people were marked as having left${failed > 0 ? `, ${String(failed)} could not be` : ''}.`,
  ]);
  return failed;
}
