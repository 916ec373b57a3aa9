import { BadInputError, ForbiddenError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import { personIdentity } from '../people/people.store';
import { projectIdentity, staffedBy } from '../projects/project.store';
import type { RequestContext } from '../request/context';
import { load } from '../request/loaders';
import type { States } from '../request/states';
import {
  assignedTo,
  eligibleFor,
  keyIfCounted,
  skillsOf,
  throughActive,
  withReference,
  type Need,
} from '../staffing/eligible';
import { asIs } from '../staffing/what-if.service';
import {
  refuseOutOfRange,
  TeamObjective,
  type FormTeamArguments,
  type TeamConstraints,
} from './formed-team.input';
import { ProposedTeam } from './proposed-team';
import { TeamThread } from './team-piece';
import { teamProblemOf, type Held, type KnownPerson } from './team-problem-of';

const usual: TeamConstraints = {
  ...{ objective: TeamObjective.BEST, probability: 0.9, redundancy: 0, mentors: false, keepAssigned: false },
  ...{ mustHave: [], mayNot: [], costs: [] },
};

/**
 * Forms a team and stores nothing of it. Whoever is proposed is looked at, and so is whom the constraints name: the
 * answer tells of them. Null where none was found in time.
 */
export async function teamFor(
  context: RequestContext,
  given: FormTeamArguments,
): Promise<ProposedTeam | null> {
  refuseOutOfRange(given);
  const project = await keyOfProject(context, given.project);
  const isStaffed = await staffedBy(context.database, context.viewer);
  if (!isStaffed(project))
    throw new ForbiddenError(
      'Only the leads of the responsible team, hr and admin may have a team formed for this project.',
    );
  const held = await heldTo(context, project, given);
  const { needs, people } = await candidatesOf(context, project, given, held);
  const problem = teamProblemOf(people, needs, held);
  const thread = context.background.keepOpen(TeamThread);
  const piece = { problem, seconds: given.seconds, from: [], mayRelax: true };
  const found = await thread.compute(piece, context.gone);
  for (const key of [...held.mustHave, ...held.mayNot]) context.looks.add('staffing', key);
  if (!found.team) return null;
  const visible = await context.visible();
  const proposed = new ProposedTeam(
    context,
    { people, needs, problem, held, visible },
    found.team,
    found.seconds,
  );
  for (const { key } of proposed.known) context.looks.add('staffing', key);
  return proposed;
}

async function keyOfProject({ database }: RequestContext, id: string): Promise<string> {
  const key = keyOfGlobalId('Project', id);
  const found = key === undefined ? undefined : (await projectIdentity.resolve(database, [key])).get(key);
  if (found === undefined)
    throw new BadInputError('project: there is no such project; `search` finds it by name.');
  return found;
}

/** What the team is held to, with people by internal id. */
async function heldTo(
  context: RequestContext,
  project: string,
  { constraints, size }: FormTeamArguments,
): Promise<Held> {
  const { objective, probability, redundancy, mentors, keepAssigned, ...named } = constraints ?? usual;
  const keys = await keysOfPeople(context, {
    mustHave: named.mustHave,
    mayNot: named.mayNot,
    costs: named.costs.map(({ person }) => person),
  });
  const assigned = keepAssigned ? await activeAssigned(context, project) : [];
  return {
    ...{ objective, probability, redundancy, mentors, size, meetsFrom: context.rules.meetsFrom },
    mustHave: new Set([...keys.mustHave, ...assigned]),
    mayNot: new Set(keys.mayNot),
    costs: new Map(named.costs.map(({ cost }, place) => [keys.costs[place] ?? '', cost])),
  };
}

/** Internal ids behind global ones, by the argument that names them. Throws BadInputError where one names nobody. */
async function keysOfPeople<Name extends string>(
  { database }: RequestContext,
  named: Readonly<Record<Name, readonly string[]>>,
): Promise<Record<Name, string[]>> {
  const entries = Object.entries<readonly string[]>(named);
  const keys = new Map(
    entries.flatMap(([, ids]) => ids.map((id) => [id, keyOfGlobalId('Person', id)] as const)),
  );
  const wanted = [...keys.values()].flatMap((key) => key ?? []);
  const found =
    wanted.length > 0 ? await personIdentity.resolve(database, wanted) : new Map<string, string>();
  const keyOf = (argument: string, id: string): string => {
    const key = found.get(keys.get(id) ?? '');
    if (key !== undefined) return key;
    throw new BadInputError(`${argument}: there is no person ${id}; \`search\` finds people by name.`);
  };
  const resolved = entries.map(([argument, ids]) => [argument, ids.map((id) => keyOf(argument, id))]);
  return Object.fromEntries(resolved) as Record<Name, string[]>;
}

async function activeAssigned(context: RequestContext, project: string): Promise<string[]> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  return [...assignedTo(project, { states, plans }, context.now)].filter((key) => {
    const place = states.placeOf(key);
    return place !== undefined && states.isActive(place, context.now);
  });
}

/** Everybody active who is known in a needed skill and meets what is asked of them, and whoever must be in the team. */
async function candidatesOf(
  context: RequestContext,
  project: string,
  { filterBy, asOf }: FormTeamArguments,
  { mustHave }: Held,
): Promise<{ needs: readonly Need[]; people: readonly KnownPerson[] }> {
  const open = { includeAssigned: true, freeFor: null, whatIf: asIs, onlySeen: false };
  const among = { ...open, filterBy: filterBy ?? null };
  const [states, eligible] = await Promise.all([
    context.states(),
    load(context, eligibleFor, project, among),
  ]);
  const required = eligible?.requirements ?? [];
  const needs = required.map((row) => withReference(row, states.referenceOf(row.skillKey)));
  const skills = skillsOf(needs);
  const walk = states.walk(skills, asOf?.getTime() ?? context.now);
  const people = new Map<string, KnownPerson>();
  await throughActive(context, states, walk, (place) => {
    const key = states.keyAt(place);
    const isCounted = eligible && keyIfCounted(states, eligible, place) !== undefined;
    if (!isCounted && !mustHave.has(key)) return;
    const abilities = walk.known().map((skill) => [skills[skill] ?? '', walk.ability(skill)] as const);
    people.set(key, { key, person: states.personAt(place), abilities: new Map(abilities) });
  });
  for (const key of mustHave) if (!people.has(key)) people.set(key, unknownPerson(states, key, context.now));
  return { needs, people: [...people.values()] };
}

/** Somebody active who is known in none of the skills. */
function unknownPerson(states: States, key: string, now: number): KnownPerson {
  const place = states.placeOf(key);
  if (place === undefined || !states.isActive(place, now))
    throw new BadInputError('mustHave: names somebody who has left; only active people can be in a team.');
  return { key, person: states.personAt(place), abilities: new Map() };
}
