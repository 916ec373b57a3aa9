import { inGroupsOf, inOrderOf, type BatchRead } from '../access/loaders';
import { skillOf } from '../skills/skill.store';
import type { Skill } from '../skills/skill.type';
import {
  assessedSkills,
  questionVersionOf,
  versionsByKey,
  versionsOfQuestions,
} from './question-version.store';
import type { QuestionVersion } from './question-version.type';
import { questionOf, questionsByKey } from './question.store';
import type { Question } from './question.type';

/** Questions by internal id; null where there is none. */
export const questionByKey: BatchRead<string, Question | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await questionsByKey(context.database, keys),
    ({ key }) => key,
    questionOf,
    () => null,
  );

/** Versions by internal id; null where there is none. */
export const questionVersionByKey: BatchRead<string, QuestionVersion | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await versionsByKey(context.database, keys),
    ({ key }) => key,
    questionVersionOf,
    () => null,
  );

/** All versions by question, the first one first. */
export const versionsOfQuestion: BatchRead<string, QuestionVersion[], null> = async (context, keys) => {
  const rows = await versionsOfQuestions(context.database, keys);
  return inGroupsOf(keys, rows, ({ question }) => question, questionVersionOf);
};

/** What a version assesses, by name. */
export const skillsOfVersion: BatchRead<string, Skill[], null> = async (context, keys) =>
  inGroupsOf(keys, await assessedSkills(context.database, keys), ({ version }) => version, skillOf);
