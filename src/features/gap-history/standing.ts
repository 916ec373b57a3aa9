import { AbilitiesOfPeople, type Abilities } from '../../estimators/abilities';
import { requiredAbility } from '../../estimators/level';
import {
  causesAfter,
  fadedShortfall,
  foreseenDays,
  noCauses,
  type KnownCauses,
} from '../../estimators/shortfall-causes';
import type { Seats, SeatsSupply } from '../../estimators/supply';
import { takeTurns } from '../../shared/slices';
import { Covering } from '../gaps/covering';
import type { RequestContext } from '../request/context';
import { markOf, marksIn, marksOf } from './people-marks';
import { nameOfNeed, needsOfScope, peopleNow, type InMemory, type Need, type Scope } from './scope';

const millisecondsPerDay = 86_400_000;

/** How a need stands, and what made it so since it was recorded first. */
export interface NeedStanding extends Need {
  readonly supply: number;
  readonly shortfall: number;
  readonly causes: KnownCauses;
  /** When it was no longer required, epoch milliseconds; 0 while it is. */
  readonly endedAt: number;
}

/** How a scope stood at a moment, with what it takes to go on from there. */
export interface Standing {
  readonly at: number;
  /** Number of the calibration that levels were read from. */
  readonly calibration: number;
  readonly needs: readonly NeedStanding[];
  /** The marks of its people. */
  readonly marks: string;
  /** By need in their order what its shortfall comes to on the days foreseen, by fading alone. */
  readonly foreseen: readonly (readonly number[])[];
}

/** Whose abilities count: these people, or whoever of those who are known in a skill is meant, by place and internal id. */
type Members =
  { readonly people: readonly string[] } | { readonly includes: (place: number, person: string) => boolean };

/** How a scope stands now, gone on from how it stood before; undefined where nothing is known of that. */
export async function standingNow(
  context: RequestContext,
  held: InMemory,
  scope: Scope,
  former: Standing | undefined,
): Promise<Omit<Standing, 'foreseen'>> {
  const { states, plans } = held;
  const { now } = context;
  const needs = await needsOfScope(context, plans, scope);
  const people = peopleNow(held, scope, now);
  const marks = marksOf(people);
  const members = membersOf(held, scope, people, now);
  const supply = await suppliedBy(context, held, needs, members, now);
  const calibration = states.calibration.number;
  if (!former) {
    const standings = needs.map((need) => standingOf(need, supply, noCauses, 0));
    return { at: now, calibration, needs: standings, marks };
  }
  const required = former.needs.filter(({ demand }) => demand > 0);
  const isDemandAnew = isOtherwise(required, needs);
  const ofFormerDemand = isDemandAnew ? await suppliedBy(context, held, required, members, now) : supply;
  const before = marksIn(former.marks);
  const ofFormerPeople =
    marks === former.marks
      ? ofFormerDemand
      : await suppliedBy(
          context,
          held,
          required,
          { includes: (_, person) => before.has(markOf(person)) },
          now,
        );
  const days = (now - former.at) / millisecondsPerDay;
  const isRecalibrated = calibration !== former.calibration;
  const wanted = new Map(needs.map((need) => [nameOfNeed(need), need]));
  const places = new Map(former.needs.map((need, place) => [nameOfNeed(need), place]));
  const known = [...new Set([...places.keys(), ...wanted.keys()])].sort();
  const standings = known.flatMap((name) => {
    const place = places.get(name) ?? -1;
    const earlier = former.needs[place];
    const need = wanted.get(name) ?? (earlier && { ...earlier, demand: 0 });
    if (!need) return [];
    const shortfall = earlier?.shortfall ?? 0;
    const steps = {
      before: shortfall,
      faded: fadedShortfall(shortfall, former.foreseen[place] ?? [], days),
      knownAnew: ofFormerPeople.get(name)?.expectedShortfall ?? 0,
      peopleAnew: ofFormerDemand.get(name)?.expectedShortfall ?? 0,
      after: supply.get(name)?.expectedShortfall ?? 0,
    };
    const causes = causesAfter(earlier?.causes ?? noCauses, steps, isRecalibrated);
    return [standingOf(need, supply, causes, need.demand > 0 ? 0 : endOf(earlier, now))];
  });
  return { at: now, calibration, needs: standings, marks };
}

/** When a need ended that is not there now. */
function endOf(earlier: NeedStanding | undefined, now: number): number {
  return earlier && earlier.endedAt > 0 ? earlier.endedAt : now;
}

/** What the shortfalls of these needs come to on the days foreseen, if nobody comes, leaves or learns, and nothing else is required. */
export async function foreseenOf(
  context: RequestContext,
  held: InMemory,
  scope: Scope,
  needs: readonly Need[],
): Promise<number[][]> {
  const { now } = context;
  const members = membersOf(held, scope, peopleNow(held, scope, now), now);
  const required = needs.filter(({ demand }) => demand > 0);
  const foreseen: ReadonlyMap<string, SeatsSupply>[] = [];
  for (const days of foreseenDays)
    foreseen.push(await suppliedBy(context, held, required, members, now + days * millisecondsPerDay));
  return needs.map((need) => foreseen.map((then) => then.get(nameOfNeed(need))?.expectedShortfall ?? 0));
}

function standingOf(
  need: Need,
  supplied: ReadonlyMap<string, SeatsSupply>,
  causes: KnownCauses,
  endedAt: number,
): NeedStanding {
  const { skill, level, demand } = need;
  const found = supplied.get(nameOfNeed(need));
  const [supply, shortfall] = [found?.expectedSupply ?? 0, found?.expectedShortfall ?? 0];
  return { skill, level, demand, supply, shortfall, causes, endedAt };
}

function isOtherwise(before: readonly Need[], after: readonly Need[]): boolean {
  const demands = new Map(after.map((need) => [nameOfNeed(need), need.demand]));
  return (
    before.length !== after.length || before.some((need) => demands.get(nameOfNeed(need)) !== need.demand)
  );
}

function membersOf({ states }: InMemory, { kind }: Scope, people: readonly string[], now: number): Members {
  return kind === 'organisation'
    ? { includes: (place) => states.isActive(place, now) && !states.isArchived(place) }
    : { people };
}

/** What people supply of needs on a date, by name of the need: exact, so that it is for those who may see all of them. */
async function suppliedBy(
  context: RequestContext,
  { states }: InMemory,
  needs: readonly Need[],
  members: Members,
  asOf: number,
): Promise<ReadonlyMap<string, SeatsSupply>> {
  const seats = needs.map((need): Seats => {
    const threshold = requiredAbility(need.level, states.referenceOf(need.skill));
    return { id: nameOfNeed(need), skill: need.skill, threshold, headcount: need.demand };
  });
  const cover = new Covering(context, seats);
  try {
    for (const skill of new Set(needs.map((need) => need.skill))) {
      await takeTurns(context.gone);
      cover.add(skill, abilitiesIn({ states }, skill, members, asOf));
    }
    return (await cover.supply()).bySeats;
  } finally {
    cover.end();
  }
}

function abilitiesIn(
  { states }: Pick<InMemory, 'states'>,
  skill: string,
  members: Members,
  asOf: number,
): Abilities {
  const abilities = new AbilitiesOfPeople();
  const walk = states.walk([skill], asOf);
  if ('people' in members) {
    for (const person of members.people) if (walk.comeTo(person)) abilities.add(person, walk.ability(0));
  } else
    while (walk.next()) {
      const person = states.keyAt(walk.place);
      if (members.includes(walk.place, person)) abilities.add(person, walk.ability(0));
    }
  return abilities.columns;
}
