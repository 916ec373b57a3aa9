import type { RequestContext } from '../request/context';
import { asError, type BatchRead } from '../request/loaders';
import { responsibleProjects } from '../projects/project.store';
import { neededBy } from '../projects/requirement.store';
import { abilitiesOf, holdersAmong, holdersOfSkills, type SkillHolders } from './holders.read';
import { fewPeople, tooFew, withheldAsFew } from '../disclosure/disclosure';
import { gapReport } from './gap-report';
import type { Group } from './gap-of-group';
import type { Withheld } from '../disclosure/withheld.type';
import type { GapReport } from './gap.type';
import { countActive, openProjects, peopleOfScopes } from './gaps.read';

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
  const projects = new Map<string, string[]>(keys.map((key) => [key, []]));
  for (const { team, project } of await responsibleProjects(context.database, keys))
    projects.get(team)?.push(project);
  return reports(context, 'team', keys, projects, asOf);
};

async function reports(
  context: RequestContext,
  kind: 'project' | 'team',
  scopes: readonly string[],
  projects: ReadonlyMap<string, readonly string[]>,
  asOf: number,
): Promise<(GapReport | Withheld | Error)[]> {
  const rows = await neededBy(context.database, [...new Set([...projects.values()].flat())]);
  const people = await peopleOfScopes(context.database, kind, scopes, context.now);
  const skills = [...new Set(rows.map(({ skillKey }) => skillKey))];
  const holders = await holdersAmong(context.database, skills, [...new Set([...people.values()].flat())]);
  const visible = await context.visible();
  return Promise.all(
    scopes.map(async (scope) => {
      const members = people.get(scope) ?? [];
      if (tooFew(members, visible)) {
        return withheldAsFew(`the group has ${fewPeople}`);
      }
      const wanted = new Set(projects.get(scope));
      const need = rows.filter(({ project }) => wanted.has(project));
      const among = new Set(members);
      const counts = (person: string): boolean => among.has(person);
      try {
        const group = groupOf(members.length, holders, asOf, context.now, counts);
        return await gapReport(context, need, group, asOf);
      } catch (error) {
        return asError(error);
      }
    }),
  );
}

/** A group of so many people with what is known of those who count. */
function groupOf(
  size: number,
  holders: readonly SkillHolders[],
  asOf: number,
  now: number,
  counts?: (person: string) => boolean,
): Group {
  const skills = holders.map((row) => {
    const abilities = abilitiesOf(row, asOf, now, counts);
    return [row.skill, { reference: row.reference, abilities }] as const;
  });
  return { size, skills: new Map(skills) };
}

/** What everybody active lacks for all projects that are open on the date. */
export async function gapsOfOrganisation(context: RequestContext, asOf: number): Promise<GapReport> {
  const [rows, size] = await Promise.all([
    openProjects(context.database, asOf).then((projects) => neededBy(context.database, projects)),
    countActive(context.database, context.now),
  ]);
  const wanted = [...new Set(rows.map(({ skillKey }) => skillKey))];
  const holders = await holdersOfSkills(context.database, wanted, context.now);
  return gapReport(context, rows, groupOf(size, holders, asOf, context.now), asOf);
}
