import { grouped } from '../../shared/grouped';
import { lastsAt } from '../../shared/period';
import { neededBy, peopleOfScope, projectsWithin } from '../gaps/gaps.read';
import type { RequestContext } from '../request/context';
import type { Plans } from '../request/plans';
import type { States } from '../request/states';

/** Whose gaps they are. */
export interface Scope {
  readonly kind: 'organisation' | 'project' | 'team';
  /** Internal id; empty of the organisation. */
  readonly key: string;
}

export const organisationScope: Scope = { kind: 'organisation', key: '' };

/** As snapshots name it. */
export function nameOfScope({ kind, key }: Scope): string {
  return `${kind} ${key}`.trim();
}

/** What a scope requires of a skill at one level, its requirements together. */
export interface Need {
  /** Internal id of the skill. */
  readonly skill: string;
  readonly level: number;
  /** In seats. */
  readonly demand: number;
}

/** Names a need within its scope. */
export function nameOfNeed({ skill, level }: Pick<Need, 'skill' | 'level'>): string {
  return `${skill} ${String(level)}`;
}

/** Everybody and what is planned for them, as of one moment. */
export interface InMemory {
  readonly states: States;
  readonly plans: Plans;
}

/** Open projects that require something, the teams that are responsible for them or have such a team within them, and the organisation. */
export function scopesInNeed(plans: Plans, now: number): Scope[] {
  const projects = plans.openProjects(now).filter((project) => plans.requiredBy(project).length > 0);
  const responsible = new Set(projects.flatMap((project) => plans.projectNamed(project)?.teams ?? []));
  const teams = new Set([...responsible].flatMap((team) => plans.teamsAbove(team)));
  return [
    organisationScope,
    ...projects.map((key): Scope => ({ kind: 'project', key })),
    ...[...teams].map((key): Scope => ({ kind: 'team', key })),
  ];
}

/** What a scope requires now, as its gap report has it. */
export async function needsOfScope(
  context: RequestContext,
  plans: Plans,
  { kind, key }: Scope,
): Promise<Need[]> {
  const projects =
    kind === 'project'
      ? [key]
      : kind === 'team'
        ? projectsWithin(plans, key)
        : plans.openProjects(context.now);
  const rows = await neededBy(context, plans, projects);
  const needs = grouped(rows, ({ skillKey, level }) => nameOfNeed({ skill: skillKey, level }));
  return [...needs.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const demand = same.reduce((sum, { headcount }) => sum + headcount, 0);
    return [{ skill: first.skillKey, level: first.level, demand }];
  });
}

/** Internal ids of the people of a scope, as its gap report has them. */
export function peopleNow({ states, plans }: InMemory, { kind, key }: Scope, now: number): string[] {
  return kind === 'organisation'
    ? states.activePeople(now)
    : peopleOfScope({ states, plans }, kind, key, now);
}

/** Internal ids of teams whose leads may see every one of the people of a scope; none of the organisation. */
export function teamsOfAll(
  { states, plans }: InMemory,
  { kind, key }: Scope,
  people: readonly string[],
  now: number,
): string[] {
  if (kind === 'organisation') return [];
  if (kind === 'team') return [key];
  if (people.length === 0) return [...(plans.projectNamed(key)?.teams ?? [])];
  const each = people.map((person) => {
    const memberships = plans.membershipsAt(states.placeOf(person) ?? -1);
    return new Set(memberships.filter((one) => lastsAt(one, now)).flatMap(({ of }) => plans.teamsAbove(of)));
  });
  return [...(each[0] ?? [])].filter((team) => each.every((teams) => teams.has(team)));
}
