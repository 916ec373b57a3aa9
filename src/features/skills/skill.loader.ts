import { inGroupsOf, inOrderOf, type BatchRead } from '../access/loaders';
import { skillOf, skillsByKey } from './skill.store';
import type { Skill } from './skill.type';
import { broader, narrower } from './taxonomy.store';

/** Skills by internal id; null where there is none. */
export const skillByKey: BatchRead<string, Skill | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await skillsByKey(context.database, keys),
    ({ key }) => key,
    skillOf,
    () => null,
  );

/** The skills directly above, by name. */
export const broaderOfSkill: BatchRead<string, Skill[], null> = async (context, keys) =>
  inGroupsOf(keys, await broader(context.database, keys), ({ of }) => of, skillOf);

/** The skills directly below, by name. */
export const narrowerOfSkill: BatchRead<string, Skill[], null> = async (context, keys) =>
  inGroupsOf(keys, await narrower(context.database, keys), ({ of }) => of, skillOf);
