import { statement } from '../../graph/driver/statement';
import type { BatchRead } from '../request/loaders';

const REVISIONS_ASKING_SKILLS = statement<{ key: string; revisions: string[] }>(
  'outcomes.revisionsAskingSkills',
  `UNWIND $keys AS key
   MATCH (skill:Skill {id: key})
   RETURN key, COLLECT {
     MATCH (skill)<-[:ASSESSES]-(:QuestionVersion)<-[:ASKS]-(:Page)<-[:HAS_PAGE]-(revision:Revision)<-[:CURRENT]-(module:Module)
     WITH DISTINCT revision, module ORDER BY module.sortName, module.id LIMIT 50
     RETURN revision.id } AS revisions`,
);

/** Internal ids of the current revisions of modules that ask about each skill, by name, at most 50. */
export const revisionsAskingSkill: BatchRead<string, readonly string[], null> = async (
  { database },
  skills,
) => {
  const rows = await database.query(REVISIONS_ASKING_SKILLS, { keys: skills });
  const found = new Map(rows.map(({ key, revisions }) => [key, revisions]));
  return skills.map((skill) => found.get(skill) ?? []);
};
