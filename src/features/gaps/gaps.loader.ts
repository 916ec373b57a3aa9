import { levelOf, probabilityAtLeast, requiredAbility } from '../../estimators/level';
import { rasch } from '../../estimators/rasch';
import { simulateSupply, type Supply } from '../../estimators/supply';
import type { Gaussian } from '../../estimators/types';
import type { RequestContext } from '../access/context';
import { load, type BatchRead } from '../access/loaders';
import { sees, type Visible } from '../access/viewer';
import { percent, refuseEarlier } from '../mastery/mastery.read';
import { personByKey } from '../people/people.loader';
import { projectByKey } from '../projects/project.loader';
import { responsibleProjects } from '../projects/project.store';
import { neededBy, requirementOf, type NeedRow } from '../projects/requirement.store';
import { smallestGroup, tooFew, withheld } from './disclosure';
import { Gap, GapReport, GapSupply, Withheld, type NearPerson } from './gap.type';
import { peopleOfScopes, statesOfPeople } from './gaps.read';

const draws = 2_000;
const nearestShown = 3;

/** Abilities on the date, by skill and person. */
interface Group {
  readonly people: readonly string[];
  readonly skills: ReadonlyMap<
    string,
    { readonly reference: number; readonly abilities: ReadonlyMap<string, Gaussian> }
  >;
}

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
        return await report(context, need, groupOf(members, states, asOf, context.now), visible, asOf);
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
  return { people, skills: new Map(skills) };
}

async function report(
  context: RequestContext,
  need: readonly NeedRow[],
  group: Group,
  visible: Visible,
  asOf: number,
): Promise<GapReport> {
  const supply = simulate(need, group);
  const gaps = await Promise.all(need.map((row) => gapOf(context, row, group, supply, visible)));
  const hidden = gaps.some((gap) => gap.supply instanceof Withheld);
  return Object.assign(new GapReport(), {
    asOf: new Date(asOf),
    people: group.people.length,
    gaps,
    allCoveredProbability: hidden ? null : supply.allCoveredProbability,
    summary:
      need.length === 0
        ? 'Nothing is required yet, so nothing is lacking.'
        : hidden
          ? `${counted(group.people.length, 'person is', 'people are')} held against ${counted(need.length, 'requirement', 'requirements')}; some figures are withheld.`
          : `${counted(need.length, 'requirement is', 'requirements are')} covered, all together, by ${counted(group.people.length, 'person', 'people')} with probability ${percent(supply.allCoveredProbability)}.`,
  });
}

export function counted(count: number, one: string, many: string): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}

function simulate(need: readonly NeedRow[], { skills }: Group): Supply {
  const seats = need.map((row) => ({
    id: row.requirement,
    skill: row.skillKey,
    threshold: requiredAbility(row.level, skills.get(row.skillKey)?.reference ?? 0),
    headcount: row.headcount,
  }));
  const people = new Map<string, Map<string, Gaussian>>();
  for (const [skill, { abilities }] of skills) {
    for (const [person, ability] of abilities)
      people.set(person, (people.get(person) ?? new Map<string, Gaussian>()).set(skill, ability));
  }
  return simulateSupply(seats, people, draws);
}

async function gapOf(
  context: RequestContext,
  row: NeedRow,
  group: Group,
  supply: Supply,
  visible: Visible,
): Promise<Gap> {
  const known = [...(group.skills.get(row.skillKey)?.abilities.keys() ?? [])];
  const figures = supply.bySeats.get(row.requirement);
  const project = await load(context, projectByKey, row.project, null);
  if (!figures || !project) throw new Error(`Requirement ${row.requirement} vanished while gaps were read.`);
  const shown = tooFew(known, visible)
    ? withheld(
        `Fewer than ${String(smallestGroup)} people are known in the skill, and not all of them are yours to see.`,
      )
    : Object.assign(new GapSupply(), {
        ...figures,
        known: known.length,
        unknown: group.people.length - known.length,
      });
  const required = `${String(row.headcount)} of ${row.skillName} at ${percent(row.level)}`;
  return {
    requirement: requirementOf(row),
    project,
    demand: row.headcount,
    supply: shown,
    nearest: await nearest(context, row, group, visible),
    summary:
      shown instanceof Withheld
        ? `${required}: withheld. ${shown.reason}`
        : `${required}: covered with probability ${percent(shown.coveredProbability)}, ${shown.expectedSupply.toFixed(1)} people expected at that level, ${String(shown.unknown)} unknown.`,
  };
}

async function nearest(
  context: RequestContext,
  row: NeedRow,
  group: Group,
  visible: Visible,
): Promise<NearPerson[]> {
  const skill = group.skills.get(row.skillKey);
  if (!skill) return [];
  const below = [...skill.abilities]
    .filter(([person]) => sees(visible, person))
    .map(([person, ability]) => ({
      person,
      ability,
      probability: probabilityAtLeast(ability, row.level, skill.reference),
    }))
    .filter(({ probability }) => probability < context.rules.meetsFrom)
    .sort((left, right) => right.probability - left.probability || (left.person < right.person ? -1 : 1))
    .slice(0, nearestShown);
  const people = await Promise.all(below.map(({ person }) => load(context, personByKey, person, null)));
  return below.flatMap(({ ability, probability }, index) => {
    const person = people[index];
    return person ? [{ person, probability, level: levelOf(ability, skill.reference).level }] : [];
  });
}
