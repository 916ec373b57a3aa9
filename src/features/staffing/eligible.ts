import { fitOf, type Fit } from '../../estimators/fit';
import { probabilityAbove, requiredAbility } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { Best } from '../../shared/best';
import { takeTurns } from '../../shared/slices';
import type { RequirementRow } from '../projects/requirement.store';
import type { RequestContext } from '../request/context';
import { inOrderOf, load, type BatchRead } from '../request/loaders';
import type { Named, States, Walk } from '../request/states';
import { peopleMeetingFilters, requiredBy, type Among } from './candidates.read';
import { byFit, isBehind } from './ranking';

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
  readonly counts: (key: string) => boolean;
}

/** Who is eligible for a project: active, known in a needed skill, and where that is asked not assigned to it yet. */
interface Eligible extends Counting {
  readonly requirements: readonly RequirementRow[];
}

/** Null where there is no such project. */
export const eligibleFor: BatchRead<string, Eligible | null, Among> = async (context, projects, among) => {
  const rows = await requiredBy(context, projects, among.includeAssigned);
  const skills = rows.map(({ requirements }) => skillsOf(requirements));
  const meetingAt = await peopleMeetingFilters(context, skills, among.filterBy);
  const eligible = rows.map(({ project, requirements, assigned }, at) => ({
    ...{ project, requirements, meeting: meetingAt(at) },
    counts: (key: string) => !assigned.has(key),
  }));
  return inOrderOf(
    projects,
    eligible,
    ({ project }) => project,
    (row) => row,
    () => null,
  );
};

/** Goes through everybody active who counts, turn by turn. */
export async function throughCounting(
  { now, gone }: RequestContext,
  states: States,
  { meeting, counts }: Counting,
  walk: Walk,
  visit: (key: string) => void,
): Promise<void> {
  for (let seen = 1; walk.next(); seen++) {
    const { place } = walk;
    if (states.isActive(place, now)) {
      const { key } = states.personAt(place);
      const meets = meeting ? meeting.has(key) : !states.isArchived(place);
      if (meets && counts(key)) visit(key);
    }
    if (seen % between !== 0) continue;
    await takeTurns(gone);
    walk.resume();
  }
}

/** Internal ids of all who are eligible for each project. They count as looked at: that they are known in a skill is told. */
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
    const people: string[] = [];
    await throughCounting(context, states, eligible, walk, (key) => people.push(key));
    for (const person of people) context.looks.add('staffing', person);
    return people;
  };
  return Promise.all(projects.map(ofProject));
};

/** The first people behind a place in the order of fit, and what the order rests on. */
export interface Order {
  readonly needs: readonly Need[];
  /** Those on the page and one more, where there is one. */
  readonly best: readonly Ranked[];
  /** The latest evidence behind anybody eligible; null where nobody is. */
  readonly latest: number | null;
}

interface Wanted {
  readonly asOf: number;
  /** Internal id of whom the list begins behind; undefined for its start. */
  readonly after: string | undefined;
  readonly most: number;
}

export async function rank(
  context: RequestContext,
  states: States,
  eligible: Eligible,
  { asOf, after, most }: Wanted,
): Promise<Order> {
  const needs = eligible.requirements.map((row) => withReference(row, states.referenceOf(row.skillKey)));
  const fits = new FitsOnWalk(states, needs, asOf);
  const last = after === undefined ? undefined : { key: after, ...fits.ofPerson(after) };
  const best = new Best<Ranked>(most, byFit);
  let latest: number | null = null;
  await throughCounting(context, states, eligible, fits.walk, (key) => {
    latest = Math.max(latest ?? -Infinity, fits.walk.latest());
    const fit = fits.ofPlace();
    const worst = best.last;
    if (worst && fit.fit < worst.fit) return;
    if (!isBehind(last, { key, ...fit })) return;
    best.add({ key, person: states.personAt(fits.walk.place), abilities: fits.abilities(), ...fit });
  });
  return { needs, best: best.items, latest };
}

function withReference(row: RequirementRow, reference: number): Need {
  const { requirement, level, band, importance, headcount, task, taskName } = row;
  const { skillKey, skillName, skillSortName } = row;
  return {
    ...{ requirement, level, band, importance, headcount, task, taskName },
    ...{ skillKey, skillName, skillSortName, reference },
  };
}

function skillsOf(requirements: readonly RequirementRow[]): string[] {
  return [...new Set(requirements.map(({ skillKey }) => skillKey))];
}

/** How well people fit needs on a date, one after the other. */
class FitsOnWalk {
  readonly walk: Walk;
  private readonly skills: readonly string[];
  /** For each need the number of its skill, and the ability that it takes. */
  private readonly thresholds: readonly (readonly [skill: number, ability: number])[];
  /** The needs as they are weighed, with the probabilities of the person whom the walk has come to. */
  private readonly weighed: { importance: number; probability: number | undefined }[];

  constructor(states: States, needs: readonly Need[], asOf: number) {
    this.skills = skillsOf(needs);
    this.walk = states.walk(this.skills, asOf);
    this.thresholds = needs.map(({ skillKey, level, reference }) => [
      this.skills.indexOf(skillKey),
      requiredAbility(level, reference),
    ]);
    this.weighed = needs.map(({ importance }) => ({ importance, probability: undefined }));
  }

  /** Of the person whom the walk has come to. */
  ofPlace(): Fit {
    this.weighed.forEach((one, need) => {
      const [skill, threshold] = this.thresholds[need] ?? [-1, NaN];
      one.probability = this.walk.isKnown(skill)
        ? probabilityAbove(this.walk.ability(skill), threshold)
        : undefined;
    });
    return fitOf(this.weighed);
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
