import { TextDecoder } from 'node:util';
import { InstallationError, messageOf } from '../../shared/errors';
import { LineCutter } from '../../shared/line-cutter';
import { unpacked } from '../../shared/unpacked';

/** One line of a file as it stands there, its end included. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly text: string;
}

/** Characters from which on a line is too long to be kept whole: only its beginning is, and it is refused. */
const longestLine = 4 * 2 ** 20;

export function isTooLong({ text }: Line): boolean {
  return text.length >= longestLine;
}

export const tooLong = 'the line is longer than 4 million characters: put each item on a line of its own';

interface Source {
  readonly path: string;
  /** As TextDecoder knows it; what a byte order mark says goes before, UTF-8 where nothing is said. */
  readonly encoding: string | undefined;
  /** Called with how many bytes of the file were read. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * The lines of a file, some at a time, so that no file is too long; one whose name ends with .gz is unpacked. Lines
 * end with \n, \r\n, or, in a file that holds none of these near its beginning, \r.
 */
export async function* linesOf(source: Source): AsyncGenerator<readonly Line[]> {
  const cutter = new LineCutter(longestLine);
  let number = 0;
  let end: string | undefined;
  for await (const part of textOf(source)) {
    end ??= endOf(part);
    const lines = cutter.take(part, end).map((text) => ({ number: ++number, text }));
    if (lines.length > 0) yield lines;
  }
  const rest = cutter.rest();
  if (rest !== '') yield [{ number: number + 1, text: rest }];
}

function endOf(beginning: string): string {
  return beginning.includes('\r') && !beginning.includes('\n') ? '\r' : '\n';
}

async function* textOf({ path, encoding, onBytes }: Source): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  try {
    for await (const part of unpacked(path, onBytes)) {
      decoder ??= decoderFor(part, encoding);
      yield decoder.decode(part, { stream: true });
    }
    if (decoder) yield decoder.decode();
  } catch (error) {
    throw new InstallationError(
      `${path} cannot be read (${messageOf(error)}): name a file that exists and is complete.`,
      { cause: error },
    );
  }
}

function decoderFor(beginning: Buffer, encoding: string | undefined): TextDecoder {
  if (beginning[0] === 0xff && beginning[1] === 0xfe) return new TextDecoder('utf-16le');
  if (beginning[0] === 0xfe && beginning[1] === 0xff) return new TextDecoder('utf-16be');
  if (beginning[0] === 0xef && beginning[1] === 0xbb && beginning[2] === 0xbf) return new TextDecoder();
  return new TextDecoder(encoding);
}

/** Whether TextDecoder knows an encoding by this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
