import { readingOf } from '../../graph/nouns/relation';
import { idFilter, keptFilter, savedFilter } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import { namedSkill } from '../skills/skill.store';
import { namedModule } from './module.store';
import type { TeachingToSave } from './teaching.store';
import type { Teaching } from './teaching.type';

interface TeachingRow {
  moduleKey: string;
  moduleName: string;
  skillKey: string;
  skillName: string;
  skillSortName: string;
  from: number | null;
  to: number;
}

function teachingOf(row: TeachingRow): Teaching {
  return {
    module: namedModule({ key: row.moduleKey, name: row.moduleName }),
    skill: namedSkill({ key: row.skillKey, name: row.skillName, sortName: row.skillSortName }),
    from: row.from,
    to: row.to,
  };
}

const teachingColumns = `module.id AS moduleKey, module.name AS moduleName, skill.id AS skillKey, skill.name AS skillName,
          skill.sortName AS skillSortName, teaching.from AS from, teaching.to AS to`;

export const teachingsNow = readingOf('modules.teachingsNow', {
  itemOf: ({ module, skill }: Pick<TeachingToSave, 'module' | 'skill'>) => ({ module, skill }),
  match: 'MATCH (module:Module {id: item.module})-[teaching:TEACHES]->(skill:Skill {id: item.skill})',
  columns: teachingColumns,
  valueOf: teachingOf,
});

/** What is taught, under one side, ordered by the name of the other; what is archived there is left out. */
function teachings(name: string, match: string, other: 'module' | 'skill'): NodeList<TeachingRow, Teaching> {
  const unique = [
    [`${other}.sortName`, 'string'],
    [`${other}.id`, 'string'],
  ] as const;
  return new NodeList<TeachingRow, Teaching>(
    {
      name,
      nested: true,
      match,
      where: [`${other}.archivedAt IS NULL`],
      filters: {
        module: idFilter('Module', 'module.id = $filter.module'),
        skill: keptFilter('Skill', 'skill', 'skill'),
        updatedSince: savedFilter('teaching'),
        minimumLevel: { where: 'teaching.to >= $filter.minimumLevel' },
        openTo: { where: 'coalesce(teaching.from, 0.0) <= $filter.openTo' },
      },
      orders: { NAME: unique, LEVEL: [['teaching.to', 'number'], ...unique] },
      columns: teachingColumns,
    },
    () => ({ nodeOf: teachingOf }),
  );
}

export const skillsTaughtByModule = teachings(
  'modules.teaches',
  'MATCH (module:Module {id: parent})-[teaching:TEACHES]->(skill:Skill)',
  'skill',
);

export const modulesTeachingSkill = teachings(
  'skills.taughtBy',
  'MATCH (skill:Skill {id: parent})<-[teaching:TEACHES]-(module:Module)',
  'module',
);
