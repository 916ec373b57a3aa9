import { statement, type Queries } from '../../graph/driver/statement';
import { lengthOfSecond, placeOf } from './mention.store';
import { isVoided } from './statement.store';

/** Which statements are asked for. */
export interface Search {
  /** Whose postings are gone through. */
  readonly name: string;
  /** Whether those count that are only related. */
  readonly broad: boolean;
  /** Names that statements must have besides, directly or in any way. */
  readonly direct: readonly string[];
  readonly any: readonly string[];
  /** Stored after and before these, epoch microseconds, both excluded. */
  readonly after: number;
  readonly before: number;
  readonly ascending: boolean;
  readonly limit: number;
}

/** A statement that was found; its text is read once it is known that it will be given. */
export interface Found {
  readonly seq: number;
  readonly size: number;
}

/**
 * Postings of one second may lie within each other; those of different seconds do not. So the order by place and time is
 * that by time, and no more postings are read than the page needs. A second in which one of the other conditions has no
 * posting is passed over.
 */
const search = (direction: 'ASC' | 'DESC') => `
   MATCH (mention:Mention)
   WHERE mention.place >= $firstPlace AND mention.place <= $lastPlace
     AND all(name IN $direct + $any
       WHERE EXISTS { MATCH (other:Mention) WHERE other.place = name + right(mention.place, ${String(lengthOfSecond)}) })
   WITH mention ORDER BY mention.place ${direction}
   UNWIND (mention.direct + CASE WHEN $broad THEN mention.related ELSE mention.raised END) AS seq
   WITH mention.place AS place, seq WHERE seq > $after AND seq < $before
   MATCH (statement:Statement {seq: seq})
   WHERE all(name IN $direct WHERE name IN statement.direct)
     AND all(name IN $any WHERE name IN statement.direct OR name IN statement.related)
     AND NOT ${isVoided}
   RETURN seq, statement.size AS size
   ORDER BY place ${direction}, seq ${direction} LIMIT toInteger($limit)`;

const LATEST_FIRST = statement<Found>('statements.find', search('DESC'));
const EARLIEST_FIRST = statement<Found>('statements.findAscending', search('ASC'));

/** Statements in the order in which they were stored. */
export function findStatements(queries: Queries, { ascending, ...asked }: Search): Promise<Found[]> {
  return queries.query(ascending ? EARLIEST_FIRST : LATEST_FIRST, {
    ...asked,
    firstPlace: placeOf(asked.name, asked.after),
    lastPlace: placeOf(asked.name, asked.before),
  });
}

const TEXTS = statement<{ seq: number; text: string }>(
  'statements.texts',
  `UNWIND $seqs AS seq
   MATCH (statement:Statement {seq: seq})
   RETURN seq, statement.text AS text`,
);

/** The texts of statements, in the order asked for. */
export async function textsOf(queries: Queries, seqs: readonly number[]): Promise<string[]> {
  if (seqs.length === 0) return [];
  const texts = new Map((await queries.query(TEXTS, { seqs })).map(({ seq, text }) => [seq, text]));
  return seqs.flatMap((seq) => texts.get(seq) ?? []);
}
