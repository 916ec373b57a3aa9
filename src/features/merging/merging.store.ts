import { leavingTombstone, touched } from '../../graph/nouns/identity';
import { propertiesOfPerson, relationshipsOfPerson } from '../../graph/nouns/model';
import { statement, type Queries } from '../../graph/driver/statement';
import { movesOf, type MergedPair } from './moving.store';

const movesOfPeople = movesOf('Person', relationshipsOfPerson);

const BECOME_ONE = statement(
  'merging.becomeOne',
  `UNWIND $pairs AS pair
   MATCH (keep:Person {id: pair.keep})
   MATCH (merge:Person {id: pair.merge})
   WITH keep, collect(merge) AS merged
   SET ${propertiesOfPerson.filled
     .map(
       (name) =>
         `keep.${name} = coalesce(keep.${name}, head([one IN merged WHERE one.${name} IS NOT NULL | one.${name}]))`,
     )
     .join(', ')}, ${touched('keep')}
   WITH keep, merged UNWIND merged AS merge
   CREATE (:MergedId {key: merge.id, apart: CASE WHEN merge.id IN $apart THEN true END})-[:IDENTIFIES]->(keep)
   ${leavingTombstone('merge', 'Person', 'keep')}
   DELETE merge`,
);

/**
 * Makes each pair one person: relationships move, what is derived goes, the merged internal id goes on naming the kept
 * person. A relationship of a type that graph/nouns/model does not list keeps the node from being deleted, and so the whole
 * transaction from happening: nothing is ever lost with it. Who stays counts as changed now. Looks at a record that is
 * merged apart stay with its former id, where whoever merged it does not read them.
 */
export async function becomeOne(tx: Queries, pairs: readonly MergedPair[], now: number): Promise<void> {
  if (pairs.length === 0) return;
  await movesOfPeople(tx, pairs, now);
  const apart = pairs.flatMap((pair) => (pair.apart ? [pair.merge] : []));
  await tx.query(BECOME_ONE, { pairs, apart, now });
  const both = pairs.flatMap(({ keep, merge }) => [keep, merge]);
  for (const kind of ['merges', 'people', 'memberships', 'assignments', 'availability'] as const)
    tx.changed(kind, both);
}
