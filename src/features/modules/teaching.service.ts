import { Batch, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { SavedRelationships } from '../nouns/saved.type';
import { skillIdentity } from '../skills/skill.store';
import { moduleIdentity } from './module.store';
import { teachingCheck, type TeachingInput } from './teaching.input';
import { removeTeachings, storeTeachings, type TeachingToSave } from './teaching.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

/** Of items for the same module and skill the last counts, whether it states what is taught or takes it away. */
export async function saveTeachings(
  { database, now }: Given,
  items: readonly TeachingInput[],
): Promise<SavedRelationships<Pick<TeachingToSave, 'module' | 'skill'>>> {
  const checked = Batch.check(items, teachingCheck);
  return database.transaction(async (tx) => {
    const modules = await moduleIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.module),
    );
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.skill),
    );
    const batch = checked.map(({ value: { module: ofModule, skill: ofSkill, levels } }) => {
      const [module, skill] = [modules.get(ofModule), skills.get(ofSkill)];
      if (module === undefined) return notFound('module');
      if (skill === undefined) return notFound('skill');
      return { module, skill, levels };
    });
    const last = new Map(batch.good.map(({ value }) => [JSON.stringify([value.module, value.skill]), value]));
    const wanted = [...last.values()];
    const removed = await removeTeachings(
      tx,
      wanted.filter(({ levels }) => levels === null),
      now,
    );
    const saved = await storeTeachings(
      tx,
      wanted.flatMap(({ levels, ...ends }) => (levels === null ? [] : [{ ...ends, ...levels }])),
      now,
    );
    return {
      done: batch.good.length,
      changed: removed + saved,
      errors: batch.errors,
      named: new Map(batch.good.map(({ index, value: { module, skill } }) => [index, { module, skill }])),
    };
  });
}
