import { readingOf } from '../../graph/nouns/relation';
import {
  questionVersionOf,
  versionColumns,
  type QuestionVersionRow,
} from '../questions/question-version.store';
import { namedSkill } from '../skills/skill.store';
import type { StatedDifficulty } from './difficulty.type';

/** What a difficulty is stated of: internal id of a question version, or of a skill. */
export interface DifficultyOf {
  readonly version: string | null;
  readonly skill: string | null;
}

/** The columns of the version or those of the skill are null. */
type DifficultyRow =
  | (QuestionVersionRow & { skillKey: null; difficulty: number })
  | { skillKey: string; skillName: string; skillSortName: string; difficulty: number };

/** While a switch is being committed two calibrations are marked as current: the later counts. */
export const difficultiesNow = readingOf('calibration.difficultiesNow', {
  itemOf: (named: DifficultyOf) => named,
  match: `MATCH (calibration:Calibration {current: true})
     WITH position, item, calibration ORDER BY calibration.number
     CALL (item, calibration) {
       MATCH (calibration)-[stated:SETS]->(version:QuestionVersion {id: item.version})<-[:HAS_VERSION]-(question:Question)
       RETURN stated, version, question, null AS skill
       UNION ALL
       MATCH (calibration)-[stated:SETS]->(skill:Skill {id: item.skill})
       RETURN stated, null AS version, null AS question, skill
     }`,
  columns: `${versionColumns}, stated.difficulty AS difficulty, skill.id AS skillKey, skill.name AS skillName,
          skill.sortName AS skillSortName`,
  valueOf: (row: DifficultyRow): StatedDifficulty =>
    row.skillKey === null
      ? { version: questionVersionOf(row), skill: null, difficulty: row.difficulty }
      : {
          version: null,
          skill: namedSkill({ key: row.skillKey, name: row.skillName, sortName: row.skillSortName }),
          difficulty: row.difficulty,
        },
});
