import { grouped } from '../../shared/grouped';
import { statement, type Queries } from '../../graph/driver/statement';

type AnswerColumns = readonly [
  person: string,
  score: number,
  at: number,
  recordedAt: number,
  attempt: number,
];

interface AskedRow {
  readonly revision: string;
  /** Number of the page that asks it. */
  readonly number: number;
  readonly version: string;
  readonly answers: readonly AnswerColumns[];
}

const ASKED = statement<AskedRow>(
  'exhaust.answersAfterPages',
  `UNWIND $revisions AS of
   MATCH (:Revision {id: of})-[:HAS_PAGE]->(page:Page)-[:ASKS]->(version:QuestionVersion)
   WITH DISTINCT of, page.number AS number, version
   CALL (version) {
     MATCH (version)<-[:TO]-(answer:Answer)-[:BY]->(person:Person) WHERE NOT answer.withdrawn
     RETURN collect([person.id, answer.score, answer.at, answer.recordedAt, answer.attempt]) AS answers
   }
   RETURN of AS revision, number, version.id AS version, answers`,
);

/** A first answer to a question of a page. */
export interface FirstAnswer {
  readonly person: string;
  readonly version: string;
  readonly score: number;
}

/** All answers to one version of a question. */
export class AnswersToVersion {
  constructor(
    readonly version: string,
    private readonly answers: readonly AnswerColumns[],
  ) {}

  /** The first answer of each person to whom a moment belongs, of those that were known by then. */
  *first(knownBy: ReadonlyMap<string, number>): Generator<FirstAnswer> {
    const first = new Map<string, AnswerColumns>();
    for (const answer of this.answers) {
      const [person, , at, recordedAt, attempt] = answer;
      if (recordedAt > (knownBy.get(person) ?? -Infinity)) continue;
      const [, , otherAt, , otherAttempt] = first.get(person) ?? [person, 0, Infinity, 0, Infinity];
      if (at < otherAt || (at === otherAt && attempt < otherAttempt)) first.set(person, answer);
    }
    for (const [person, [, score]] of first) yield { person, version: this.version, score };
  }
}

/** By internal id of the revision, the answers to what each page asks, by its number. */
export async function answersAfterPages(
  queries: Queries,
  revisions: readonly string[],
): Promise<Map<string, Map<number, AnswersToVersion[]>>> {
  const rows = await queries.query(ASKED, { revisions: [...new Set(revisions)] });
  const ofRevisions = grouped(rows, ({ revision }) => revision);
  return new Map(
    [...ofRevisions].map(([revision, asked]) => [
      revision,
      new Map(
        [...grouped(asked, ({ number }) => number)].map(([number, versions]) => [
          number,
          versions.map(({ version, answers }) => new AnswersToVersion(version, answers)),
        ]),
      ),
    ]),
  );
}
