import { inOrderOf, type BatchRead } from '../access/loaders';
import { skillOf, skillsByKey } from './skill.store';
import type { Skill } from './skill.type';

/** Skills by internal id; null where there is none. */
export const skillByKey: BatchRead<string, Skill | null, null> = async (context, keys) =>
  inOrderOf(
    keys,
    await skillsByKey(context.database, keys),
    ({ key }) => key,
    skillOf,
    () => null,
  );
