import type { RequestContext } from '../request/context';
import { asError, type BatchRead } from '../request/loaders';
import { countableSkills, type CountableSkill } from '../counting/abilities';
import { disclosed } from '../disclosure/disclosure';
import type { Covering } from './covering';
import { covering, gapReport, supplyFor } from './gap-report';
import type { Group } from './gap-of-group';
import type { Withheld } from '../disclosure/withheld.type';
import type { GapReport } from './gap.type';
import { lackedNeeds, type LackedNeed } from './lacked-need';
import { mapInSlices } from '../../shared/slices';
import { neededBy, peopleOfScope } from './gaps.read';

/** Gap reports by project or by team. */
export const gapsOfProject: BatchRead<string, GapReport | Withheld, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const needs = new Map(keys.map((key) => [key, [key]]));
  return reports(context, 'project', keys, needs, asOf);
};

export const gapsOfTeam: BatchRead<string, GapReport | Withheld, { asOf: number }> = async (
  context,
  keys,
  { asOf },
) => {
  const plans = await context.plans();
  const projects = new Map(keys.map((key) => [key, plans.projectsOfTeam(key)]));
  return reports(context, 'team', keys, projects, asOf, await lackedNeeds(context, keys));
};

async function reports(
  context: RequestContext,
  kind: 'project' | 'team',
  scopes: readonly string[],
  projects: ReadonlyMap<string, readonly string[]>,
  asOf: number,
  lackedBy: ReadonlyMap<string, readonly LackedNeed[]> = new Map(),
): Promise<(GapReport | Withheld | Error)[]> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const rows = await neededBy(context, plans, new Set([...projects.values()].flat()));
  const people = new Map(
    scopes.map((scope) => [scope, peopleOfScope({ states, plans }, kind, scope, context.now)]),
  );
  const wantedSkills = [...rows, ...[...lackedBy.values()].flat()];
  const skills = [...new Set(wantedSkills.map(({ skillKey }) => skillKey))];
  const countable = await countableSkills(context, skills, [...new Set([...people.values()].flat())]);
  const visible = await context.visible();
  return Promise.all(
    scopes.map(async (scope) => {
      const members = people.get(scope) ?? [];
      const wanted = new Set(projects.get(scope));
      const need = rows.filter(({ project }) => wanted.has(project));
      const among = new Set(members);
      const counts = (person: string): boolean => among.has(person);
      try {
        return await disclosed(visible, [{ people: members, whom: 'the people of the group' }], async () => {
          const group = await groupOf(context, members.length, countable, asOf, counts);
          const supply = await supplyFor(context, need, group);
          return gapReport(context, need, group, supply, asOf, lackedBy.get(scope));
        });
      } catch (error) {
        return asError(error);
      }
    }),
  );
}

/** A group of so many people with what is known of those who count, which is covered with as soon as it is known. */
export async function groupOf(
  { gone }: RequestContext,
  size: number,
  countable: readonly CountableSkill[],
  asOf: number,
  counts?: (person: string) => boolean,
  cover?: Covering,
): Promise<Group> {
  const ofSkill = (one: CountableSkill) => {
    const abilities = one.abilitiesOn(asOf, counts);
    cover?.add(one.skill, abilities);
    return [one.skill, { reference: one.reference, abilities }] as const;
  };
  const skills = await mapInSlices(countable, ofSkill, gone);
  return { size, skills: new Map(skills) };
}

/** What everybody active lacks for all projects that are open on the date. */
export async function gapsOfOrganisation(context: RequestContext, asOf: number): Promise<GapReport> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const rows = await neededBy(context, plans, plans.openProjects(asOf));
  const wanted = [...new Set(rows.map(({ skillKey }) => skillKey))];
  const countable = await countableSkills(context, wanted);
  const size = states.activePeople(context.now).length;
  return covering(
    context,
    rows,
    (skill) => states.referenceOf(skill),
    async (cover) => {
      const group = await groupOf(context, size, countable, asOf, undefined, cover);
      return gapReport(context, rows, group, await cover.supply(), asOf);
    },
  );
}
