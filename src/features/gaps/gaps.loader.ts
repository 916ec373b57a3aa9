import { rasch } from '../../estimators/rasch';
import type { Gaussian } from '../../estimators/types';
import type { RequestContext } from '../access/context';
import type { BatchRead } from '../access/loaders';
import { refuseEarlier } from '../mastery/mastery.read';
import { responsibleProjects } from '../projects/project.store';
import { neededBy } from '../projects/requirement.store';
import { holdersOfSkills } from './holders.read';
import { smallestGroup, tooFew, withheld } from './disclosure';
import { gapReport, type Group } from './gap-report';
import type { GapReport, Withheld } from './gap.type';
import { countActive, openProjects, peopleOfScopes, statesOfPeople } from './gaps.read';

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
  const states = await statesOfPeople(context.database, skills, [...new Set([...people.values()].flat())]);
  const visible = await context.visible();
  return Promise.all(
    scopes.map(async (scope) => {
      const members = people.get(scope) ?? [];
      if (tooFew(members, visible)) {
        return withheld(
          `The group has fewer than ${String(smallestGroup)} people, and not all of them are yours to see.`,
        );
      }
      const wanted = new Set(projects.get(scope));
      const need = rows.filter(({ project }) => wanted.has(project));
      try {
        return await gapReport(context, need, groupOf(members, states, asOf, context.now), asOf);
      } catch (error) {
        return error instanceof Error ? error : new Error(String(error));
      }
    }),
  );
}

function groupOf(
  people: readonly string[],
  states: Awaited<ReturnType<typeof statesOfPeople>>,
  asOf: number,
  now: number,
): Group {
  const members = new Set(people);
  const skills = states.map((row) => {
    const abilities = new Map<string, Gaussian>();
    for (const [person, mean, variance, lastEvidenceAt] of row.states) {
      if (!members.has(person)) continue;
      refuseEarlier(asOf, lastEvidenceAt, now);
      abilities.set(person, rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row));
    }
    return [row.skill, { reference: row.reference, abilities }] as const;
  });
  return { size: people.length, skills: new Map(skills) };
}

/** What everybody active lacks for all projects that are open on the date. */
export async function gapsOfOrganisation(context: RequestContext, asOf: number): Promise<GapReport> {
  const [rows, size] = await Promise.all([
    openProjects(context.database, asOf).then((projects) => neededBy(context.database, projects)),
    countActive(context.database, context.now),
  ]);
  const wanted = [...new Set(rows.map(({ skillKey }) => skillKey))];
  const holders = await holdersOfSkills(context.database, wanted, context.now);
  const skills = holders.map((row) => {
    const abilities = new Map<string, Gaussian>();
    row.people.forEach((person, place) => {
      const [mean = 0, variance = 0, lastEvidenceAt = 0] = [
        row.means[place],
        row.variances[place],
        row.lastEvidenceAts[place],
      ];
      refuseEarlier(asOf, lastEvidenceAt, context.now);
      abilities.set(person, rasch.fade({ mean, variance, lastEvidenceAt }, asOf, row));
    });
    return [row.skill, { reference: row.reference, abilities }] as const;
  });
  return gapReport(context, rows, { size, skills: new Map(skills) }, asOf);
}
