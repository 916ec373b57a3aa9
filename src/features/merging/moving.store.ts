import { touched } from '../../graph/nouns/identity';
import { composition, type MergedRelationship } from '../../graph/nouns/model';
import { statement, type Queries, type Statement } from '../../graph/driver/statement';
import type { NodeType } from '../../shared/ids';

/** Two locked nodes that become one, by internal id. */
export interface MergedPair {
  readonly keep: string;
  readonly merge: string;
  /** Whether what repeats the id of the one that goes, for an index, goes on doing so: the one that stays does not find it. */
  readonly apart?: boolean;
}

/** All but those in which a circle could close: they are left to whoever knows what stands above what. */
type Moved = MergedRelationship & { readonly merging: Exclude<MergedRelationship['merging'], 'relinked'> };

function isMoved(relationship: MergedRelationship): relationship is Moved {
  return relationship.merging !== 'relinked';
}

/** Moves relationships, type by type, from the nodes that go to those that stay for them. */
export type Moves = (tx: Queries, pairs: readonly MergedPair[], now: number) => Promise<void>;

export function movesOf(label: NodeType, relationships: readonly MergedRelationship[]): Moves {
  const moves = relationships.filter(isMoved).map((relationship): Statement<unknown> => {
    const { type, direction } = relationship;
    const name = `merging.${label}${type}${direction === 'in' ? 'In' : ''}`;
    return statement(name, moveText(label, relationship));
  });
  return async (tx, pairs, now) => {
    for (const move of moves) await tx.query(move, { pairs, now });
  };
}

function moveText(
  label: NodeType,
  { type, direction, merging, repeatedAs, changedAs, dated, changes }: Moved,
): string {
  const at = (node: string, relationship: string): string =>
    direction === 'out' ? `(${node})-[${relationship}]->(other)` : `(${node})<-[${relationship}]-(other)`;
  const former = `UNWIND $pairs AS pair
   MATCH (merge:${label} {id: pair.merge})
   MATCH ${at('merge', `former:${type}`)}`;
  if (merging === 'derived') return `${former} DELETE former`;
  if (merging === 'left') return `${former} ${isComposition(type) ? 'DETACH DELETE other' : 'DELETE former'}`;
  const kept = `MATCH (keep:${label} {id: pair.keep})`;
  if (merging === 'moved') {
    const repeats =
      repeatedAs === undefined ? '' : `, other.${repeatedAs} = ${repeating(`other.${repeatedAs}`)}`;
    return `${former}
   ${kept}
   CREATE ${at('keep', `moved:${type}`)}
   SET moved = properties(former)${repeats}${changedAs === undefined ? '' : `, other.${changedAs} = $now`}
   DELETE former`;
  }
  if ('part' in merging) {
    const told = merging.toldBy.map((property) => `${property}: other.${property}`).join(', ');
    return `${former}
   ${kept}
   MERGE (keep)-[:${type}]->(part:${merging.part} {${told}})
   ON CREATE SET part += properties(other)${dated ? ', part.updatedAt = $now' : ''}
   DETACH DELETE other`;
  }
  const { joinedBy, lower = [], higher = [] } = merging;
  const same = joinedBy.map((property) => `${property}: former.${property}`).join(', ');
  const takes = [
    ...lower.map(
      (name) => [name, `coalesce(former.${name} < moved.${name}, moved.${name} IS NOT NULL)`] as const,
    ),
    ...higher.map((name) => [name, `former.${name} > moved.${name}`] as const),
  ];
  const otherwise = takes.map(([, condition]) => condition).join(' OR ');
  const taken = [
    // First: the conditions are of what it was.
    ...(dated && takes.length > 0 ? [taking('updatedAt', otherwise, '$now')] : []),
    ...takes.map(([name, condition]) => taking(name, condition, `former.${name}`)),
  ];
  return `${former}
   ${kept}
   MERGE ${at('keep', `moved:${type}${same === '' ? '' : ` {${same}}`}`)}
   ON CREATE SET moved += properties(former)${dated ? ', moved.updatedAt = $now' : ''}${taken.length === 0 ? '' : `\n   ON MATCH SET ${taken.join(', ')}`}
   DELETE former${changes === undefined ? '' : `\n   WITH DISTINCT other WHERE other:${changes}\n   SET ${touched('other')}`}`;
}

function isComposition(type: string): boolean {
  return composition.some((one) => one === type);
}

/** What stood apart in an earlier merge stays so. */
function repeating(property: string): string {
  return `CASE WHEN coalesce(pair.apart, false) OR ${property} <> pair.merge THEN ${property} ELSE keep.id END`;
}

function taking(name: string, condition: string, value: string): string {
  return `moved.${name} = CASE WHEN ${condition} THEN ${value} ELSE moved.${name} END`;
}
