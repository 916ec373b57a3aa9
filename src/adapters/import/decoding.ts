import { TextDecoder } from 'node:util';

/** What a decoder writes where bytes are no text. */
const replacement = '\ufffd';
/** Stands for a replacement that the file itself holds; a sign that no text has. */
const lost = '\ufffe';

/**
 * Bytes as text. A sign that stands for a lost one is told apart from bytes that are no text in the encoding: those were
 * lost before the file was written, and no other encoding brings them back.
 */
export class Decoding {
  private readonly decoder: TextDecoder;
  private readonly isMarked: boolean;
  private held: Buffer = Buffer.alloc(0);
  /** Whether other than ASCII was read as it should be: the encoding is right then, whatever single bytes are. */
  private hasProof = false;

  /** @param given as TextDecoder knows it; what the beginning shows goes before, UTF-8 where nothing is said */
  constructor(
    beginning: Buffer,
    private readonly given: string | undefined,
  ) {
    const marked = markOf(beginning);
    this.isMarked = marked !== undefined;
    this.decoder = new TextDecoder(marked ?? given ?? unmarked(beginning) ?? 'utf-8');
  }

  decode(part: Buffer): string {
    return this.noted(this.decoder.decode(this.withLostMarked(part), { stream: true }));
  }

  end(): string {
    return this.noted(this.decoder.decode(this.held));
  }

  /** Why a text cannot be used; undefined where it can. */
  problemOf(text: string): string | undefined {
    if (!text.includes(replacement)) return undefined;
    const { encoding } = this.decoder;
    if (this.isMarked || (this.given === undefined && this.hasProof))
      return `it contains bytes that are not text, though the file is ${encoding} elsewhere: correct this line, for another encoding would spoil the others`;
    return this.given === undefined
      ? 'it contains bytes that are not text in this encoding: save the file as UTF-8, or name its encoding, like --encoding latin1'
      : `it contains bytes that are not text in ${encoding}: name the encoding in which the file was saved`;
  }

  private noted(text: string): string {
    this.hasProof ||= /[^\p{ASCII}\ufffd\ufffe]/u.test(text);
    return text;
  }

  /** Turns the bytes of U+FFFD, as UTF-8 has them, into those of the sign that stands for it. */
  private withLostMarked(part: Buffer): Buffer {
    if (this.decoder.encoding !== 'utf-8') return part;
    const bytes = this.held.length > 0 ? Buffer.concat([this.held, part]) : part;
    for (let at = bytes.indexOf(bytesOfReplacement); at >= 0; at = bytes.indexOf(bytesOfReplacement, at + 3))
      bytes[at + 2] = 0xbe;
    const end = bytes.length;
    const open = bytes[end - 1] === 0xef ? 1 : bytes[end - 2] === 0xef && bytes[end - 1] === 0xbf ? 2 : 0;
    this.held = bytes.subarray(end - open);
    return bytes.subarray(0, end - open);
  }
}

const bytesOfReplacement = Buffer.from(replacement);

/** A text as the file holds it, and whether signs of it were lost before. */
export function withLostSigns(text: string): { text: string; isLossy: boolean } {
  return text.includes(lost)
    ? { text: text.replaceAll(lost, replacement), isLossy: true }
    : { text, isLossy: false };
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : undefined;
}

/** How much is looked at, and which share of zeros UTF-16 has in every second byte of a text that is mostly Latin. */
const looked = 1_024;
const mostlyLatin = 0.4;

/** Whether zeros show that it is no text. */
export function isBinary(beginning: Buffer, given: string | undefined): boolean {
  return markOf(beginning) === undefined && given === undefined && unmarked(beginning) === undefined;
}

/** UTF-16 without its mark shows by its zeros; undefined where there are some that it would not have. */
function unmarked(beginning: Buffer): string | undefined {
  const bytes = beginning.subarray(0, looked);
  let [even, odd] = [0, 0];
  bytes.forEach((byte, place) => {
    if (byte === 0 && place % 2 === 0) even++;
    else if (byte === 0) odd++;
  });
  const many = (mostlyLatin * bytes.length) / 2;
  if (even === 0 && odd === 0) return 'utf-8';
  if (even === 0 && odd > many) return 'utf-16le';
  return odd === 0 && even > many ? 'utf-16be' : undefined;
}

/** Whether TextDecoder knows an encoding by this name. */
export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
