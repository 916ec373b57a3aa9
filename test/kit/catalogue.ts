import type { Client } from './client';
import { SAVE_PEOPLE, SAVE_SKILLS } from './operations';

/** Saves a person whose name is their external id; gives the global id. */
export async function personOf(admin: Client, source: string, id: string): Promise<string> {
  const { savePeople } = await admin.get(SAVE_PEOPLE, { items: [{ source, id, name: id }] });
  return savePeople.people[0]!.id;
}

/** Saves skills whose names are their external ids; gives the global ids in this order. */
export async function skillsOf(admin: Client, source: string, ...ids: string[]): Promise<string[]> {
  const { saveSkills } = await admin.get(SAVE_SKILLS, {
    items: ids.map((id) => ({ source, id, name: id })),
  });
  return saveSkills.skills.map((skill) => skill!.id);
}

/** What of a payload's errors programs rely on, and whether the message names the field. */
export function told(errors: readonly { index: number; code: string; message: string }[]): string[] {
  return errors.map(({ index, code, message }) => `${String(index)} ${code} ${message.split(/[:\s]/)[0]!}`);
}
