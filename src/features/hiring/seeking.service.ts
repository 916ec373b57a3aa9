import { coverageSteps } from '../../estimators/coverage';
import { requiredAbility } from '../../estimators/level';
import type { SeatsSupply } from '../../estimators/supply';
import { bandAt } from '../../shared/bands';
import { toOnePlace } from '../../shared/percent';
import { inSlices } from '../../shared/slices';
import { counted } from '../../shared/words';
import { countableSkills } from '../counting/abilities';
import { peopleOfScope } from '../gaps/gaps.read';
import { moduleByKey } from '../modules/module.loader';
import { namedModule } from '../modules/module.store';
import { teachingModules, type TeachingModule } from '../modules/teaching-modules.read';
import type { Project } from '../projects/project.type';
import type { RequestContext, Rules } from '../request/context';
import { loadAhead } from '../request/loaders';
import { peopleMeetingFilters } from '../staffing/candidates.read';
import { SoughtSkill } from './job-description.type';
import { emptySeats, isLacking, type RequiredGap } from './lacking';
import { pathTo, type LearningPath, type Teaching } from './learning-path';

/** Who has less of their working time free than this is not there for another project. */
const leastFreeShare = 0.2;
/** Somebody new learns for a day a week in the first weeks, milliseconds and hours. */
const learning = { weeks: 12, hoursOfWeek: 8 };
const week = 7 * 86_400_000;

/** Skills by how a draft treats them. */
export interface Sought {
  readonly mustHave: SoughtSkill[];
  readonly canLearnHere: SoughtSkill[];
  readonly notSought: SoughtSkill[];
}

type TaughtBy = TeachingModule & Teaching;

/** How a draft treats gaps of a project, each of a skill of its own; `isAsked`: that somebody asked for just these. */
export async function soughtOf(
  context: RequestContext,
  project: Project,
  gaps: readonly RequiredGap[],
  isAsked: boolean,
): Promise<Sought> {
  const [available, modules] = await Promise.all([
    availableFor(context, project, gaps),
    modulesTeaching(context, gaps),
  ]);
  const hours = learningHours(project, context.now);
  const sought: Sought = { mustHave: [], canLearnHere: [], notSought: [] };
  const { meetsFrom } = context.rules;
  gaps.forEach((gap) => {
    const { skill, level } = gap.requirement;
    const path = pathTo(
      level,
      modules.filter((one) => one.skill === skill.key),
    );
    const there = available.get(gap.requirement.id);
    const { expectedShortfall } = gap.supply;
    const entry = (list: SoughtSkill[], reason: string): void => {
      list.push(soughtSkill(gap, path, there?.expectedSupply ?? 0, context.rules, reason));
    };
    const lacking = `${toOnePlace(expectedShortfall)} of ${String(gap.requirement.headcount)} expected to be lacking`;
    if (!isLacking(gap, meetsFrom))
      entry(sought.notSought, `Those assigned are more likely than not to cover it: ${lacking}.`);
    else if (!isAsked && there && there.coveredProbability >= meetsFrom)
      entry(sought.notSought, `Others who are free are more likely than not to cover it: ${lacking}.`);
    else if (path === undefined) entry(sought.mustHave, `No module in use leads up to it: ${lacking}.`);
    else if (path.hours !== null && path.hours > hours)
      entry(
        sought.mustHave,
        `It cannot be learnt in time, in ${inHours(path.hours)} where there is time for ${inHours(hours)}: ${lacking}.`,
      );
    else
      entry(
        sought.canLearnHere,
        `${path.modules.map(({ name }) => name).join(', ')} ${path.modules.length === 1 ? 'leads' : 'lead'} up to it in ${path.hours === null ? 'a time that is not known' : inHours(path.hours)}: ${lacking}.`,
      );
  });
  return sought;
}

function inHours(hours: number): string {
  const shown = Number(hours.toFixed(1));
  return counted(shown, 'hour');
}

/** For how many hours somebody new can learn while it is of use to the project. */
function learningHours({ from, to }: Project, now: number): number {
  if (to == null) return learning.weeks * learning.hoursOfWeek;
  const weeks = (to.getTime() - Math.max(now, from?.getTime() ?? now)) / week;
  return Math.max(0, Math.min(learning.weeks, weeks)) * learning.hoursOfWeek;
}

function soughtSkill(
  { requirement, supply }: RequiredGap,
  path: LearningPath<TaughtBy> | undefined,
  expected: number,
  { bands }: Pick<Rules, 'bands'>,
  reason: string,
): SoughtSkill {
  const entryLevel = path && path.entry > 0 ? path.entry : null;
  return Object.assign(new SoughtSkill(), {
    requirement,
    levelInWords: requirement.band ?? bandAt(bands, requirement.level)?.name ?? '',
    expectedShortfall: supply.expectedShortfall,
    coveredProbability: supply.coveredProbability,
    expectedAvailable: expected,
    modules: (path?.modules ?? []).map(namedModule),
    hours: path?.hours ?? null,
    entryLevel,
    entryInWords: entryLevel === null ? null : (bandAt(bands, entryLevel)?.name ?? null),
    reason,
  });
}

/** What those who are free, and not assigned to the project, are expected to supply for the seats of each gap that stay empty. */
async function availableFor(
  context: RequestContext,
  project: Project,
  gaps: readonly RequiredGap[],
): Promise<ReadonlyMap<string, SeatsSupply>> {
  const skills = gaps.map(({ requirement }) => requirement.skill.key);
  const free = { freeShare: leastFreeShare, active: true, archived: false };
  const [meeting, states, plans] = await Promise.all([
    peopleMeetingFilters(context, [skills], free),
    context.states(),
    context.plans(),
  ]);
  const assigned = new Set(peopleOfScope({ states, plans }, 'project', project.key, context.now));
  const people = [...(meeting(0) ?? [])].filter((person) => !assigned.has(person));
  const countable = await countableSkills(context, skills, people);
  const references = new Map(countable.map(({ skill, reference }) => [skill, reference]));
  const abilities = new Map(countable.map((one) => [one.skill, one.abilitiesOn(context.now)]));
  const seats = gaps.map(({ requirement: { id, skill, level }, supply }) => ({
    ...{ id, skill: skill.key },
    threshold: requiredAbility(level, references.get(skill.key) ?? 0),
    headcount: emptySeats(supply),
  }));
  const { bySeats } = await inSlices(
    coverageSteps(seats, (skill) => abilities.get(skill)),
    context.gone,
  );
  return bySeats;
}

/** The modules that teach these skills, with the hours that they are expected to take. */
async function modulesTeaching(context: RequestContext, gaps: readonly RequiredGap[]): Promise<TaughtBy[]> {
  const teachings = await teachingModules(
    context,
    gaps.map(({ requirement }) => requirement.skill.key),
  );
  const modules = await loadAhead(
    context,
    moduleByKey,
    teachings.map(({ key }) => key),
    null,
  );
  return teachings.map((teaching) => {
    const minutes = modules.get(teaching.key)?.expectedMinutes;
    return { ...teaching, hours: minutes == null ? null : minutes / 60 };
  });
}
