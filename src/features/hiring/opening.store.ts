import { evidenceId, externalNameOf, globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import { statement, type Queries } from '../../graph/driver/statement';
import { readingOf, removalOf, savingOf, type Fate } from '../../graph/nouns/relation';
import { requirementColumns } from '../projects/requirement.store';
import type { NeedRow } from '../request/plans';
import { namedSkill } from '../skills/skill.store';
import { OpeningState, type Opening, type SoughtAtOpening } from './opening.type';

/** A requirement that an opening is for, with what those assigned supplied for it when the opening was saved first. */
export interface StoredSought {
  readonly requirement: string;
  readonly level: number;
  readonly band: string | null;
  readonly headcount: number;
  readonly expectedShortfall: number;
  readonly coveredProbability: number;
  readonly skillKey: string;
  readonly skillName: string;
  readonly skillSortName: string;
}

export interface OpeningRow {
  readonly key: string;
  readonly title: string;
  readonly project: string | null;
  readonly projectName: string;
  readonly filledBy: string | null;
  readonly openedAt: number;
  readonly filledAt: number | null;
  readonly closedAt: number | null;
  readonly measuredAt: number;
  readonly updatedAt: number;
  readonly sought: readonly StoredSought[];
}

/** Cypher: what an OpeningRow holds, given `opening`. */
export const openingColumns = `opening.key AS key, opening.title AS title, opening.projectName AS projectName,
          head([(opening)-[:OPENED_FOR]->(project:Project) | project.id]) AS project,
          head([(opening)-[:FILLED_BY]->(filler:Person) | filler.id]) AS filledBy, opening.openedAt AS openedAt,
          opening.filledAt AS filledAt, opening.closedAt AS closedAt, opening.measuredAt AS measuredAt,
          opening.updatedAt AS updatedAt, COLLECT {
            MATCH (opening)-[seeks:SEEKS]->(skill:Skill)
            WITH seeks, skill ORDER BY skill.sortName, skill.id, seeks.level
            RETURN {requirement: seeks.requirement, level: seeks.level, band: seeks.band, headcount: seeks.headcount,
              expectedShortfall: seeks.expectedShortfall, coveredProbability: seeks.coveredProbability,
              skillKey: skill.id, skillName: skill.name, skillSortName: skill.sortName}
          } AS sought`;

export function openingOf(row: OpeningRow): Opening {
  const { key, title, projectName, filledAt, closedAt } = row;
  return {
    ...{ key, title, projectName },
    id: evidenceId(key),
    externalId: externalNameOf(key),
    projectId: row.project === null ? null : globalId('Project', row.project),
    projectKey: row.project,
    filledByKey: row.filledBy,
    state:
      filledAt !== null ? OpeningState.FILLED : closedAt !== null ? OpeningState.CLOSED : OpeningState.OPEN,
    openedAt: new Date(row.openedAt),
    filledAt: dateOf(filledAt),
    closedAt: dateOf(closedAt),
    measuredAt: new Date(row.measuredAt),
    updatedAt: new Date(row.updatedAt),
    sought: row.sought.map(soughtOf),
  };
}

function soughtOf({ skillKey, skillName, skillSortName, ...stored }: StoredSought): SoughtAtOpening {
  return { ...stored, skill: namedSkill({ key: skillKey, name: skillName, sortName: skillSortName }) };
}

export const openingsNow = readingOf('hiring.openingsNow', {
  itemOf: (key: string) => ({ key }),
  match: 'MATCH (opening:Opening {key: item.key})',
  columns: openingColumns,
  valueOf: openingOf,
});

const BY_KEY = statement<OpeningRow>(
  'hiring.openingsByKey',
  `UNWIND $keys AS key
   MATCH (opening:Opening {key: key})
   RETURN ${openingColumns}`,
);

/** Those that are there, by key. */
export async function openingsByKey(
  queries: Queries,
  keys: Iterable<string>,
): Promise<ReadonlyMap<string, OpeningRow>> {
  const rows = await queries.query(BY_KEY, { keys: [...new Set(keys)] });
  return new Map(rows.map((row) => [row.key, row]));
}

const REQUIRED = statement<NeedRow>(
  'hiring.required',
  `UNWIND $projects AS project
   CALL (project) {
     MATCH (:Project {id: project})-[requirement:REQUIRES]->(skill:Skill)
     RETURN null AS task, requirement, skill
     UNION ALL
     MATCH (:Project {id: project})-[:HAS_TASK]->(task:Task)-[requirement:REQUIRES]->(skill:Skill)
     RETURN task, requirement, skill
   }
   RETURN project, ${requirementColumns}`,
);

/** What these projects and their tasks require, as a rehearsal has it too. */
export function requiredNow(queries: Queries, projects: readonly string[]): Promise<NeedRow[]> {
  return queries.query(REQUIRED, { projects });
}

/** An opening as it is to be. */
export interface OpeningToSave {
  readonly key: string;
  /** Internal id of the project; null where that was deleted since it was opened. */
  readonly project: string | null;
  readonly filledBy: string | null;
  readonly properties: {
    readonly openedAt: number;
    readonly filledAt: number | null;
    readonly closedAt: number | null;
    /** Of a new one besides: it stays. */
    readonly measuredAt?: number;
    readonly title?: string;
    readonly projectName?: string;
  };
  readonly sought: readonly StoredSought[];
}

const saveProperties = savingOf('hiring.saveOpenings', 'opening', {
  merge: 'MERGE (opening:Opening {key: item.key})',
  set: 'opening += item.properties',
  onChange: 'opening.updatedAt = $now',
});

const SEEK = statement(
  'hiring.seek',
  `UNWIND $openings AS item
   MATCH (opening:Opening {key: item.key}) WHERE NOT EXISTS { (opening)-[:SEEKS]->() }
   MATCH (project:Project {id: item.project})
   MERGE (opening)-[:OPENED_FOR]->(project)
   WITH opening, item
   UNWIND item.sought AS sought
   MATCH (skill:Skill {id: sought.skillKey})
   CREATE (opening)-[seeks:SEEKS]->(skill)
   SET seeks.requirement = sought.requirement, seeks.level = sought.level, seeks.band = sought.band,
       seeks.headcount = toInteger(sought.headcount), seeks.expectedShortfall = sought.expectedShortfall,
       seeks.coveredProbability = sought.coveredProbability`,
);

const FILL = statement(
  'hiring.fill',
  `UNWIND $openings AS item
   MATCH (opening:Opening {key: item.key})
   SET opening.updatedAt = $now
   WITH opening, item
   OPTIONAL MATCH (opening)-[former:FILLED_BY]->(:Person)
   DELETE former
   WITH DISTINCT opening, item
   MATCH (person:Person {id: item.filledBy})
   CREATE (opening)-[:FILLED_BY]->(person)`,
);

/** Saves openings in the order of their keys; `before`: those that were there. Gives what became of each. */
export async function saveOpeningNodes(
  tx: Queries,
  openings: readonly OpeningToSave[],
  before: ReadonlyMap<string, OpeningRow>,
  now: number,
): Promise<Fate[]> {
  const found = await saveProperties(
    tx,
    openings.map(({ key, properties }) => ({ key, properties })),
    { now },
  );
  const opened = openings.filter(({ key }) => !before.has(key));
  if (opened.length > 0) await tx.query(SEEK, { openings: opened });
  const isOtherwise = ({ key, filledBy }: OpeningToSave): boolean =>
    filledBy !== (before.get(key)?.filledBy ?? null);
  const filled = openings.filter(isOtherwise);
  if (filled.length > 0)
    await tx.query(FILL, { openings: filled.map(({ key, filledBy }) => ({ key, filledBy })), now });
  return openings.map((opening, place) => {
    const fate = found[place] ?? 'UNCHANGED';
    return fate === 'UNCHANGED' && isOtherwise(opening) ? 'CHANGED' : fate;
  });
}

const deleteOpenings = removalOf(
  'hiring.removeOpenings',
  `MATCH (opening:Opening {key: item.key})
   DETACH DELETE opening`,
);

export function removeOpenings(tx: Queries, openings: readonly { readonly key: string }[]): Promise<Fate[]> {
  return deleteOpenings(
    tx,
    openings.map(({ key }) => ({ key })),
  );
}
