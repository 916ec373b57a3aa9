import type { Fate } from '../../graph/nouns/relation';
import { Batch, invalid, notFound } from '../../shared/items';
import { Hierarchy } from '../../shared/hierarchy';
import type { RequestContext } from '../request/context';
import type { SavedRelationships } from '../nouns/saved.type';
import { fateOf, savedRelationships } from '../nouns/saving-relationships';
import type { Saved } from '../nouns/saving';
import { saveHierarchical } from '../nouns/saving-hierarchy';
import {
  broaderSkillCheck,
  skillCheck,
  type BroaderSkillInput,
  type CheckedSkill,
  type SkillInput,
} from './skill.input';
import { broaderSkills, prerequisitesOfSkills, skillIdentity, type BroaderSkillToSave } from './skill.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

export async function saveSkills({ database, now }: Given, items: readonly SkillInput[]): Promise<Saved> {
  const checked = Batch.check(items, skillCheck);
  const door = {
    identity: skillIdentity,
    fields: [
      { name: 'broader', relation: broaderSkills, listOf: ({ broader }: CheckedSkill) => broader },
      {
        name: 'prerequisites',
        relation: prerequisitesOfSkills,
        listOf: ({ prerequisites }: CheckedSkill) => prerequisites,
      },
    ],
    propertiesOf,
  };
  return database.transaction(async (tx) => (await saveHierarchical(tx, door, checked, now)).saved);
}

function propertiesOf({
  name,
  labels,
  synonyms,
  ...given
}: CheckedSkill): Readonly<Record<string, unknown>> & { name?: string | undefined } {
  return {
    name,
    description: given.description,
    uri: given.uri,
    type: given.type,
    ...(labels !== undefined && {
      labels: labels?.map(({ text }) => text) ?? null,
      labelLanguages: labels?.map(({ language }) => language) ?? null,
    }),
    ...(synonyms !== undefined && {
      synonyms: synonyms?.map(({ text }) => text) ?? null,
      synonymLanguages: synonyms?.map(({ language }) => language) ?? null,
    }),
  };
}

/** Places skills below others one by one, each item as the ones before left the taxonomy. */
export async function saveBroaderSkills(
  { database, now }: Given,
  items: readonly BroaderSkillInput[],
): Promise<SavedRelationships<BroaderSkillToSave>> {
  const checked = Batch.check(items, broaderSkillCheck);
  return database.transaction(async (tx) => {
    const found = await skillIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => [value.skill, value.broader]),
    );
    await broaderSkills.lock(tx);
    const edges = await broaderSkills.edgesAbove(tx, [...new Set(found.values())]);
    const hierarchy = new Hierarchy(edges);
    const batch = checked.map(({ value }) => {
      const [skill, broader] = [found.get(value.skill), found.get(value.broader)];
      if (skill === undefined) return notFound('skill');
      if (broader === undefined) return notFound('broader');
      const others = hierarchy.above(skill).filter((key) => key !== broader);
      if (value.remove === true) hierarchy.replace(skill, others);
      else if (hierarchy.circleOf(skill, [broader]) !== undefined)
        return invalid('broader: is the skill itself or leads back to it, so a cycle would close');
      else hierarchy.replace(skill, [...others, broader]);
      return { skill, broader };
    });
    const lists = [...hierarchy.changes()].map(({ node, above }) => ({ node, others: above }));
    await broaderSkills.replace(tx, lists, now);
    const nameOf = ({ skill, broader }: BroaderSkillToSave): string => JSON.stringify([skill, broader]);
    const before = new Set(edges.map(({ below, above }) => nameOf({ skill: below, broader: above })));
    const became = batch.good.map(({ value }): [string, Fate] => {
      const is = hierarchy.above(value.skill).includes(value.broader);
      return [nameOf(value), fateOf(before.has(nameOf(value)), is)];
    });
    const named = batch.good.map(({ index, value }) => [index, value] as const);
    return savedRelationships(batch, new Map(became), nameOf, new Map(named));
  });
}
