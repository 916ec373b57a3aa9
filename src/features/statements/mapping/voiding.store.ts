import { externalKey } from '../../../shared/ids';
import { statement, type Queries } from '../../../graph/driver/statement';

/** What a kept statement is evidence of. */
export interface EvidenceOfStatement {
  readonly key: string;
  readonly platform: string;
  /** Its id, which its answers and views have too. */
  readonly id: string;
  readonly waiting: string | null;
  readonly isAnswer: boolean;
  readonly isPageView: boolean;
  readonly isVideoView: boolean;
  /** Id of the visit of which no other statement tells that was not taken back. */
  readonly visit: string | null;
}

const EVIDENCE = statement<Omit<EvidenceOfStatement, 'id' | 'platform'>>(
  'statements.evidenceOf',
  `UNWIND $targets AS target
   MATCH (statement:Statement {key: target.key}) WHERE statement.text IS NOT NULL
   RETURN statement.key AS key, statement.waiting AS waiting,
     EXISTS { (:Evidence {id: target.answer}) } AS isAnswer,
     EXISTS { (:Evidence {id: target.pageView}) } AS isPageView,
     EXISTS { (:Evidence {id: target.videoView}) } AS isVideoView,
     CASE WHEN EXISTS {
       MATCH (other:Statement {visit: statement.visit})
       WHERE other <> statement AND NOT EXISTS { (voiding:Statement {target: other.key}) WHERE voiding.voids }
     } THEN null ELSE statement.visit END AS visit`,
);

/** What statements are evidence of, of those that are there, by their keys: platform and id. */
export async function evidenceOfStatements(
  queries: Queries,
  keys: readonly string[],
  sourceOf: (platform: string) => string,
): Promise<EvidenceOfStatement[]> {
  const named = new Map(
    keys.map((key) => {
      const [platform = '', id = ''] = key.split('\u001f');
      return [key, { platform, id }];
    }),
  );
  const targets = [...named].map(([key, { platform, id }]) => {
    const [answer, pageView, videoView] = ['answer', 'pageView', 'videoView'].map((kind) =>
      externalKey(kind, sourceOf(platform), id),
    );
    return { key, answer, pageView, videoView };
  });
  const rows = await queries.query(EVIDENCE, { targets });
  return rows.flatMap((row) => {
    const name = named.get(row.key);
    return name ? [{ ...row, ...name }] : [];
  });
}
