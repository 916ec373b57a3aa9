import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { BadInputError } from './errors';

/** A place in an order: what the rows there are compared by. */
export type CursorPlace = readonly (number | string)[];

const digest = 'sha256';
const cipher = 'aes-256-ctr';
/** Bytes of a cursor that prove it and begin its cipher. */
const proofLength = 16;

/**
 * Cursors, sealed with the installation's secret: nobody reads what they hold, and none is taken that was not given out
 * for the very question that it comes with. So a place that no row stands at cannot be asked for, to count what lies
 * beyond it. The proof is made of question and place and begins the cipher (a synthetic initialisation vector, as in RFC
 * 5297): one place has one cursor.
 */
export class Cursors {
  private readonly proving: Buffer;
  private readonly hiding: Buffer;

  constructor(secret: string) {
    this.proving = createHmac(digest, secret).update('cursors: proof').digest();
    this.hiding = createHmac(digest, secret).update('cursors: cipher').digest();
  }

  /** The cursor of a place. The question is all that decides which rows there are and in which order. */
  seal(question: string, place: CursorPlace): string {
    const text = Buffer.from(JSON.stringify(place));
    const proof = this.proofOf(question, text);
    const sealing = createCipheriv(cipher, this.hiding, proof);
    return Buffer.concat([proof, sealing.update(text), sealing.final()]).toString('base64url');
  }

  /** The place that a cursor was made for, as it was given for this question; throws BadInputError where it is none of this question. */
  open(question: string, cursor: string): unknown {
    const sealed = Buffer.from(cursor, 'base64url');
    if (sealed.length > proofLength) {
      const proof = sealed.subarray(0, proofLength);
      const opening = createDecipheriv(cipher, this.hiding, proof);
      const text = Buffer.concat([opening.update(sealed.subarray(proofLength)), opening.final()]);
      if (timingSafeEqual(proof, this.proofOf(question, text))) return JSON.parse(text.toString('utf8'));
    }
    throw new BadInputError(
      'The cursor is none of this list: pass one that the same list gave for the same conditions and order, or leave it out.',
    );
  }

  private proofOf(question: string, text: Buffer): Buffer {
    const proof = createHmac(digest, this.proving).update(String(question.length)).update(' ');
    return proof.update(question).update(text).digest().subarray(0, proofLength);
  }
}

/** A question as cursors belong to it, of parts that JSON can say. */
export function questionOf(...parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}
