import { stat } from 'node:fs/promises';
import { InstallationError } from '../../shared/errors';
import { entriesOf, type Entry, type Format, type RejectedLine } from './entries';
import { Importer, type Send, type Tally } from './importer';
import type { Kind } from './kinds';
import { linesOf } from './lines';
import { NameSet } from './name-set';
import { RejectedFiles } from './rejected-file';
import { WaitingLines } from './waiting-lines';

/** How far an import has come. */
export interface ImportProgress {
  readonly bytes: number;
  readonly ofBytes: number;
  readonly lines: number;
}

/** Something to import: a file, or what a seed reads from a folder. */
export interface ImportSource {
  /** Rejected lines name it; their file stands beside it. */
  readonly name: string;
  /** 0 where it is not known. */
  readonly bytes: number;
  entries(onBytes: (bytes: number) => void): AsyncIterable<readonly (Entry | RejectedLine)[]>;
}

export interface ImportOptions {
  /** What is sent is rolled back: nothing changes, and what it would have changed is counted. */
  readonly isRehearsal: boolean;
  readonly stop: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
}

export interface Imported {
  readonly tallies: ReadonlyMap<Kind, Tally>;
  readonly lines: number;
  /** Lines that could not be read as an item: of them not even a kind is known. */
  readonly unread: number;
  readonly rejectedPaths: readonly string[];
  /** Whether it was stopped before its end. */
  readonly isStopped: boolean;
  /** Of a rehearsal, source and id of every item that has its own, as nameOf makes them. */
  readonly names: NameSet;
}

/** A file whose lines are read in this format. */
export async function fileSource(
  file: string,
  kinds: readonly Kind[],
  format: Format,
): Promise<ImportSource> {
  return {
    name: file,
    bytes: await sizeOf(file),
    entries: (onBytes) =>
      entriesOf(file, linesOf({ path: file, encoding: format.encoding, onBytes }), kinds, format),
  };
}

/**
 * Imports sources one after the other. Stopped, it sends what it has read and ends; run again, it finds what is there
 * already and goes on. A line that waits for another waits for those of all sources.
 */
export async function importAll(
  sources: readonly ImportSource[],
  kinds: readonly Kind[],
  send: Send,
  options: ImportOptions,
): Promise<Imported> {
  const rejectedFiles = new RejectedFiles();
  const waiting = await WaitingLines.open();
  const importer = new Importer(kinds, send, (lines) => rejectedFiles.write(lines), waiting);
  const names = new NameSet();
  let lines = 0;
  try {
    for await (const some of readAll(sources, rejectedFiles, options)) {
      lines += some.length;
      for (const line of some) {
        const name = options.isRehearsal ? nameOf(line) : undefined;
        if (name !== undefined) names.add(name);
        if (isEntry(line)) await importer.add(line);
      }
      const rejected = some.filter((line): line is RejectedLine => !isEntry(line));
      importer.countRejected(rejected);
      await rejectedFiles.write(rejected);
    }
    await importer.flush();
    const isStopped = options.stop.aborted;
    if (options.isRehearsal) await importer.rejectWaiting((entry) => !refersTo(entry, names));
    else if (!isStopped) await importer.settle();
    const { tallies, unread } = importer;
    return { tallies, lines, unread, rejectedPaths: rejectedFiles.paths, isStopped, names };
  } finally {
    await waiting.close();
    await rejectedFiles.close();
  }
}

/** The lines of all sources, until it is stopped. */
async function* readAll(
  sources: readonly ImportSource[],
  rejectedFiles: RejectedFiles,
  { stop, onProgress }: ImportOptions,
): AsyncGenerator<readonly (Entry | RejectedLine)[]> {
  const ofBytes = sources.reduce((sum, { bytes }) => sum + bytes, 0);
  let [before, lines] = [0, 0];
  for (const source of sources) {
    await rejectedFiles.begin(source.name);
    let bytes = 0;
    for await (const some of source.entries((soFar) => (bytes = soFar))) {
      if (stop.aborted) return;
      yield some;
      lines += some.length;
      onProgress({ bytes: before + bytes, ofBytes, lines });
    }
    before += source.bytes;
  }
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new InstallationError(`${file} is not a file: name one that exists.`);
  return found.size;
}

function isEntry(line: Entry | RejectedLine): line is Entry {
  return !('reason' in line);
}

/** What names the item of a line; undefined where it has no id of its own, or evidence's, which nothing refers to. */
function nameOf(line: Entry | RejectedLine): string | undefined {
  if (isEntry(line) && line.kind.isEvidence) return undefined;
  const { source, id } = line.item ?? {};
  return typeof source === 'string' && typeof id === 'string' ? nameFrom(source, id) : undefined;
}

export function nameFrom(source: string, id: string): string {
  return JSON.stringify([source, id]);
}

/** Whether an item refers to something that these names are of. */
function refersTo({ item }: Entry, names: NameSet): boolean {
  const search = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    const { source, id } = value as { source?: unknown; id?: unknown };
    if (typeof source === 'string' && typeof id === 'string' && names.has(nameFrom(source, id))) return true;
    return Object.values(value).some(search);
  };
  return Object.values(item).some(search);
}
