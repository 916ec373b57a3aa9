import { statement, type Queries } from '../../graph/driver/statement';
import { leaveUnread } from './unread.store';

const OTHERWISE = statement<{ version: string }>(
  'doubt.otherwise',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key}) WHERE coalesce(version.doubted, false) <> $doubted
   RETURN version.id AS version`,
);

const SET_DOUBT = statement(
  'doubt.set',
  `UNWIND $versions AS key
   MATCH (version:QuestionVersion {id: key})
   SET version.doubted = CASE WHEN $doubted THEN true END`,
);

/**
 * Says of question versions, by internal id, whether a problem of them is open: answers to those count less, for good and
 * ill. To be called in the transaction that opens or closes the problem; whoever answered is folded anew by readAnew, to
 * be called once that has committed. Gives the versions of which it was said otherwise before, and does nothing to others.
 */
export async function setDoubt(tx: Queries, versions: Iterable<string>, doubted: boolean): Promise<string[]> {
  const asked = { versions: [...new Set(versions)], doubted };
  const isNeeded = (await tx.query(OTHERWISE, asked)).length > 0;
  if (!isNeeded) return [];
  return leaveUnread(tx, async () => {
    const otherwise = (await tx.query(OTHERWISE, asked)).map(({ version }) => version);
    await tx.query(SET_DOUBT, { versions: otherwise, doubted });
    return otherwise;
  });
}
