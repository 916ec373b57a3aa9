import { BadInputError, ForbiddenError } from '../../shared/errors';
import { keyOfGlobalId } from '../../shared/ids';
import { sees } from '../access/viewer';
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
import { leftOut } from '../staffing/candidates.loader';
import type { Among } from '../staffing/candidates.read';
import type { FreeShare } from '../staffing/free-share.type';
import { peopleNamed } from '../staffing/people-named';
import { refuseUnseenSupposing, whatIf } from '../staffing/what-if.service';
import { freeShareOf, timeNeededFor, whoHasTime, type TimeNeeded } from '../staffing/who-is-free';
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
  const [held, visible] = await Promise.all([heldTo(context, project, given), context.visible()]);
  const requirements = given.requirements ?? null;
  if (requirements) refuseUnseenSupposing(visible, 'mustHave', [...held.mustHave]);
  const among: Among = {
    ...{ filterBy: given.filterBy ?? null, includeAssigned: true, freeFor: null },
    whatIf: await whatIf(context, { requirements, replacing: null, people: null }),
    onlySeen: requirements !== null,
  };
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const asOf = given.asOf?.getTime() ?? context.now;
  const dates = plans.projectNamed(project) ?? { from: null, to: null };
  const time = timeNeededFor(dates, asOf, given.freeFor ?? null);
  const wanted = { project, among, asOf, time };
  const { needs, people, withoutTime } = await candidatesOf(context, wanted, held);
  const problem = teamProblemOf(people, needs, held);
  const thread = context.background.keepOpen(TeamThread);
  const piece = { problem, seconds: given.seconds, from: [], mayRelax: true };
  const found = await thread.compute(piece, context.gone);
  for (const key of [...held.mustHave, ...held.mayNot]) context.looks.add('staffing', key);
  if (!found.team) return null;
  const period = time && { from: time.from, to: time.to ?? Infinity };
  const freeShare = (key: string): FreeShare | null =>
    period && sees(visible, key) ? freeShareOf({ states, plans }, key, period, project) : null;
  const proposed = new ProposedTeam(
    context,
    { people, needs, problem, held, visible, asOf, freeShare, withoutTime },
    found.team,
    { seconds: found.seconds, others: await leftOut(context, project, among) },
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
  const [mustHave, mayNot, costed] = await Promise.all([
    peopleNamed(context, 'mustHave', named.mustHave),
    peopleNamed(context, 'mayNot', named.mayNot),
    peopleNamed(
      context,
      'costs',
      named.costs.map(({ person }) => person),
    ),
  ]);
  const assigned = keepAssigned ? await activeAssigned(context, project) : [];
  return {
    ...{ objective, probability, redundancy, mentors, size, meetsFrom: context.rules.meetsFrom },
    mustHave: new Set([...mustHave, ...assigned]),
    mayNot: new Set(mayNot),
    costs: new Map(named.costs.map(({ cost }, place) => [costed[place] ?? '', cost])),
  };
}

async function activeAssigned(context: RequestContext, project: string): Promise<string[]> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  return [...assignedTo(project, { states, plans }, context.now)].filter((key) => {
    const place = states.placeOf(key);
    return place !== undefined && states.isActive(place, context.now);
  });
}

interface CandidatesWanted {
  /** Internal id. */
  readonly project: string;
  readonly among: Among;
  readonly asOf: number;
  readonly time: TimeNeeded | null;
}

interface CandidatesFound {
  readonly needs: readonly Need[];
  readonly people: readonly KnownPerson[];
  /** How many are not among them since they do not have the time. */
  readonly withoutTime: number;
}

/** Everybody active who is known in a needed skill and meets what is asked of them, and whoever must be in the team. */
async function candidatesOf(
  context: RequestContext,
  { project, among, asOf, time }: CandidatesWanted,
  { mustHave }: Held,
): Promise<CandidatesFound> {
  const [states, plans, eligible] = await Promise.all([
    context.states(),
    context.plans(),
    load(context, eligibleFor, project, among),
  ]);
  const hasTime = time && (await whoHasTime(context, { states, plans }, time, project));
  const required = eligible?.requirements ?? [];
  const needs = required.map((row) => withReference(row, states.referenceOf(row.skillKey)));
  const skills = skillsOf(needs);
  const walk = states.walk(skills, asOf);
  const people = new Map<string, KnownPerson>();
  let withoutTime = 0;
  await throughActive(context, states, walk, (place) => {
    const key = states.keyAt(place);
    const isCounted = eligible && keyIfCounted(states, eligible, place) !== undefined;
    if (!isCounted && !mustHave.has(key)) return;
    if (!mustHave.has(key) && hasTime?.(key, place) === false) {
      withoutTime++;
      return;
    }
    const abilities = walk.known().map((skill) => [skills[skill] ?? '', walk.ability(skill)] as const);
    people.set(key, { key, person: states.personAt(place), abilities: new Map(abilities) });
  });
  for (const key of mustHave) if (!people.has(key)) people.set(key, unknownPerson(states, key, context.now));
  return { needs, people: [...people.values()], withoutTime };
}

/** Somebody active who is known in none of the skills. */
function unknownPerson(states: States, key: string, now: number): KnownPerson {
  const place = states.placeOf(key);
  if (place === undefined || !states.isActive(place, now))
    throw new BadInputError('mustHave: names somebody who has left; only active people can be in a team.');
  return { key, person: states.personAt(place), abilities: new Map() };
}
