import { hash } from 'node:crypto';
import { timestampMoment } from './checking/formats';
import { contentOf } from './comparing';
import type { GivenStatement } from './statement-parts';

/**
 * Ids for the statements of one batch: their own, else made of what they say, and of how many that say the same come
 * before them in the batch. What is sent again is so known again, by whichever door.
 */
export class StatementIds {
  private readonly unnamed = new Map<string, number>();

  constructor(private readonly platform: string) {}

  of(statement: GivenStatement): string {
    if (statement.id !== undefined) return statement.id;
    const { timestamp } = statement;
    const at = timestamp === undefined ? '' : String(timestampMoment(timestamp));
    const said = `${contentOf(statement)} ${at}`;
    const before = this.unnamed.get(said) ?? 0;
    this.unnamed.set(said, before + 1);
    return madeId(this.platform, said, before);
  }
}

/** An id in the form of a UUID that is made of a name (RFC 4122, version 5). */
function madeId(platform: string, said: string, before: number): string {
  const digits = hash('sha256', JSON.stringify([platform, said, before]), 'hex');
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `5${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join('-');
}
