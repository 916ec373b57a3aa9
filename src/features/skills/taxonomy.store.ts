import { statement, type Queries } from '../../graph/statement';
import type { SkillRow } from './skill.store';

/** A skill directly above or below another. */
export interface RelatedSkillRow extends SkillRow {
  of: string;
}

const BROADER = statement<RelatedSkillRow>(
  'skills.broader',
  `UNWIND $keys AS of
   MATCH (:Skill {id: of})-[:BROADER]->(skill:Skill)
   RETURN of, skill.id AS key, skill.name AS name, skill.sortName AS sortName, skill.description AS description,
          skill.uri AS uri
   ORDER BY skill.sortName, skill.id`,
);

export function broader(queries: Queries, keys: readonly string[]): Promise<RelatedSkillRow[]> {
  return queries.query(BROADER, { keys });
}

const NARROWER = statement<RelatedSkillRow>(
  'skills.narrower',
  `UNWIND $keys AS of
   MATCH (:Skill {id: of})<-[:BROADER]-(skill:Skill)
   RETURN of, skill.id AS key, skill.name AS name, skill.sortName AS sortName, skill.description AS description,
          skill.uri AS uri
   ORDER BY skill.sortName, skill.id`,
);

export function narrower(queries: Queries, keys: readonly string[]): Promise<RelatedSkillRow[]> {
  return queries.query(NARROWER, { keys });
}

const LOCK_TAXONOMY = statement(
  'skills.lockTaxonomy',
  `MATCH (installation:Installation {one: 1}) SET installation.taxonomyLock = 0`,
);

/**
 * Lets one writer at a time change what is broader than what. Two writers may close a circle with edges that share no
 * skill, so no smaller lock does.
 */
export async function lockTaxonomy(tx: Queries): Promise<void> {
  await tx.query(LOCK_TAXONOMY);
}

export interface BroaderEdge {
  skill: string;
  broader: string;
}

const ANCESTOR_EDGES = statement<BroaderEdge>(
  'skills.ancestorEdges',
  `UNWIND $keys AS key
   MATCH (start:Skill {id: key})
   MATCH (start)-[:BROADER*0..]->(skill:Skill)
   WITH DISTINCT skill
   MATCH (skill)-[:BROADER]->(broader:Skill)
   RETURN skill.id AS skill, broader.id AS broader`,
);

/** Every edge that a walk upwards from these skills can take. */
export async function ancestorEdges(tx: Queries, keys: readonly string[]): Promise<BroaderEdge[]> {
  return keys.length === 0 ? [] : tx.query(ANCESTOR_EDGES, { keys });
}

const SAVE_BROADER = statement(
  'skills.saveBroader',
  `UNWIND $items AS item
   MATCH (skill:Skill {id: item.skill})
   OPTIONAL MATCH (skill)-[edge:BROADER]->(former:Skill) WHERE NOT former.id IN item.broader
   DELETE edge
   WITH DISTINCT item, skill
   UNWIND item.broader AS key
   MATCH (broader:Skill {id: key})
   MERGE (skill)-[:BROADER]->(broader)`,
);

/** Replaces the broader lists of distinct skills. */
export async function saveBroader(
  tx: Queries,
  items: readonly { skill: string; broader: readonly string[] }[],
): Promise<void> {
  if (items.length > 0) await tx.query(SAVE_BROADER, { items });
}
