import { fitOf, type Fit } from '../../estimators/fit';
import { probabilityAbove, requiredAbility } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { Best } from '../../shared/best';
import { hasEndedBy } from '../../shared/period';
import { takeTurns } from '../../shared/slices';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import type { RequirementRow } from '../request/plans';
import type { Named, States, Sums, Walk } from '../request/states';
import { peopleMeetingFilters, type Among } from './candidates.read';
import { byFit, isBehind } from './ranking';
import { whoHasTime, type Held } from './who-is-free';

/** How many people are gone through before others may have a turn. */
const between = 256;

/** What a project needs, its tasks included, with the difficulty of the skill's reference question, logits. */
export interface Need extends RequirementRow {
  readonly reference: number;
}

/** A person's place in the order of fit, with ability on the date by skill. */
export interface Ranked extends Fit {
  /** Internal id. */
  readonly key: string;
  readonly person: Named;
  readonly abilities: ReadonlyMap<string, Gaussian>;
}

/** Who counts, of those who are active. */
export interface Counting {
  /** Who meets what a client asks of them; undefined where nothing is asked. */
  readonly meeting: ReadonlySet<string> | undefined;
  readonly counts: (key: string, place: number) => boolean;
}

/** Who is eligible for a project: active, known in a needed skill, and where that is asked not assigned to it yet. */
interface Eligible extends Counting {
  readonly requirements: readonly RequirementRow[];
  /** Who they are, whether or not they are active and known; null where nobody is chosen. */
  readonly chosen: readonly string[] | null;
}

/** Null where there is no such project. */
export const eligibleFor: BatchRead<string, Eligible | null, Among> = async (context, projects, among) => {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const held = { states, plans };
  const { filterBy, includeAssigned, freeFor, whatIf, onlySeen } = among;
  const rows = projects.map((project) => ({
    isThere: plans.projectNamed(project) !== undefined,
    requirements: whatIf.requirements ?? plans.requiredBy(project),
    assigned: includeAssigned ? nobody : assignedTo(project, held, context.now),
  }));
  const skills = rows.map(({ requirements }) => skillsOf(requirements));
  const meetingAt = await peopleMeetingFilters(context, skills, filterBy);
  const visible = onlySeen ? await context.visible() : undefined;
  const seen = visible && !visible.everyone ? new Set(visible.personKeys) : undefined;
  const ofProject = async (project: string, at: number): Promise<Eligible | null> => {
    const { isThere = false, requirements = [], assigned = nobody } = rows[at] ?? {};
    if (!isThere) return null;
    const hasTime = freeFor && (await whoHasTime(context, held, freeFor, project));
    const counts = (key: string, place: number): boolean =>
      (key === whatIf.replacing || !assigned.has(key)) &&
      (seen?.has(key) ?? true) &&
      (hasTime?.(key, place) ?? true);
    return { requirements, chosen: whatIf.people, meeting: meetingAt(at), counts };
  };
  return Promise.all(projects.map(ofProject));
};

const nobody: ReadonlySet<string> = new Set();

/** Internal ids of those who are assigned to a project now, or will be. */
export function assignedTo(project: string, { states, plans }: Held, now: number): ReadonlySet<string> {
  const assigned = plans.assignmentsTo(project).filter((stretch) => !hasEndedBy(stretch, now));
  return new Set(assigned.map(({ place }) => states.keyAt(place)));
}

/** Goes through everybody active, turn by turn. */
export async function throughActive(
  { now, gone }: RequestContext,
  states: States,
  walk: Walk,
  visit: (place: number) => void,
): Promise<void> {
  for (let passed = 1; walk.next(); passed++) {
    if (states.isActive(walk.place, now)) visit(walk.place);
    if (passed % between !== 0) continue;
    await takeTurns(gone);
    walk.resume();
  }
}

/** The internal id of somebody active; undefined where they do not count. */
export function keyIfCounted(
  states: States,
  { meeting, counts }: Counting,
  place: number,
): string | undefined {
  if (!meeting && states.isArchived(place)) return undefined;
  const key = states.keyAt(place);
  return (meeting?.has(key) ?? true) && counts(key, place) ? key : undefined;
}

/** Internal ids of all who are eligible for each project, or chosen. They count as looked at: that they are known in a skill is told. */
export const eligibleLookedAt: BatchRead<string, readonly string[], Among> = async (
  context,
  projects,
  among,
) => {
  const states = await context.states();
  const ofProject = async (project: string): Promise<readonly string[]> => {
    const eligible = await load(context, eligibleFor, project, among);
    if (!eligible) return [];
    const walk = states.walk(skillsOf(eligible.requirements), context.now);
    const people: string[] = [...(eligible.chosen ?? [])];
    if (!eligible.chosen)
      await throughActive(context, states, walk, (place) => {
        const key = keyIfCounted(states, eligible, place);
        if (key !== undefined) people.push(key);
      });
    for (const person of people) context.looks.add('staffing', person);
    return people;
  };
  return Promise.all(projects.map(ofProject));
};

/** The first people behind a place in the order of fit, and what the order rests on. */
export interface Order {
  /** Those on the page and one more, where there is one. */
  readonly best: readonly Ranked[];
  /** The latest evidence behind anybody eligible; null where nobody is. */
  readonly latest: number | null;
}

interface Wanted {
  readonly needs: readonly Need[];
  /** By position of the need what it weighs in the fit. */
  readonly weights: readonly number[];
  readonly asOf: number;
  /** Internal id of whom the list begins behind; undefined for its start. */
  readonly after: string | undefined;
  readonly most: number;
}

export async function rank(
  context: RequestContext,
  states: States,
  eligible: Eligible,
  { needs, weights, asOf, after, most }: Wanted,
): Promise<Order> {
  const fits = new FitsOnWalk(states, needs, weights, asOf);
  const last = after === undefined ? undefined : { key: after, ...fits.ofPerson(after) };
  const best = new Best<Ranked>(most, byFit);
  let latest: number | null = null;
  for (const key of eligible.chosen ?? []) {
    const place = states.placeOf(key);
    if (place === undefined) continue;
    if (fits.walk.comeTo(key)) latest = Math.max(latest ?? -Infinity, fits.walk.latest());
    const fit = fits.ofPlace();
    if (isBehind(last, { key, ...fit }))
      best.add({ key, person: states.personAt(place), abilities: fits.abilities(), ...fit });
  }
  if (eligible.chosen) return { best: best.items, latest };
  const keyIfEligible = (place: number): string | undefined =>
    states.isActive(place, context.now) ? keyIfCounted(states, eligible, place) : undefined;
  const add = (place: number): void => {
    fits.walk.comeToPlace(place);
    const fit = fits.ofPlace();
    if (fit.fit < (best.last?.fit ?? 0)) return;
    // Who they are is looked up last: it lies elsewhere in memory.
    const key = keyIfEligible(place);
    if (key === undefined || !isBehind(last, { key, ...fit })) return;
    best.add({ key, person: states.personAt(place), abilities: fits.abilities(), ...fit });
  };
  const sums = fits.sums((place) => keyIfEligible(place) !== undefined);
  const visit = (place: number): number => {
    add(place);
    return fits.leastSum(best.last?.fit ?? 0);
  };
  while (sums.next(visit)) await takeTurns(context.gone);
  return { best: best.items, latest: sums.latest === -Infinity ? null : sums.latest };
}

export function withReference(row: RequirementRow, reference: number): Need {
  const { requirement, level, band, importance, headcount, task, taskName } = row;
  const { skillKey, skillName, skillSortName } = row;
  return {
    ...{ requirement, level, band, importance, headcount, task, taskName },
    ...{ skillKey, skillName, skillSortName, reference },
  };
}

/** Internal ids of the skills that these requirements are of, each once. */
export function skillsOf(requirements: readonly Pick<RequirementRow, 'skillKey'>[]): string[] {
  return [...new Set(requirements.map(({ skillKey }) => skillKey))];
}

/** Sums of the same numbers in two orders differ by less than this share. */
const roundingOfSums = 1e-9;

/** How well people fit needs on a date, one after the other. */
class FitsOnWalk {
  readonly walk: Walk;
  private readonly skills: readonly string[];
  /** For each need the number of its skill. */
  private readonly skillOf: Int32Array;
  /** For each need the ability that it takes, logits. */
  private readonly thresholds: Float64Array;
  /** The needs as they are weighed, with the probabilities of the person whom the walk has come to. */
  private readonly weighed: { importance: number; probability: number | undefined }[];
  private readonly total: number;

  constructor(
    private readonly states: States,
    needs: readonly Need[],
    weights: readonly number[],
    private readonly asOf: number,
  ) {
    this.skills = skillsOf(needs);
    this.walk = states.walk(this.skills, asOf);
    this.skillOf = Int32Array.from(needs, ({ skillKey }) => this.skills.indexOf(skillKey));
    this.thresholds = Float64Array.from(needs, ({ level, reference }) => requiredAbility(level, reference));
    this.weighed = weights.map((importance) => ({ importance, probability: undefined }));
    this.total = weights.reduce((sum, weight) => sum + weight, 0);
  }

  /** Of the person whom the walk has come to. */
  ofPlace(): Fit {
    const { walk, weighed, skillOf, thresholds } = this;
    for (let need = 0; need < weighed.length; need++) {
      const [one, skill] = [weighed[need], skillOf[need] ?? -1];
      if (!one) continue;
      one.probability = walk.isKnown(skill)
        ? probabilityAbove(walk.ability(skill), thresholds[need] ?? NaN)
        : undefined;
    }
    return fitOf(weighed);
  }

  /** What somebody's sum comes to at least who fits so well. */
  leastSum(fit: number): number {
    return (1 - roundingOfSums) * fit * this.total;
  }

  /** Of everybody what their fits come to, added up in another order. */
  sums(counts: (place: number) => boolean): Sums {
    const { skillOf, skills, thresholds, weighed } = this;
    const asked = weighed.map(({ importance }, need) => ({
      ...{ skill: skills[skillOf[need] ?? -1] ?? '', threshold: thresholds[need] ?? NaN, weight: importance },
    }));
    return this.states.sums(asked, this.asOf, counts);
  }

  /** Of somebody whoever they are; the walk then begins anew. */
  ofPerson(key: string): Fit {
    this.walk.comeTo(key);
    const fit = this.ofPlace();
    this.walk.begin();
    return fit;
  }

  abilities(): Map<string, Gaussian> {
    return new Map(this.walk.known().map((skill) => [this.skills[skill] ?? '', this.walk.ability(skill)]));
  }
}
