import { inOrderOf, type BatchRead } from '../request/loaders';
import { formerSkills, skillOfRow, skillsByKey } from './skill.store';
import type { Skill } from './skill.type';

/** Skills by internal id, those merged into another by the id that they had too; null where there is none. */
export const skillByKey: BatchRead<string, Skill | null, null> = async (context, keys) => {
  const rows = await skillsByKey(context.database, keys);
  const found = new Set(rows.map(({ key }) => key));
  const missing = keys.filter((key) => !found.has(key));
  const merged = missing.length === 0 ? [] : await formerSkills(context.database, missing);
  return inOrderOf(
    keys,
    [...rows.map((row) => ({ ...row, former: row.key })), ...merged],
    ({ former }) => former,
    skillOfRow,
    () => null,
  );
};
