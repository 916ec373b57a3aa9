import { statement, type Queries } from '../../graph/driver/statement';
import type { Names } from './naming';

/** Who is found under which names, and when it was stored. */
export type Mentioned = Names & {
  readonly seq: number;
  /** Names that were related, and are direct from now on: whoever asks for both has them already. */
  readonly raised?: readonly string[];
};

/**
 * The statements of one second and one transaction that are found under a name, by when they were stored: a posting of
 * an inverted index. Those of one batch share it, so that what all of them name costs one node and no lock.
 */
interface Mention {
  /** The name and the first of the statements. */
  readonly id: string;
  /** The name and the second: one index carries both, and their order. */
  readonly place: string;
  readonly direct: number[];
  readonly related: number[];
  readonly raised: number[];
}

const CREATE = statement(
  'statements.mention',
  `UNWIND $rows AS row
   CREATE (mention:Mention) SET mention = row`,
);

const digitsOfSeconds = 10;
const microsecondsOfSecond = 1_000_000;

/** Where the statements stand that were stored in the second of this time and are found under this name. */
export function placeOf(name: string, seq: number): string {
  return name + secondText(seq);
}

function secondText(seq: number): string {
  return ` ${String(Math.floor(seq / microsecondsOfSecond)).padStart(digitsOfSeconds, '0')}`;
}

/** How many characters at the end of a place say its second. */
export const lengthOfSecond = digitsOfSeconds + 1;

/** Makes statements found under names that are new to them; `occasion` tells those that they come with from later ones. */
export async function writeMentions(
  tx: Queries,
  statements: readonly Mentioned[],
  occasion: 'stored' | 'referred',
): Promise<void> {
  const mentions = new Map<string, Mention>();
  const mentionOf = (name: string, seq: number, how: string): Mention => {
    const place = placeOf(name, seq);
    const key = `${place} ${how}`;
    const found = mentions.get(key) ?? {
      id: `${name} ${String(seq)} ${how}`,
      place,
      direct: [],
      related: [],
      raised: [],
    };
    mentions.set(key, found);
    return found;
  };
  for (const { seq, direct, related, raised = [] } of statements) {
    for (const name of direct) mentionOf(name, seq, occasion).direct.push(seq);
    for (const name of related) mentionOf(name, seq, occasion).related.push(seq);
    // A statement is referred to several times, and raised once.
    for (const name of raised) mentionOf(name, seq, 'raised').raised.push(seq);
  }
  await tx.query(CREATE, { rows: [...mentions.values()] });
}
