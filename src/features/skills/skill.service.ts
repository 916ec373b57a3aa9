import { Batch, invalid, notFound } from '../../shared/items';
import { Hierarchy } from '../../shared/hierarchy';
import type { RequestContext } from '../request/context';
import { inGroupsOf } from '../request/loaders';
import type { SavedRelationships } from '../nouns/saved.type';
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
    return {
      done: batch.good.length,
      changed: changedEdges(edges, lists),
      errors: batch.errors,
      named: new Map(batch.good.map(({ index, value }) => [index, value])),
    };
  });
}

/** How many edges of these nodes are new or gone. */
function changedEdges(
  before: readonly { below: string; above: string }[],
  after: readonly { node: string; others: readonly string[] }[],
): number {
  const former = inGroupsOf(
    after.map(({ node }) => node),
    before,
    ({ below }) => below,
    ({ above }) => above,
  );
  return after.reduce((sum, { others }, place) => {
    const were = new Set(former[place]);
    const kept = others.filter((key) => were.has(key)).length;
    return sum + were.size + others.length - 2 * kept;
  }, 0);
}
