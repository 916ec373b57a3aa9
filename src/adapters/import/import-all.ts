import { stat } from 'node:fs/promises';
import { InstallationError } from '../../shared/errors';
import { tidyKey } from '../../shared/ids';
import { entriesOf } from './entries';
import type { Entry, Format, RejectedLine } from './entry';
import { Importer, type Send, type Tally } from './importer';
import type { Kind } from './kinds';
import { linesOf, standardInput } from './lines';
import { NameSet } from './name-set';
import { Notes } from './notes';
import { RejectedFiles } from './rejected-file';
import { SaidBefore } from './said-before';
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
  /** What was taken in spite of something when its entries were last read. */
  readonly notes?: readonly string[];
}

export interface ImportOptions {
  /** What is sent is rolled back: nothing changes, and what it would have changed is counted. */
  readonly isRehearsal: boolean;
  readonly stop: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Called with each line as it was read. */
  readonly onLine?: (line: Entry | RejectedLine) => void;
}

export interface Imported {
  readonly tallies: ReadonlyMap<Kind, Tally>;
  readonly lines: number;
  /** Lines that could not be read as an item: of them not even a kind is known. */
  readonly unread: number;
  readonly rejectedPaths: readonly string[];
  readonly notes: readonly string[];
  /** Whether it was stopped before its end. */
  readonly isStopped: boolean;
}

/** A file, or standard input, whose lines are read in this format; of the latter, from a copy where there is one. */
export async function fileSource(
  file: string,
  kinds: readonly Kind[],
  format: Format,
  path = file,
): Promise<ImportSource> {
  const isPipe = file === standardInput;
  const name = isPipe ? 'standard-input' : file;
  let notes = new Notes(name);
  return {
    name,
    bytes: path === standardInput ? 0 : await sizeOf(path),
    entries: (onBytes) => {
      notes = new Notes(name);
      return entriesOf(name, linesOf({ path, encoding: format.encoding, onBytes }), kinds, format, notes);
    },
    get notes() {
      return notes.sentences;
    },
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
  /** Of a rehearsal, source and id of every item that has its own, as nameOf makes them. */
  const names = new NameSet();
  const saidBefore = new SaidBefore();
  /** Takes a line; gives it back with its reason where it is rejected. */
  const take = async (line: Entry | RejectedLine): Promise<RejectedLine | undefined> => {
    options.onLine?.(line);
    const name = options.isRehearsal ? nameOf(line) : undefined;
    if (name !== undefined) names.add(name);
    if (!isEntry(line)) return line;
    // Of evidence the first stands, and the graph itself knows it; a rehearsal leaves nothing there to be known.
    const repeat = line.kind.isEvidence && !options.isRehearsal ? 'none' : saidBefore.compare(line);
    if (typeof repeat === 'object') return contradicting(line, repeat);
    if (repeat === 'wholly') importer.countRepeated(line.kind);
    else await importer.add(repeat === 'partly' && options.isRehearsal ? { ...line, isRepeat: true } : line);
    return undefined;
  };
  let lines = 0;
  try {
    for await (const some of readAll(sources, rejectedFiles, options)) {
      lines += some.length;
      const rejected: RejectedLine[] = [];
      for (const line of some) {
        const refused = await take(line);
        if (refused) rejected.push(refused);
      }
      importer.countRejected(rejected);
      await rejectedFiles.write(rejected);
    }
    await importer.flush();
    const isStopped = options.stop.aborted;
    if (options.isRehearsal) await importer.rejectWaiting((entry) => !refersTo(entry, names));
    else if (!isStopped) await importer.settle();
    const { tallies, unread } = importer;
    const notes = sources.flatMap((source) => source.notes ?? []);
    return { tallies, lines, unread, rejectedPaths: rejectedFiles.paths, notes, isStopped };
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

function contradicting(
  { file, line, kind, item }: Entry,
  earlier: { readonly field: string; readonly file: string; readonly line: number },
): RejectedLine {
  const where = `line ${String(earlier.line)}${earlier.file === file ? '' : ` of ${earlier.file}`}`;
  const reason = `${earlier.field}: the same is named in ${where}, where, or in a line after it, another value stands: that one was taken; keep one of the two`;
  return { file, line, kind: kind.name, code: 'CONFLICT', reason, item };
}

export function isEntry(line: Entry | RejectedLine): line is Entry {
  return !('reason' in line);
}

/** What names the item of a line; undefined where it has no id of its own, or evidence's, which nothing refers to. */
function nameOf(line: Entry | RejectedLine): string | undefined {
  if (isEntry(line) && line.kind.isEvidence) return undefined;
  const { source, id } = line.item ?? {};
  return typeof source === 'string' && typeof id === 'string' ? nameFrom(source, id) : undefined;
}

export function nameFrom(source: string, id: string): string {
  return JSON.stringify([tidyKey(source), tidyKey(id)]);
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
