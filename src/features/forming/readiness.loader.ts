import type { RequestContext } from '../request/context';
import { asError, type BatchRead } from '../request/loaders';
import type { NeedRow } from '../request/plans';
import { monthsAfter } from '../../shared/months';
import { percent, toOnePlace } from '../../shared/percent';
import { lastsAt } from '../../shared/period';
import { counted } from '../../shared/words';
import { countableSkills, type CountableSkill } from '../counting/abilities';
import { disclosed, withheld } from '../disclosure/disclosure';
import { Withheld } from '../disclosure/withheld.type';
import { GapOfGroup } from '../gaps/gap-of-group';
import { supplyFor, unknownInAll, unknownInWords } from '../gaps/gap-report';
import { groupOf } from '../gaps/gaps.loader';
import { neededBy } from '../gaps/gaps.read';
import type { SentenceOfGroup } from '../gaps/sentence-of-group';
import { skillsOf } from '../staffing/eligible';
import { ReadinessFigures, type Readiness } from './readiness.type';

/** How many months ahead can be looked. */
export const mostMonths = 24;

interface MonthsWanted {
  readonly months: number;
}

/** How ready projects are: at the start, or now where they have begun, and so many times a month later. */
export const readinessOfProject: BatchRead<string, Readiness[], MonthsWanted> = (
  context,
  projects,
  { months },
) => Promise.all(projects.map((project) => readinessOf(context, project, months).catch(asError)));

/** A date with those who are assigned then, internal ids. */
interface AssignedOn {
  readonly date: number;
  readonly people: readonly string[];
}

async function readinessOf(context: RequestContext, project: string, months: number): Promise<Readiness[]> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const { from, to } = plans.projectNamed(project) ?? { from: null, to: null };
  const start = Math.max(from ?? context.now, context.now);
  const dates = Array.from({ length: months + 1 }, (_, month) => monthsAfter(start, month));
  const assigned = plans
    .assignmentsTo(project)
    .filter(({ place }) => states.isActive(place, context.now) && !states.isArchived(place));
  const on = dates
    .filter((date) => date === start || to === null || date < to)
    .map((date): AssignedOn => {
      const then = assigned.filter((one) => lastsAt(one, date));
      return { date, people: [...new Set(then.map(({ place }) => states.keyAt(place)))] };
    });
  const needs = await neededBy(context, plans, [project]);
  const skills = skillsOf(needs);
  const everybody = [...new Set(on.flatMap(({ people }) => people))];
  const countable = await countableSkills(context, skills, everybody);
  return Promise.all(on.map((each) => readinessOn(context, needs, countable, each)));
}

async function readinessOn(
  context: RequestContext,
  needs: readonly NeedRow[],
  countable: readonly CountableSkill[],
  { date, people }: AssignedOn,
): Promise<Readiness> {
  const visible = await context.visible();
  const whom = 'the people assigned to the project';
  let unknown: SentenceOfGroup['unknown'] = null;
  const figures = await disclosed(visible, [{ people, whom }], async () => {
    const among = new Set(people);
    const counts = (person: string): boolean => among.has(person);
    const scope = { size: people.length, members: people, has: counts, asOf: date };
    const group = await groupOf(context, scope, countable, counts);
    unknown = () => unknownInAll(group, needs, visible);
    const supply = await supplyFor(context, needs, group);
    let expectedEmpty = 0;
    for (const need of needs) {
      const ofNeed = supply.bySeats.get(need.requirement);
      if (!ofNeed) throw new Error(`Nothing was computed of requirement ${need.requirement}.`);
      const { supply: shown } = new GapOfGroup(need, null, group, [need], ofNeed, visible);
      if (shown instanceof Withheld) return withheld(shown.reason);
      expectedEmpty += shown.expectedShortfall;
    }
    const probability = supply.allCoveredProbability;
    return Object.assign(new ReadinessFigures(), { personCount: people.length, probability, expectedEmpty });
  });
  const inWords: SentenceOfGroup['inWords'] = (names, count) =>
    `${readinessInWords(date, figures, needs.length)}${unknownInWords(names, count)}`;
  return { asOf: new Date(date), figures, sentence: { unknown, inWords } };
}

function readinessInWords(date: number, figures: ReadinessFigures | Withheld, needs: number): string {
  const day = new Date(date).toISOString().slice(0, 10);
  if (figures instanceof Withheld) return `On ${day}: withheld. ${figures.reason}`;
  if (needs === 0) return `On ${day}: nothing is required.`;
  const people = counted(figures.personCount, 'person', 'people');
  return `On ${day}: ${toOnePlace(figures.expectedEmpty)} seats expected to stay empty with ${people}; all ${counted(needs, 'requirement')} covered with probability ${percent(figures.probability)}.`;
}
