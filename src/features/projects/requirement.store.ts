import { touched } from '../../graph/nouns/identity';
import { readingOf, removalOf, savingOf, sayingOf, type Fate } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import type { RequirementRow } from '../request/plans';
import { namedSkill } from '../skills/skill.store';
import type { Requirement } from './requirement.type';
import { namedTask } from './task.store';

export function requirementOf(row: RequirementRow): Requirement {
  return {
    id: row.requirement,
    skill: namedSkill({ key: row.skillKey, name: row.skillName, sortName: row.skillSortName }),
    level: row.level,
    band: row.band,
    importance: row.importance,
    headcount: row.headcount,
    task: row.task === null ? null : namedTask({ key: row.task, name: row.taskName ?? '' }),
  };
}

/** What is read of a requirement, with `task` bound, to null where none owns it. */
export const requirementColumns = `requirement.id AS requirement, requirement.level AS level, requirement.band AS band,
          requirement.importance AS importance, requirement.headcount AS headcount, task.id AS task,
          task.name AS taskName, skill.id AS skillKey, skill.name AS skillName, skill.sortName AS skillSortName`;

/** A requirement to be saved; null keeps what is stored, and is 1 where nothing is. */
export interface RequirementToSave {
  /** Internal id of the project, task or role template. */
  readonly owner: string;
  readonly skill: string;
  readonly level: number;
  /** The band that it is stated by; null where by a level, which then is all that is kept. */
  readonly band: string | null;
  readonly importance: number | null;
  readonly headcount: number | null;
}

/** Cypher: the owner of an item, as `template` too where it is one. */
const ownerOfItem = `CALL (item) {
     MATCH (owner:Project {id: item.owner}) RETURN owner, null AS template
     UNION ALL
     MATCH (owner:Task {id: item.owner}) RETURN owner, null AS template
     UNION ALL
     MATCH (owner:RoleTemplate {id: item.owner}) RETURN owner, owner AS template
   }`;

const writeRequirements = sayingOf(
  'requirements',
  ({ owner }: Pick<RequirementToSave, 'owner'>) => owner,
  savingOf('requirements.save', 'requirement', {
    merge: `${ownerOfItem}
     MATCH (skill:Skill {id: item.skill})
     MERGE (owner)-[requirement:REQUIRES {level: item.level}]->(skill)`,
    onCreate: 'requirement.id = item.newKey',
    set: `requirement.band = item.band,
       requirement.importance = coalesce(item.importance, requirement.importance, 1.0),
       requirement.headcount = coalesce(toInteger(item.headcount), requirement.headcount, 1)`,
    // What projects no longer require, their changes say; of a template its own date does.
    onChange: `requirement.updatedAt = $now, ${touched('template')}`,
  }),
);

export function saveRequirements(
  tx: Queries,
  items: readonly RequirementToSave[],
  now: number,
): Promise<Fate[]> {
  return writeRequirements(
    tx,
    items.map((item) => ({ ...item, newKey: newKey() })),
    { now },
  );
}

const deleteRequirements = sayingOf(
  'requirements',
  ({ owner }: Pick<RequirementToSave, 'owner'>) => owner,
  removalOf(
    'requirements.remove',
    `${ownerOfItem}
     MATCH (owner)-[requirement:REQUIRES {level: item.level}]->(:Skill {id: item.skill})
     DELETE requirement
     SET ${touched('template')}`,
  ),
);

/** Removes what owner, skill and level name. */
export function removeRequirements(
  tx: Queries,
  items: readonly Pick<RequirementToSave, 'owner' | 'skill' | 'level'>[],
  now: number,
): Promise<Fate[]> {
  return deleteRequirements(tx, items, { now });
}

/** What is stored of a requirement, by its owner's and skill's internal ids. */
export interface StoredRequirement {
  readonly owner: string;
  readonly skill: string;
  readonly level: number;
  readonly importance: number;
  readonly headcount: number;
}

const STORED = statement<StoredRequirement>(
  'requirements.stored',
  `UNWIND $items AS item
   ${ownerOfItem}
   MATCH (owner)-[requirement:REQUIRES {level: item.level}]->(:Skill {id: item.skill})
   RETURN item.owner AS owner, item.skill AS skill, item.level AS level,
          requirement.importance AS importance, requirement.headcount AS headcount`,
);

/** What is there of the requirements that owner, skill and level name. */
export function storedRequirements(
  tx: Queries,
  items: readonly Pick<StoredRequirement, 'owner' | 'skill' | 'level'>[],
): Promise<StoredRequirement[]> {
  return tx.query(STORED, { items: items.map(({ owner, skill, level }) => ({ owner, skill, level })) });
}

/** What names a requirement: internal ids, and the level. */
type NamedRequirement = Pick<StoredRequirement, 'owner' | 'skill' | 'level'>;

export const requirementsNow = readingOf('requirements.now', {
  itemOf: ({ owner, skill, level }: NamedRequirement) => ({ owner, skill, level }),
  match: `${ownerOfItem}
     MATCH (owner)-[requirement:REQUIRES {level: item.level}]->(skill:Skill {id: item.skill})
     WITH position, requirement, skill, CASE WHEN owner:Task THEN owner END AS task`,
  columns: requirementColumns,
  valueOf: requirementOf,
});

/** An owner and a skill, and the name of a band that a requirement between them may have been stated by. */
type StatedByBand = Pick<RequirementToSave, 'owner' | 'skill' | 'band'>;

const LEVELS_BY_BAND = statement<StatedByBand & { level: number }>(
  'requirements.levelsByBand',
  `UNWIND $items AS item
   ${ownerOfItem}
   MATCH (owner)-[requirement:REQUIRES {band: item.band}]->(:Skill {id: item.skill})
   RETURN item.owner AS owner, item.skill AS skill, item.band AS band, min(requirement.level) AS level`,
);

/** The levels of the requirements that were stated by these bands before. */
export class LevelsByBand {
  private constructor(private readonly levels: Map<string, number>) {}

  static async read(queries: Queries, items: readonly StatedByBand[]): Promise<LevelsByBand> {
    const named = items.filter(({ band }) => band !== null);
    if (named.length === 0) return new LevelsByBand(new Map());
    const rows = await queries.query(LEVELS_BY_BAND, {
      items: named.map(({ owner, skill, band }) => ({ owner, skill, band })),
    });
    return new LevelsByBand(new Map(rows.map((row) => [LevelsByBand.nameOf(row), row.level])));
  }

  of(item: StatedByBand): number | undefined {
    return this.levels.get(LevelsByBand.nameOf(item));
  }

  /** After a removal a band is what it is now. */
  forget(item: StatedByBand): void {
    this.levels.delete(LevelsByBand.nameOf(item));
  }

  private static nameOf({ owner, skill, band }: StatedByBand): string {
    return JSON.stringify([owner, skill, band]);
  }
}
