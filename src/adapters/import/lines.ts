import { InstallationError, messageOf } from '../../shared/errors';
import { LineCutter } from '../../shared/line-cutter';
import { unpacked, unpackedFrom } from '../../shared/unpacked';
import { Decoding, withLostSigns } from './decoding';
import { wrongBytes } from './wrong-file';

/** One line of a file as it stands there, its end included. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** Why its bytes are no text, where they are none. */
  readonly problem?: string;
  /** Whether signs of it were lost before the file was written: each is U+FFFD now. */
  readonly isLossy?: boolean;
}

/** Characters from which on a line is too long to be kept whole: only its beginning is, and it is refused. */
const longestLine = 4 * 2 ** 20;

export function isTooLong({ text }: Line): boolean {
  return text.length >= longestLine;
}

export const tooLong = 'the line is longer than 4 million characters: put each item on a line of its own';

/** The name of what a program sends through a pipe. */
export const standardInput = '-';

interface Source {
  /** A file, or `standardInput`. */
  readonly path: string;
  /** As TextDecoder knows it; what the file's first bytes show goes before, UTF-8 where nothing is said. */
  readonly encoding: string | undefined;
  /** Called with how many bytes of the file were read. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * The lines of a file, some at a time, so that no file is too long; one that is packed by gzip is unpacked. Lines
 * end with \n, \r\n, or, where the first one does, \r. Throws InstallationError where it is no file of lines.
 */
export async function* linesOf(source: Source): AsyncGenerator<readonly Line[]> {
  const cutter = new LineCutter(longestLine);
  let number = 0;
  let decoding: Decoding | undefined;
  const linesFrom = (texts: readonly string[]): Line[] =>
    texts.map((text) => {
      const problem = decoding?.problemOf(text);
      return { number: ++number, ...withLostSigns(text), ...(problem !== undefined && { problem }) };
    });
  let beginning = '';
  let end: string | undefined;
  for await (const part of textOf(source)) {
    ({ decoding } = part);
    const text = end === undefined ? beginning + part.text : part.text;
    end ??= endOf(text, text.length >= longestLine);
    if (end === undefined) beginning = text;
    else yield linesFrom(cutter.take(text, end));
  }
  const last = end === undefined ? cutter.take(beginning, endOf(beginning, true) ?? '\n') : [];
  yield linesFrom([...last, cutter.rest()].filter((text) => text !== ''));
}

/** What ends the first line: line ends within quotes are none of it. Undefined where what follows decides it. */
function endOf(beginning: string, isAll: boolean): string | undefined {
  let isQuoted = false;
  for (const { 0: sign, index } of beginning.matchAll(/["\r\n]/gu)) {
    if (sign === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (sign === '\n' || beginning[index + 1] === '\n') return '\n';
    else if (isAll || index + 1 < beginning.length) return '\r';
  }
  if (!isAll) return undefined;
  return beginning.includes('\r') && !beginning.includes('\n') ? '\r' : '\n';
}

async function* textOf({
  path,
  encoding,
  onBytes,
}: Source): AsyncGenerator<{ readonly text: string; readonly decoding: Decoding }> {
  const name = path === standardInput ? 'Standard input' : path;
  let decoding: Decoding | undefined;
  try {
    const bytes = path === standardInput ? unpackedFrom(process.stdin, onBytes) : unpacked(path, onBytes);
    for await (const part of bytes) {
      const wrong = decoding ? undefined : wrongBytes(part, encoding);
      if (wrong !== undefined) throw new InstallationError(`${name} ${wrong}.`);
      decoding ??= new Decoding(part, encoding);
      yield { text: decoding.decode(part), decoding };
    }
    if (decoding) yield { text: decoding.end(), decoding };
  } catch (error) {
    if (error instanceof InstallationError) throw error;
    throw new InstallationError(
      `${name} cannot be read (${messageOf(error)}): name a file that exists and is complete.`,
      { cause: error },
    );
  }
}
