import { touched } from '../../graph/identity';
import { propertiesOfPerson, relationshipsOfPerson, type RelationshipOfPerson } from '../../graph/model';
import { statement, type Queries } from '../../graph/statement';

/** Two locked people who become one, by internal id. */
export interface MergedPair {
  readonly keep: string;
  readonly merge: string;
}

const moves = relationshipsOfPerson.map((relationship) =>
  statement(`merging.${relationship.type}`, moveText(relationship)),
);

/** Moves the relationships of one type from those who go to those who stay, with their properties. */
function moveText({ type, direction, merging, repeatedAs }: RelationshipOfPerson): string {
  const at = (person: string, relationship: string): string =>
    direction === 'out' ? `(${person})-[${relationship}]->(other)` : `(${person})<-[${relationship}]-(other)`;
  const former = `UNWIND $pairs AS pair
   MATCH (merge:Person {id: pair.merge})
   MATCH ${at('merge', `former:${type}`)}`;
  if (merging === 'derived') return `${former} DELETE former`;
  const kept = `MATCH (keep:Person {id: pair.keep})`;
  if (merging === 'moved') {
    return `${former}
   ${kept}
   CREATE ${at('keep', `moved:${type}`)}
   SET moved = properties(former)${repeatedAs === undefined ? '' : `, other.${repeatedAs} = keep.id`}
   DELETE former`;
  }
  if ('part' in merging) {
    const told = merging.toldBy.map((property) => `${property}: other.${property}`).join(', ');
    return `${former}
   ${kept}
   MERGE (keep)-[:${type}]->(part:${merging.part} {${told}})
   ON CREATE SET part += properties(other)
   DETACH DELETE other`;
  }
  const same = merging.joinedBy.map((property) => `${property}: former.${property}`).join(', ');
  return `${former}
   ${kept}
   MERGE ${at('keep', `moved:${type}${same === '' ? '' : ` {${same}}`}`)}
   ON CREATE SET moved += properties(former)
   DELETE former`;
}

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
   CREATE (:MergedId {key: merge.id})-[:IDENTIFIES]->(keep)
   DELETE merge`,
);

/**
 * Makes each pair one person: relationships move, what is derived goes, the merged internal id goes on naming the kept
 * person. A relationship of a type that graph/model does not list keeps the node from being deleted, and so the whole
 * transaction from happening: nothing is ever lost with it. Who stays counts as changed now.
 */
export async function becomeOne(tx: Queries, pairs: readonly MergedPair[], now: number): Promise<void> {
  if (pairs.length === 0) return;
  for (const move of moves) await tx.query(move, { pairs });
  await tx.query(BECOME_ONE, { pairs, now });
}
