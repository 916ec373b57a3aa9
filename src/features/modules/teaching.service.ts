import { Batch, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { SavedRelationships } from '../nouns/saved.type';
import { savedRelationships, writeRelationships } from '../nouns/saving-relationships';
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
    const nameOf = ({ module, skill }: Pick<TeachingToSave, 'module' | 'skill'>): string =>
      JSON.stringify([module, skill]);
    const found = await writeRelationships(new Map(batch.good.map(({ value }) => [nameOf(value), value])), {
      isGone: ({ levels }) => levels === null,
      remove: (some) => removeTeachings(tx, some, now),
      save: (some) =>
        storeTeachings(
          tx,
          some.flatMap(({ levels, ...ends }) => (levels === null ? [] : [{ ...ends, ...levels }])),
          now,
        ),
    });
    const named = batch.good.map(
      ({ index, value: { module, skill } }) => [index, { module, skill }] as const,
    );
    return savedRelationships(batch, found, nameOf, new Map(named));
  });
}
