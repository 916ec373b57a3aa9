import { statement, type Queries } from '../../graph/driver/statement';

/** A version of a question, by its number or, null, the current one. */
export interface WantedVersion {
  /** Internal id. */
  readonly question: string;
  readonly number: number | null;
}

const VERSIONS_TO_ASK = statement<{ question: string; number: number | null; version: string }>(
  'modules.versionsToAsk',
  `UNWIND $current AS question
   MATCH (:Question {id: question})-[:CURRENT]->(version:QuestionVersion)
   RETURN question, null AS number, version.id AS version
   UNION ALL
   UNWIND $numbered AS item
   MATCH (:Question {id: item.question})-[:HAS_VERSION]->(version:QuestionVersion)
   WHERE version.number = item.number
   RETURN item.question AS question, version.number AS number, version.id AS version`,
);

/** Gives the internal id of a wanted version; undefined where there is none. */
export async function versionsToAsk(
  tx: Queries,
  wanted: readonly WantedVersion[],
): Promise<(one: WantedVersion) => string | undefined> {
  const nameOf = ({ question, number }: WantedVersion): string => JSON.stringify([question, number]);
  const distinct = [...new Map(wanted.map((one) => [nameOf(one), one])).values()];
  if (distinct.length === 0) return () => undefined;
  const rows = await tx.query(VERSIONS_TO_ASK, {
    current: distinct.filter(({ number }) => number === null).map(({ question }) => question),
    numbered: distinct.filter(({ number }) => number !== null),
  });
  const found = new Map(rows.map((row) => [nameOf(row), row.version]));
  return (one) => found.get(nameOf(one));
}
