import { statement, type Queries } from '../../graph/driver/statement';
import type { Names } from './naming';

/** Who is found under which names, and when it was stored. */
export type Mentioned = Names & { readonly seq: number };

/**
 * The statements of one second and one transaction that are found under a name, by when they were stored: a posting of
 * an inverted index. Those of one batch share it, so that what all of them name costs one node and no lock.
 */
interface Mention {
  /** The name and the first of the statements. */
  readonly id: string;
  readonly name: string;
  readonly second: number;
  readonly direct: number[];
  readonly related: number[];
}

const CREATE = statement(
  'statements.mention',
  `UNWIND $rows AS row
   CREATE (mention:Mention) SET mention = row`,
);

/** The second in which a time of storing lies. */
export function secondOf(seq: number): number {
  return Math.floor(seq / 1_000_000);
}

/** Makes statements found under names that are new to them; `occasion` tells those that they come with from later ones. */
export async function writeMentions(
  tx: Queries,
  statements: readonly Mentioned[],
  occasion: 'stored' | 'referred',
): Promise<void> {
  const mentions = new Map<string, Mention>();
  const mentionOf = (name: string, seq: number): Mention => {
    const second = secondOf(seq);
    const key = `${name} ${String(second)}`;
    const found = mentions.get(key) ?? {
      id: `${name} ${String(seq)} ${occasion}`,
      name,
      second,
      direct: [],
      related: [],
    };
    mentions.set(key, found);
    return found;
  };
  for (const { seq, direct, related } of statements) {
    for (const name of direct) mentionOf(name, seq).direct.push(seq);
    for (const name of related) mentionOf(name, seq).related.push(seq);
  }
  await tx.query(CREATE, { rows: [...mentions.values()] });
}
