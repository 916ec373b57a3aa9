import { createHash, type Hash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { InstallationError } from '../../shared/errors';
import { LineCutter } from '../../shared/line-cutter';
import { unpacked } from '../../shared/unpacked';
import {
  fileFormat,
  footerSchema,
  headerSchema,
  nodeSchema,
  type Footer,
  type Header,
  type NodeLine,
} from './lines';

/** Writes text to a file that only its owner may read, in place of one that is there. */
export async function writeText(path: string, text: AsyncIterable<string>, zipped: boolean): Promise<void> {
  try {
    await rm(path, { force: true });
    // Exclusively: who may write to the folder must not lead us to another file by a link of this name.
    const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
    const source = Readable.from(text);
    await (zipped ? pipeline(source, createGzip(), file) : pipeline(source, file));
  } catch (error) {
    throw fileFault(error, path) ?? error;
  }
}

/**
 * Characters of a line that no backup reaches: a calibration's says of each question what it sets, in some 200 each.
 */
const longestLine = 64 * 2 ** 20;

/**
 * The lines of a file, a few at a time.
 * @throws InstallationError where it cannot be read, or a line is longer than any that a backup has.
 */
export async function* linesOf(path: string): AsyncGenerator<string> {
  const cutter = new LineCutter(longestLine);
  let number = 1;
  try {
    const decoder = new TextDecoder('utf-8');
    for await (const part of unpacked(path)) {
      for (const line of cutter.take(decoder.decode(part, { stream: true }), '\n')) {
        yield line.slice(0, -1);
        number++;
      }
      if (cutter.waiting === longestLine) throw tooLong(path, number);
    }
    const rest = cutter.rest();
    if (rest !== '') yield rest;
  } catch (error) {
    if (error instanceof InstallationError) throw error;
    throw fileFault(error, path) ?? damaged(path, error);
  }
}

/** A checked file: its header and footer hold. */
export interface CheckedFile {
  readonly path: string;
  readonly header: Header;
  readonly footer: Footer;
}

/**
 * Reads the whole file and compares its checksum, before anything of it is used.
 * @throws InstallationError where it is no backup, is cut or altered, or is of a newer release.
 */
export async function checkFile(path: string, newestMigration: number): Promise<CheckedFile> {
  const hash = createHash('sha256');
  let header: Header | undefined;
  let last: string | undefined;
  let nodes = -1;
  for await (const line of linesOf(path)) {
    if (header === undefined) header = headerOf(path, line, newestMigration);
    else {
      hashLine(hash, last ?? '');
      nodes++;
    }
    last = line;
  }
  const footer = footerSchema.safeParse(parsed(last ?? ''));
  if (header === undefined) throw noBackup(path);
  if (!footer.success || footer.data.sha256 !== hash.digest('hex') || footer.data.nodes !== nodes)
    throw damaged(path);
  return { path, header, footer: footer.data };
}

export function hashLine(hash: Hash, line: string): void {
  hash.update(line).update('\n');
}

function headerOf(path: string, line: string, newestMigration: number): Header {
  const header = headerSchema.safeParse(parsed(line));
  if (!header.success) throw noBackup(path);
  const { skillwakeBackup, version, migration, createdAt } = header.data;
  if (skillwakeBackup > fileFormat || migration > newestMigration)
    throw new InstallationError(
      `${path} was written by a newer release of Skillwake (${version}, ${createdAt}) than this one, which does not know all of it: restore it with that release.`,
    );
  return header.data;
}

/**
 * The node of a line, counted from 1. The checksum of a file holds whoever computed it, so its lines may be anything.
 * @throws InstallationError where it is no node.
 */
export function nodeOf(path: string, line: string, number: number): NodeLine {
  const node = nodeSchema.safeParse(parsed(line));
  if (node.success) return node.data;
  const [fault] = node.error.issues;
  throw new InstallationError(
    `Line ${String(number)} of ${path} is no node as \`npm run backup\` writes them (at fault: ${fault === undefined || fault.path.length === 0 ? 'the whole line' : fault.path.join('.')}): run \`npm run restore\` again with a file that nothing else has written.`,
  );
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function noBackup(path: string): InstallationError {
  return new InstallationError(
    `${path} is not a backup of Skillwake: name a file that \`npm run backup\` has written.`,
  );
}

function tooLong(path: string, line: number): InstallationError {
  return new InstallationError(
    `Line ${String(line)} of ${path} is longer than 64 million characters, which no line of a backup is: use another copy of it.`,
  );
}

function damaged(path: string, cause?: unknown): InstallationError {
  return new InstallationError(
    `${path} was cut off or altered after it was written, and nothing of it was restored: use another copy.`,
    { cause },
  );
}

/** The sentence for what a file system refuses, or nothing where the error is of another kind. */
export function fileFault(error: unknown, path: string): InstallationError | undefined {
  const { code = '' } = error as NodeJS.ErrnoException;
  const wayOut: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file or folder: name one that exists',
    EISDIR: 'that is a folder: name a file in it',
    ENOTDIR: 'part of its path is a file: name another place',
    EACCES: 'this user may not do that: give this user the right, or name another place',
    EEXIST: 'another process has created it meanwhile: name another place',
    EPERM: 'this user may not do that: give this user the right, or name another place',
    EROFS: 'nothing can be written there: name another place',
    ENOSPC: 'the disk is full: free some space, or name another place',
    EDQUOT: 'the disk is full: free some space, or name another place',
  };
  const way = wayOut[code];
  return way === undefined
    ? undefined
    : new InstallationError(`${path} cannot be used, ${way}.`, { cause: error });
}
