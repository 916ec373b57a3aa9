import { statement } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';

/** A module that teaches a skill from a level, null where from any, to another. */
export interface TeachingModule {
  readonly skill: string;
  readonly key: string;
  readonly name: string;
  readonly from: number | null;
  readonly to: number;
}

const TEACHING_MODULES = statement<TeachingModule>(
  'modules.teachingSkills',
  `UNWIND $skills AS key
   MATCH (:Skill {id: key})<-[teaching:TEACHES]-(module:Module)
   WHERE module.archivedAt IS NULL
   RETURN key AS skill, module.id AS key, module.name AS name, teaching.from AS from, teaching.to AS to
   ORDER BY module.expectedMinutes IS NULL, module.expectedMinutes, module.sortName, module.id`,
);

/** The modules in use that teach these skills, the shortest first. */
export function teachingModules(
  { database }: Pick<RequestContext, 'database'>,
  skills: readonly string[],
): Promise<TeachingModule[]> {
  return skills.length === 0 ? Promise.resolve([]) : database.query(TEACHING_MODULES, { skills });
}
