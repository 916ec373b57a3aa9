import { createHash, type Hash } from 'node:crypto';
import { rename } from 'node:fs/promises';
import { InstallationError } from '../../shared/errors';
import type { Database } from '../driver/database';
import { migrationOf } from '../migrations/migrations';
import { statement, type Queries } from '../driver/statement';
import { carriedLabels, derived } from './carried';
import { hashLine, linesOf, writeText } from './file';
import { fileFormat, type Footer, type Header, type NodeLine } from './lines';
import { openParts, removeParts } from './parts';
import { catalogueLines, evidenceLines, lookLines, statementLines } from './read';

const LABELS = statement<{ label: string }>('backup.labels', `CALL db.labels() YIELD label RETURN label`);

const MERGES = statement<{ merges: number }>(
  'backup.merges',
  `MATCH (merged:MergedId) RETURN toFloat(count(merged)) AS merges`,
);

/** How often a reading is begun again that a change of the catalogue or a merge of people has met. */
const mostReadings = 20;

/** Progress of a backup: nodes read so far. */
export type BackupProgress = (nodes: number) => void;

/**
 * Writes the graph to a file while others go on reading and writing; docs/decisions/0016-backup.md says what is in it.
 * @param version the release that writes it
 * @throws InstallationError where the file cannot be written or the catalogue changes all the while.
 */
export async function backup(
  database: Database,
  path: string,
  version: string,
  onProgress: BackupProgress,
): Promise<Footer> {
  const parts = await openParts(path);
  const { whole, evidence, catalogue } = parts;
  const exact = await database.exact();
  try {
    await expectKnownLabels(exact);
    const header: Header = {
      skillwakeBackup: fileFormat,
      version,
      migration: await migrationOf(database),
      createdAt: new Date().toISOString(),
    };
    await readGraph(exact, evidence, catalogue, onProgress);
    const hash = createHash('sha256');
    const footer: Footer = { nodes: 0, sha256: '' };
    await writeText(whole, textOf(header, [catalogue, evidence], hash, footer), path.endsWith('.gz'));
    await rename(whole, path);
    return footer;
  } finally {
    await exact.close();
    await removeParts(parts);
  }
}

/** A label of a newer release, or a user's own, would be lost silently. */
async function expectKnownLabels(queries: Queries): Promise<void> {
  const known = new Set([...carriedLabels, ...derived.labels]);
  for (const { label } of await queries.query(LABELS)) {
    if (known.has(label)) continue;
    const [row] = await queries.query<{ nodes: number }>({
      name: 'backup.count',
      text: `MATCH (node:\`${label.replaceAll('`', '``')}\`) RETURN toFloat(count(node)) AS nodes`,
      scansBecause: undefined,
    });
    if (row && row.nodes > 0)
      throw new InstallationError(
        `The graph has nodes with the label ${label}, which this release does not know: back up with the release that wrote them, or remove what is not Skillwake's.`,
      );
  }
}

/**
 * Evidence first, then the catalogue: whatever evidence hangs on stays, so it is there when the catalogue is read. Two
 * readings of the catalogue that agree have seen it as it was between them. A merge of people moves evidence, so one
 * that comes in between begins all of it again.
 */
async function readGraph(
  exact: Database,
  evidence: string,
  catalogue: string,
  onProgress: BackupProgress,
): Promise<void> {
  const merges = async (): Promise<number> => (await exact.query(MERGES))[0]?.merges ?? 0;
  for (let reading = 0; reading < mostReadings; reading++) {
    const before = await merges();
    const told = counted(onProgress);
    await writeText(
      evidence,
      told(texts(joined(lookLines(exact), evidenceLines(exact), statementLines(exact)))),
      false,
    );
    let former = '';
    for (; reading < mostReadings; reading++) {
      const hash = createHash('sha256');
      await writeText(catalogue, told(hashed(texts(catalogueLines(exact)), hash)), false);
      const found = hash.digest('hex');
      if (found === former) break;
      former = found;
    }
    if (reading < mostReadings && (await merges()) === before) return;
  }
  throw new InstallationError(
    `The catalogue was changed during each of ${String(mostReadings)} attempts to read it, and nothing was written: back up when less is being saved.`,
  );
}

/** Header, the lines of the parts, footer, which is filled on the way. */
async function* textOf(
  header: Header,
  parts: readonly string[],
  hash: Hash,
  footer: { nodes: number; sha256: string },
): AsyncGenerator<string> {
  const first = JSON.stringify(header);
  hashLine(hash, first);
  yield `${first}\n`;
  for (const path of parts)
    for await (const line of linesOf(path)) {
      hashLine(hash, line);
      footer.nodes++;
      yield `${line}\n`;
    }
  footer.sha256 = hash.digest('hex');
  yield `${JSON.stringify(footer)}\n`;
}

async function* joined(...sources: readonly AsyncIterable<NodeLine[]>[]): AsyncGenerator<NodeLine[]> {
  for (const source of sources) yield* source;
}

async function* texts(source: AsyncIterable<NodeLine[]>): AsyncGenerator<{ text: string; nodes: number }> {
  for await (const lines of source)
    yield { text: lines.map((line) => `${JSON.stringify(line)}\n`).join(''), nodes: lines.length };
}

async function* hashed<Part extends { text: string }>(
  source: AsyncIterable<Part>,
  hash: Hash,
): AsyncGenerator<Part> {
  for await (const part of source) {
    hash.update(part.text);
    yield part;
  }
}

function counted(onProgress: BackupProgress) {
  let read = 0;
  return async function* (source: AsyncIterable<{ text: string; nodes: number }>): AsyncGenerator<string> {
    for await (const { text, nodes } of source) {
      read += nodes;
      onProgress(read);
      yield text;
    }
  };
}
