import { statement, type Queries } from '../../graph/driver/statement';
import { secondOf } from './mention.store';
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
 * Postings of one second may lie within each other; those of different seconds do not. So the order by second and time
 * is that by time, and no more postings are read than the page needs.
 */
const search = (direction: 'ASC' | 'DESC') => `
   MATCH (mention:Mention)
   WHERE mention.name = $name AND mention.second >= $firstSecond AND mention.second <= $lastSecond
     AND all(name IN $direct + $any
       WHERE EXISTS { MATCH (other:Mention) WHERE other.name = name AND other.second = mention.second })
   WITH mention ORDER BY mention.second ${direction}
   UNWIND (CASE WHEN $broad THEN mention.direct + mention.related ELSE mention.direct END) AS seq
   WITH mention.second AS second, seq WHERE seq > $after AND seq < $before
   MATCH (statement:Statement {seq: seq})
   WHERE all(name IN $direct WHERE name IN statement.direct)
     AND all(name IN $any WHERE name IN statement.direct OR name IN statement.related)
     AND NOT ${isVoided}
   RETURN seq, statement.size AS size
   ORDER BY second ${direction}, seq ${direction} LIMIT toInteger($limit)`;

const LATEST_FIRST = statement<Found>('statements.find', search('DESC'));
const EARLIEST_FIRST = statement<Found>('statements.findAscending', search('ASC'));

/** Statements in the order in which they were stored. */
export async function findStatements(queries: Queries, { ascending, ...asked }: Search): Promise<Found[]> {
  const rows = await queries.query(ascending ? EARLIEST_FIRST : LATEST_FIRST, {
    ...asked,
    firstSecond: secondOf(asked.after),
    lastSecond: secondOf(asked.before),
  });
  return [...new Map(rows.map((row) => [row.seq, row])).values()];
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
