import { daysPerMonth, paceSeen } from '../../estimators/learning-pace';
import { probabilityAbove, probabilityAtLeast } from '../../estimators/level';
import { stretchOf } from '../../estimators/stretching';
import type { Gaussian } from '../../estimators/types';
import { Best } from '../../shared/best';
import { byName, compareTexts } from '../../shared/name-order';
import { lastsAt, sinceEver } from '../../shared/period';
import { percent } from '../../shared/percent';
import { grouped } from '../../shared/grouped';
import { takeTurns } from '../../shared/slices';
import { counted } from '../../shared/words';
import { sees } from '../access/viewer';
import { theirsAndTheirLeads } from '../access/not-yours-to-see';
import { areViewer } from '../people/access-log.list';
import { namedPerson } from '../people/people.store';
import { namedProject } from '../projects/project.store';
import { requirementOf } from '../projects/requirement.store';
import type { RequestContext } from '../request/context';
import { load, type BatchRead } from '../request/loaders';
import type { NeedRow, Plans, ProjectOfPlans } from '../request/plans';
import type { KnownSkill } from '../request/states';
import { dayOf } from '../states/stored-state';
import { namedSkill } from '../skills/skill.store';
import { GrowthOpportunities, GrowthReason, GrowthReasonKind, StretchingWork } from './opportunity.type';
import { signsOf, type AskedOf, type Signs } from './opportunity.read';
import { firstAnswersOf } from './pace.read';

/** How much work is named that would stretch somebody. */
export const mostWork = 10;
const highLevel = 0.8;
const sureOfLevel = 0.8;
const sureOfRise = 0.9;
const withinReach = 0.9;
const longMonths = 6;
const reasonsNeeded = 2;

/** What speaks for harder work for people; ForbiddenError of whom the viewer neither is nor leads. They are looked at. */
export const growthOfPerson: BatchRead<string, GrowthOpportunities, null> = async (context, people) => {
  const { viewer, looks } = context;
  const [visible, areOneself] = await Promise.all([
    context.visible(),
    Promise.all(people.map((person) => load(context, areViewer, person, null))),
  ]);
  const isLed = (person: string): boolean => viewer.role === 'lead' && sees(visible, person);
  const allowed = people.flatMap((person, at): AskedOf[] => {
    if (areOneself[at] === true) return [{ person, attestedBy: null }];
    return isLed(person) && viewer.personKey !== undefined ? [{ person, attestedBy: viewer.personKey }] : [];
  });
  for (const { person } of allowed) looks.add('staffing', person);
  const found = await opportunitiesOf(context, allowed);
  return people.map((person) => found.get(person) ?? theirsAndTheirLeads('What this person may grow into'));
};

async function opportunitiesOf(
  context: RequestContext,
  people: readonly AskedOf[],
): Promise<Map<string, GrowthOpportunities>> {
  const [states, plans] = await Promise.all([context.states(), context.plans()]);
  const known = new Map(people.map(({ person }) => [person, states.knownOfPerson(person, context.now)]));
  const skills = new Set([...known.values()].flat().map(({ named }) => named.key));
  const keys = people.map(({ person }) => person);
  const [signs, [answers]] = await Promise.all([
    signsOf(context, people),
    firstAnswersOf(context, [{ people: keys, skills: [...skills] }]),
  ]);
  const found = new Map<string, GrowthOpportunities>();
  for (const sign of signs) {
    await takeTurns(context.gone);
    const place = states.placeOf(sign.person);
    if (place === undefined) continue;
    const person = namedPerson(states.personAt(place));
    const ofPerson = new OnePerson(context, plans, place, known.get(sign.person) ?? []);
    const pace = paceSeen(answers?.get(sign.person) ?? [], states.calibration);
    const reasons = ofPerson.reasons(sign, pace);
    const { work, workCount } = await ofPerson.work();
    const isReady = reasons.length >= reasonsNeeded;
    const summary = `${person.name}: ${counted(reasons.length, 'reason')} ${reasons.length === 1 ? 'speaks' : 'speak'} for harder work.`;
    const opportunities = { person, isReady, reasons, work, workCount, summary };
    found.set(sign.person, Object.assign(new GrowthOpportunities(), opportunities));
  }
  return found;
}

/** A piece of work that would stretch somebody. */
interface Stretching {
  readonly project: ProjectOfPlans;
  readonly needs: readonly NeedRow[];
  readonly by: readonly number[];
  readonly fit: number;
}

/** One person, held against what is required of them and of others. */
class OnePerson {
  private readonly bySkill: ReadonlyMap<string, KnownSkill>;

  constructor(
    private readonly context: Pick<RequestContext, 'now' | 'gone'>,
    private readonly plans: Plans,
    private readonly place: number,
    private readonly known: readonly KnownSkill[],
  ) {
    this.bySkill = new Map(known.map((one) => [one.named.key, one]));
  }

  reasons({ advanced, helped }: Signs, pace: Gaussian | undefined): GrowthReason[] {
    const high = this.known
      .filter(({ edge, reference }) => probabilityAtLeast(edge.ability, highLevel, reference) >= sureOfLevel)
      .map(({ named }) => named)
      .sort(byName);
    const months = this.monthsBelowLevel();
    const { LEVEL, PACE, ADVANCED_MODULES, HELP, WORK_BELOW_LEVEL } = GrowthReasonKind;
    const reasons: (GrowthReason | false)[] = [
      high.length > 0 &&
        reason(
          LEVEL,
          high.length,
          `The level is high in ${counted(high.length, 'skill')}.`,
          high.map(namedSkill),
        ),
      pace !== undefined &&
        probabilityAbove(pace, 0) >= sureOfRise &&
        reason(PACE, pace.mean, `Abilities rise by ${pace.mean.toFixed(2)} logits a month.`),
      advanced > 0 &&
        reason(ADVANCED_MODULES, advanced, `Completed ${counted(advanced, 'advanced module')}.`),
      helped > 0 && reason(HELP, helped, `Helped others ${counted(helped, 'time')}.`),
      months >= longMonths &&
        reason(
          WORK_BELOW_LEVEL,
          months,
          `The work assigned is below their level for ${counted(months, 'month')}.`,
        ),
    ];
    return reasons.filter((one) => one !== false);
  }

  /** What would stretch them, of all open projects and their tasks; turn by turn. */
  async work(): Promise<{ work: StretchingWork[]; workCount: number }> {
    const { context, plans } = this;
    const { now, gone } = context;
    const own = new Set(plans.assignmentsAt(this.place).map(({ of }) => of));
    const best = new Best<Stretching>(mostWork, byFitThenName);
    let workCount = 0;
    for (const key of plans.openProjects(now)) {
      await takeTurns(gone);
      const project = plans.projectNamed(key);
      if (!project || own.has(key)) continue;
      for (const needs of grouped(plans.requiredBy(key), ({ task }) => task).values()) {
        const stretch = stretchOf(
          needs.map((need) => ({ importance: need.importance, probability: this.probabilityOf(need) })),
        );
        if (!stretch) continue;
        workCount++;
        best.add({ project, needs, ...stretch });
      }
    }
    return { work: best.items.map(shownWork), workCount };
  }

  private probabilityOf({ skillKey, level }: NeedRow): number | undefined {
    const known = this.bySkill.get(skillKey);
    return known && probabilityAtLeast(known.edge.ability, level, known.reference);
  }

  /** For how many whole months all work assigned has been below their level; 0 where it is not, or nothing is assigned. */
  private monthsBelowLevel(): number {
    const { now } = this.context;
    const assigned = this.plans.assignmentsAt(this.place).filter((stretch) => lastsAt(stretch, now));
    const required = assigned.flatMap(({ of }) => this.plans.requiredBy(of));
    const known = required.flatMap((need) => this.probabilityOf(need) ?? []);
    if (known.length === 0 || known.some((probability) => probability < withinReach)) return 0;
    const begun = assigned.map(({ from }) => from).filter((from) => from !== sinceEver);
    return begun.length === 0 ? 0 : Math.floor((dayOf(now) - dayOf(Math.min(...begun))) / daysPerMonth);
  }
}

function reason(
  kind: GrowthReasonKind,
  amount: number,
  summary: string,
  skills: GrowthReason['skills'] = [],
): GrowthReason {
  return Object.assign(new GrowthReason(), { kind, amount, skills, summary });
}

function byFitThenName(one: Stretching, other: Stretching): number {
  return (
    other.fit - one.fit ||
    byName(one.project, other.project) ||
    compareTexts(one.needs[0]?.task ?? '', other.needs[0]?.task ?? '')
  );
}

function shownWork({ project, needs, by, fit }: Stretching): StretchingWork {
  const stretching = by.flatMap((at) => needs[at] ?? []);
  const [task = null] = needs.map((need) => requirementOf(need).task);
  const skills = [...new Map(stretching.map((need) => [need.skillKey, requirementOf(need).skill])).values()];
  const summary = `${task?.name ?? project.name} would stretch them in ${skills.map(({ name }) => name).join(', ')}, with a fit of ${percent(fit)} today.`;
  return Object.assign(new StretchingWork(), { project: namedProject(project), task, skills, fit, summary });
}
