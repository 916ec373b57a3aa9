import { searchedProperties } from '../../graph/nouns/model';
import { statement, type Queries, type Statement } from '../../graph/driver/statement';
import { folded } from '../../shared/folding';
import type { Visible } from '../access/viewer';

export type SearchedLabel = keyof typeof searchedProperties;

export interface FoundRow {
  readonly key: string;
  readonly name: string;
  readonly sortName: string;
  readonly score: number;
  /** Other texts that may have been meant. */
  readonly texts: readonly string[];
}

/** Only the best hits of an index are ranked: no client reads further. */
const mostHits = 1_000;

/** A name that begins with what was typed stands above every hit of the index. */
const beginsWith = 1_000;

/** What an external system calls so stands above every name. */
const isCalled = 2_000;

const statements = Object.fromEntries(
  Object.entries(searchedProperties).map(([label, properties]) => [
    label,
    searchOf(label, Object.keys(properties)),
  ]),
) as Record<SearchedLabel, Statement<FoundRow>>;

function searchOf(label: string, properties: readonly string[]): Statement<FoundRow> {
  const others = properties
    .filter((property) => property === 'labels' || property === 'synonyms')
    .map((property) => `coalesce(node.${property}, [])`);
  const shown = label === 'Person' ? '($everyone OR node.id IN $personKeys)' : 'true';
  return statement<FoundRow>(
    `search.${label}`,
    `CALL {
       MATCH (node:${label}) WHERE node.sortName STARTS WITH $beginning AND node.id IS NOT NULL AND node.archivedAt IS NULL AND ${shown}
       RETURN node, ${String(beginsWith)}.0 AS score ORDER BY node.sortName, node.id LIMIT toInteger($hits)
       UNION ALL
       CALL db.index.fulltext.queryNodes('${label}_words', $query, {limit: toInteger($hits)}) YIELD node, score
       WITH node, score WHERE node.archivedAt IS NULL AND ${shown}
       RETURN node, score
       UNION ALL
       MATCH (called:OutsideId)-[:IDENTIFIES]->(node:${label}) WHERE called.value = toLower($whole) AND node.archivedAt IS NULL AND ${shown}
       RETURN DISTINCT node, ${String(isCalled)}.0 AS score
     }
     WITH node, sum(score) AS score
     WHERE $after IS NULL OR [-score, node.sortName, node.id] > $after
     ORDER BY score DESC, node.sortName, node.id LIMIT toInteger($limit)
     RETURN node.id AS key, node.name AS name, node.sortName AS sortName, score, ${others.length > 0 ? others.join(' + ') : '[]'} AS texts`,
  );
}

/** Where a page goes on: the rank of the last row, best first. */
export type SearchPlace = readonly [negativeScore: number, sortName: string, key: string];

/** The nodes of one label that fit a text best; of people only those whom the viewer may see. */
export function search(
  queries: Queries,
  label: SearchedLabel,
  wanted: { text: string; query: string; limit: number; after: SearchPlace | null },
  visible: Visible,
): Promise<FoundRow[]> {
  return queries.query(statements[label], {
    ...visible,
    query: wanted.query,
    whole: wanted.text.trim(),
    limit: wanted.limit,
    after: wanted.after,
    beginning: folded(wanted.text),
    // Of people only some may be shown: the hits that may not must not crowd out those that may.
    hits: label === 'Person' && !visible.everyone ? 1_000_000 : mostHits,
  });
}
