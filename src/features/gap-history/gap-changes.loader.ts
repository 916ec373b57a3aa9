import { causesBetween, noCauses, splitChange, type Causes } from '../../estimators/shortfall-causes';
import { compareTexts } from '../../shared/name-order';
import { opensIndividuals } from '../access/scope';
import { withheld } from '../disclosure/disclosure';
import type { Withheld } from '../disclosure/withheld.type';
import type { RequestContext } from '../request/context';
import { asError, type BatchRead } from '../request/loaders';
import type { States } from '../request/states';
import { namedSkill } from '../skills/skill.store';
import { summaryOfChange, summaryOfChanges } from './change-sentences';
import { GapChanges, type GapChange } from './gap-change.type';
import { nameOfNeed, nameOfScope, peopleNow, type InMemory, type Scope } from './scope';
import { withSkillsOfNow } from './skills-of-now';
import { pastOfScopes, type Past } from './snapshot.store';
import { standingNow, type NeedStanding } from './standing';

interface ChangesAsked {
  readonly kind: Scope['kind'];
  /** Epoch milliseconds. */
  readonly since: number;
}

/** What changed in what groups lack, by internal id of the group; null where nothing was kept of it. */
export const gapChangesOf: BatchRead<string, GapChanges | Withheld | null, ChangesAsked> = async (
  context,
  keys,
  { kind, since },
) => {
  const { database, now, viewer } = context;
  const scopes = keys.map((key): Scope => ({ kind, key }));
  const lead = opensIndividuals(viewer) ? (viewer.personKey ?? '') : '';
  const [states, plans, found] = await Promise.all([
    context.states(),
    context.plans(),
    pastOfScopes(database, scopes, { since, now, lead }),
  ]);
  return Promise.all(
    scopes.map(async (scope) => {
      const past = found.get(nameOfScope(scope));
      return past === undefined ? null : changesOf(context, { states, plans }, scope, past).catch(asError);
    }),
  );
};

/**
 * All figures here are exact, and who comes or leaves alone makes the whole of a difference: so they are for those alone who
 * may see each of the people that they are made of, whenever that was.
 */
async function changesOf(
  context: RequestContext,
  held: InMemory,
  scope: Scope,
  { past, last, isHidden }: Past,
): Promise<GapChanges | Withheld | null> {
  if (!past || !last) return null;
  const people = peopleNow(held, scope, context.now);
  const visible = await context.visible();
  const seen = new Set(visible.personKeys);
  if (!visible.everyone && (isHidden || people.some((person) => !seen.has(person))))
    return withheld(
      'Some of the people of whom this tells what changed are not yours to see, or were not when a snapshot was taken.',
    );
  const [before, latest] = await Promise.all([
    withSkillsOfNow(context, held.states, past),
    withSkillsOfNow(context, held.states, last),
  ]);
  const standing = await standingNow(context, held, scope, latest);
  const changes = changesBetween(held.states, past.at, before.needs, standing.needs);
  const [shortfallBefore, shortfallNow] = [
    sumOf(changes, ({ shortfallBefore: one }) => one),
    sumOf(changes, ({ shortfallNow: one }) => one),
  ];
  const causes: Causes = {
    people: sumOf(changes, (one) => one.causes.people),
    evidence: sumOf(changes, (one) => one.causes.evidence),
    fading: sumOf(changes, (one) => one.causes.fading),
    demand: sumOf(changes, (one) => one.causes.demand),
    calibration: sumOf(changes, (one) => one.causes.calibration),
  };
  return Object.assign(new GapChanges(), {
    ...{ since: new Date(past.at), asOf: new Date(context.now) },
    ...{ personCountBefore: past.personCount, personCountNow: people.length },
    ...{ changes, shortfallBefore, shortfallNow, causes },
    summary: summaryOfChanges(past.at, changes.length, { shortfallBefore, shortfallNow, causes }),
  });
}

/** Of each need that there was then or is now, but for skills that are gone. */
function changesBetween(
  states: States,
  since: number,
  before: readonly NeedStanding[],
  now: readonly NeedStanding[],
): GapChange[] {
  const earlier = new Map(before.map((need) => [nameOfNeed(need), need]));
  const changes = now.flatMap((need) => {
    const named = states.skillNamed(need.skill);
    const then = earlier.get(nameOfNeed(need));
    if (!named || (need.demand === 0 && (then?.demand ?? 0) === 0)) return [];
    const [shortfallBefore, shortfallNow] = [then?.shortfall ?? 0, need.shortfall];
    const known = causesBetween(then?.causes ?? noCauses, need.causes);
    const causes = splitChange(shortfallNow - shortfallBefore, known);
    const change: GapChange = {
      ...{ skill: namedSkill(named), level: need.level },
      ...{ demandBefore: then?.demand ?? 0, demandNow: need.demand },
      ...{ supplyBefore: then?.supply ?? 0, supplyNow: need.supply },
      ...{ shortfallBefore, shortfallNow, causes },
      summary: summaryOfChange(named.name, need.level, since, { shortfallBefore, shortfallNow, causes }),
    };
    return [{ change, sortName: named.sortName }];
  });
  return changes
    .sort(
      ({ change: one, ...left }, { change: other, ...right }) =>
        sizeOf(other) - sizeOf(one) ||
        compareTexts(left.sortName, right.sortName) ||
        compareTexts(one.skill.key, other.skill.key) ||
        one.level - other.level,
    )
    .map(({ change }) => change);
}

function sizeOf({ shortfallBefore, shortfallNow }: GapChange): number {
  return Math.abs(shortfallNow - shortfallBefore);
}

function sumOf(changes: readonly GapChange[], figure: (change: GapChange) => number): number {
  return changes.reduce((sum, change) => sum + figure(change), 0);
}
