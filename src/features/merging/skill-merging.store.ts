import { expectAll } from '../../graph/driver/errors';
import { sayGoing } from '../../graph/nouns/changed-nouns';
import { withFoldedForms } from '../../graph/nouns/folded-forms';
import { leavingTombstone, touched } from '../../graph/nouns/identity';
import { relationshipsOfSkill } from '../../graph/nouns/model';
import type { AcyclicRelation } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { Hierarchy } from '../../shared/hierarchy';
import { joinedSkill } from '../skills/merged-skill';
import { broaderSkills, prerequisitesOfSkills, skillIdentity, skillsByKey } from '../skills/skill.store';
import { movesOf, type MergedPair } from './moving.store';

const movesOfSkills = movesOf('Skill', relationshipsOfSkill);
/** What a mergeable skill is related to other skills by. */
const relations = [broaderSkills, prerequisitesOfSkills];

const SAY_MORE = statement(
  'merging.saySkills',
  `UNWIND $kept AS item
   MATCH (keep:Skill {id: item.key})
   SET keep += item.properties, ${touched('keep')}`,
);

const BECOME_ONE = statement<{ gone: number }>(
  'merging.becomeOneSkill',
  `UNWIND $pairs AS pair
   MATCH (keep:Skill {id: pair.keep})
   MATCH (merge:Skill {id: pair.merge})
   CREATE (:MergedId {key: merge.id})-[:IDENTIFIES]->(keep)
   ${leavingTombstone('merge', 'Skill', 'keep')}
   DELETE merge
   RETURN count(*) AS gone`,
);

/**
 * Makes each pair one skill in the catalogue, while everybody is locked: relationships move, what is derived goes, the
 * merged internal id goes on naming the kept skill. One of a type that graph/nouns/model does not list keeps the node from being
 * deleted, and so all of it from happening.
 */
export async function becomeOneSkill(tx: Queries, pairs: readonly MergedPair[], now: number): Promise<void> {
  for (const relation of relations) await relation.lock(tx);
  const keys = new Set(pairs.flatMap(({ keep, merge }) => [keep, merge]));
  expectAll((await skillIdentity.lock(tx, keys)).size, keys.size);
  for (const relation of relations) await relink(tx, relation, pairs, now);
  const rows = new Map((await skillsByKey(tx, [...keys])).map((row) => [row.key, row]));
  const kept = new Set(pairs.map(({ keep }) => keep));
  await sayGoing(
    tx,
    'Skill',
    pairs.map(({ merge }) => merge),
  );
  await movesOfSkills(tx, pairs, now);
  await tx.query(SAY_MORE, {
    now,
    kept: [...kept].flatMap((key) => {
      const row = rows.get(key);
      const merged = pairs.flatMap(({ keep, merge }) => (keep === key ? (rows.get(merge) ?? []) : []));
      return row ? [{ key, properties: withFoldedForms('Skill', joinedSkill(row, merged)) }] : [];
    }),
  });
  const [row] = await tx.query(BECOME_ONE, { pairs, now });
  expectAll(row?.gone ?? 0, pairs.length);
  for (const kind of ['merges', 'catalogue'] as const) tx.changed(kind, keys);
}

async function relink(
  tx: Queries,
  relation: AcyclicRelation,
  pairs: readonly MergedPair[],
  now: number,
): Promise<void> {
  const below = await relation.directlyBelow(
    tx,
    pairs.map(({ merge }) => merge),
  );
  const all = [...below, ...pairs.flatMap(({ keep, merge }) => [keep, merge])];
  const hierarchy = new Hierarchy(await relation.edgesAbove(tx, all));
  for (const { keep, merge } of pairs) hierarchy.join(keep, merge);
  await relation.replace(
    tx,
    [...hierarchy.changes()].map(({ node, above }) => ({ node, others: above })),
    now,
  );
}
