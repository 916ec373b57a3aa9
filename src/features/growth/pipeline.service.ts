import { levelOf, probabilityAbove, requiredAbility } from '../../estimators/level';
import { daysPerMonth } from '../../estimators/learning-pace';
import { furthestMonths, Outlook, type ReadyIn } from '../../estimators/outlook';
import type { ToReach } from '../../estimators/learning-path';
import { requiredInWords } from '../../shared/bands';
import { percent } from '../../shared/percent';
import { mapInSlices } from '../../shared/slices';
import { counted } from '../../shared/words';
import { namedPerson } from '../people/people.store';
import { byNeed } from '../projects/need-order';
import { requirementOf } from '../projects/requirement.store';
import type { BatchRead } from '../request/loaders';
import type { RequirementRow } from '../request/plans';
import type { RequestContext } from '../request/context';
import type { Named, States } from '../request/states';
import { needsOfTemplates } from '../projects/role-template.store';
import { dayOf, momentOf } from '../states/stored-state';
import { namedSkill } from '../skills/skill.store';
import { skillsOf } from '../staffing/eligible';
import { nearestOnes, type Near, type NearestOnes } from './nearest';
import { Paces, type PacesWanted } from './pace.service';
import {
  PipelinePerson,
  PipelineStage,
  PipelineUnknown,
  ReadyWhen,
  RequirementOutlook,
  RoleOutlook,
  RolePipeline,
} from './pipeline.type';

const horizons = [
  [0, PipelineStage.NOW],
  [3, PipelineStage.WITHIN_3_MONTHS],
  [6, PipelineStage.WITHIN_6_MONTHS],
  [12, PipelineStage.WITHIN_12_MONTHS],
] as const;

/** Of how many people who come near it is looked closer when they are ready, where no more are to be listed. */
const lookedAtCloser = 50;

/** Somebody in a pipeline, with what their next modules are found by. */
export class PersonInPipeline extends PipelinePerson {
  needs!: readonly RequirementRow[];
  /** By position of the need. */
  reach!: readonly ToReach[];
}

/** Pipelines by role template; everybody listed is looked at. */
export const pipelineOfRole: BatchRead<string, RolePipeline, { first: number }> = async (
  context,
  roles,
  { first },
) => {
  const [states, needs, visible] = await Promise.all([
    context.states(),
    needsOfTemplates(context.database, roles),
    context.visible(),
  ]);
  const groups: Group[] = [];
  for (const role of roles) {
    const required = [...(needs.get(role) ?? [])].sort(byNeed);
    const nearest = await nearestOnes(context, states, required, Math.max(first, lookedAtCloser));
    const people = nearest.known.map(({ key }) => key);
    groups.push({ required, nearest, skills: skillsOf(required), people, others: nearest.everyone });
  }
  const onlyVisible = !visible.everyone;
  const pipelines: RolePipeline[] = [];
  for (const [group, paces] of await Paces.read(context, states, groups))
    pipelines.push(
      Object.assign(new RolePipeline(), await pipelineOf(context, states, group, paces, first), {
        onlyVisible,
      }),
    );
  return pipelines;
};

/** Those who come near a role. */
interface Group extends PacesWanted {
  readonly required: readonly RequirementRow[];
  readonly nearest: NearestOnes;
}

async function pipelineOf(
  context: RequestContext,
  states: States,
  { required, nearest }: Group,
  paces: Paces,
  first: number,
): Promise<Omit<RolePipeline, 'onlyVisible'>> {
  const onWay = await mapInSlices(
    nearest.known,
    ({ key }) => onTheWay(context, states, required, key, paces) ?? [],
    context.gone,
  );
  const people = await mapInSlices(
    onWay.flat().sort(bySoonest).slice(0, first),
    (one) => personInPipeline(context, states, required, one, paces),
    context.gone,
  );
  const unknown = nearest.partly.slice(0, first).flatMap((one) => unknownInPipeline(states, required, one));
  for (const { person } of [...people, ...unknown]) context.looks.add('staffing', person.key);
  return {
    ...{ asOf: new Date(context.now), people, unknown, usualPace: paces.ofOthers },
    summary: summaryOfPipeline(people, unknown, required.length),
  };
}

/** Somebody who is compared with the role. */
interface OnTheWay {
  readonly named: Named;
  readonly outlook: Outlook;
  readonly readyIn: ReadyIn;
  readonly inAYear: number;
  /** By position of the need. */
  readonly reach: readonly ToReach[];
}

/** Undefined where they are not known in all of it any more. */
function onTheWay(
  { now, rules }: RequestContext,
  states: States,
  needs: readonly RequirementRow[],
  key: string,
  paces: Paces,
): OnTheWay | undefined {
  const skills = skillsOf(needs);
  const walk = states.walk(skills, now);
  const place = states.placeOf(key);
  if (place === undefined || !walk.comeTo(key) || walk.known().length < skills.length) return undefined;
  const reach = needs.map(({ skillKey, level, importance }) => {
    const skill = skills.indexOf(skillKey);
    const threshold = requiredAbility(level, states.referenceOf(skillKey));
    return {
      ...{ skill: skillKey, threshold, importance },
      ...{ offset: walk.offsetFigures(skill), ability: walk.ability(skill) },
    };
  });
  const pace = paces.gaussianOf(key);
  const outlook = new Outlook(walk.generalFigures(), reach, pace, dayOf(now), states.calibration);
  const readyIn = outlook.readyIn(rules.meetsFrom);
  return { named: states.personAt(place), outlook, readyIn, inAYear: outlook.probabilityIn(12), reach };
}

function personInPipeline(
  { now, rules }: RequestContext,
  states: States,
  needs: readonly RequirementRow[],
  { named, outlook, readyIn, reach }: OnTheWay,
  paces: Paces,
): PersonInPipeline {
  const outlooks = horizons.map(([months]) => outlookIn(months, outlook, states, needs));
  const likely = outlooks.findIndex(({ probability }) => probability >= rules.meetsFrom);
  const readyWhen = readyWhenOf(named, readyIn, now);
  return Object.assign(new PersonInPipeline(), {
    ...{ person: namedPerson(named), outlooks, readyWhen, needs, reach },
    stage: horizons[likely]?.[1] ?? PipelineStage.LATER,
    pace: paces.of(named.key),
    summary: readyWhen.summary,
  });
}

function outlookIn(
  months: number,
  outlook: Outlook,
  states: States,
  needs: readonly RequirementRow[],
): RoleOutlook {
  const abilities = outlook.abilitiesIn(months);
  const when = months === 0 ? 'today' : `in ${counted(months, 'month')}`;
  const probability = outlook.probabilityIn(months);
  return Object.assign(new RoleOutlook(), {
    ...{ months, probability, fit: outlook.fitIn(months).fit },
    requirements: needs.flatMap((need, at): RequirementOutlook[] => {
      const ability = abilities[at];
      if (!ability) return [];
      const reference = states.referenceOf(need.skillKey);
      const { level, low, high } = levelOf(ability, reference);
      const met = probabilityAbove(ability, requiredAbility(need.level, reference));
      const summary = `${need.skillName} at ${requiredInWords(need.level, need.band)} is met ${when} with probability ${percent(met)}.`;
      return [
        { requirement: requirementOf(need), probability: met, level, interval: { low, high }, summary },
      ];
    }),
    summary: `All that is required is met ${when} with probability ${percent(probability)}.`,
  });
}

function readyWhenOf({ name }: Named, { earliest, likely, latest }: ReadyIn, now: number): ReadyWhen {
  const dateIn = (months: number | null): Date | null =>
    months === null ? null : new Date(momentOf(dayOf(now) + months * daysPerMonth));
  const when =
    likely === 0
      ? 'is likely ready now'
      : likely === null
        ? `is not likely to be ready within ${String(furthestMonths / 12)} years at this pace`
        : `is likely ready in ${counted(likely, 'month')}`;
  return Object.assign(new ReadyWhen(), {
    ...{ earliest: dateIn(earliest), likely: dateIn(likely), latest: dateIn(latest) },
    summary: `${name} ${when}.`,
  });
}

function unknownInPipeline(
  states: States,
  needs: readonly RequirementRow[],
  { key, knownShare }: Near,
): PipelineUnknown[] {
  const place = states.placeOf(key);
  if (place === undefined) return [];
  const known = new Set(states.skillsOfPerson(key));
  const person = namedPerson(states.personAt(place));
  const missing = new Map(
    needs.filter(({ skillKey }) => !known.has(skillKey)).map((need) => [need.skillKey, need]),
  );
  const unknownSkills = [...missing.values()].map(({ skillKey, skillName, skillSortName }) =>
    namedSkill({ key: skillKey, name: skillName, sortName: skillSortName }),
  );
  const summary = `${person.name} is unknown in ${unknownSkills.map(({ name }) => name).join(', ')}: nobody can say when they are ready.`;
  return [Object.assign(new PipelineUnknown(), { person, knownShare, unknownSkills, summary })];
}

function bySoonest(one: OnTheWay, other: OnTheWay): number {
  const soon = ({ readyIn: { likely } }: OnTheWay): number => likely ?? furthestMonths + 1;
  return soon(one) - soon(other) || other.inAYear - one.inAYear || (one.named.key < other.named.key ? -1 : 1);
}

function summaryOfPipeline(
  people: readonly PipelinePerson[],
  unknown: readonly PipelineUnknown[],
  requirements: number,
): string {
  if (requirements === 0) return 'The role requires nothing: nobody can be held against it.';
  const at = (...stages: PipelineStage[]): number =>
    people.filter(({ stage }) => stages.includes(stage)).length;
  const { NOW, WITHIN_3_MONTHS, WITHIN_6_MONTHS, WITHIN_12_MONTHS, LATER } = PipelineStage;
  return [
    `Of those listed ${counted(at(NOW), 'person', 'people')} ${at(NOW) === 1 ? 'is' : 'are'} likely ready now`,
    `${String(at(WITHIN_3_MONTHS))} more within three months`,
    `${String(at(WITHIN_6_MONTHS))} within six`,
    `${String(at(WITHIN_12_MONTHS))} within twelve`,
    `${String(at(LATER))} later`,
    `and of ${String(unknown.length)} too little is known.`,
  ].join(', ');
}
