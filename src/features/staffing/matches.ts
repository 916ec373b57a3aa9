import { fitOf, type Fit } from '../../estimators/fit';
import { probabilityAbove, requiredAbility } from '../../estimators/level';
import type { Gaussian } from '../../estimators/types';
import { Best } from '../../shared/best';
import type { RequestContext } from '../request/context';
import type { Named, States, Walk } from '../request/states';
import { peopleMeetingFilters } from './candidates.read';
import { keyIfCounted, throughActive } from './eligible';
import { byFit, isBehind } from './ranking';
import { whoHasTime, type TimeNeeded } from './who-is-free';

/** A skill that is needed. */
export interface WeighedNeed {
  readonly skill: { readonly key: string };
  /** Null where being known is enough. */
  readonly level: number | null;
  readonly importance: number;
  readonly minimumProbability: number;
  /** Whether narrower ones count. */
  readonly narrower: boolean;
}

/** What is known of one person for one need, by the skill that counts. */
export interface Known {
  readonly skill: Named;
  readonly ability: Gaussian;
  readonly reference: number;
  readonly probability: number;
}

export interface Match {
  /** Internal id. */
  readonly key: string;
  readonly person: Named;
  /** By position of the need; undefined where unknown. */
  readonly known: readonly (Known | undefined)[];
  readonly fit: number;
  readonly knownShare: number;
}

/** Those who meet needs, and what the order by fit rests on. */
export interface Matches {
  /** The first behind the one with whom the page before ended, in the order. */
  readonly best: readonly Match[];
  /** Internal ids of all who meet them. */
  readonly all: readonly string[];
  /** Internal ids of all who are known in a skill that counts. */
  readonly knownPeople: readonly string[];
  /** The skills that count for each need, of which somebody is known in. */
  readonly counting: readonly { readonly need: number; readonly skill: string }[];
  /** The latest evidence behind any of them; null where there is nobody. */
  readonly latest: number | null;
}

interface Wanted {
  readonly filterBy: object | null | undefined;
  readonly freeFor: TimeNeeded | null;
  readonly asOf: number;
  /** Internal id of whom the page begins behind; undefined for the first. */
  readonly after: string | undefined;
  readonly most: number;
}

/** Who has no edge to any of the skills is unknown in everything and no part of the answer. */
export async function matchesOf(
  context: RequestContext,
  states: States,
  needs: readonly WeighedNeed[],
  { filterBy, freeFor, asOf, after, most }: Wanted,
): Promise<Matches> {
  const { everyone, personKeys } = await context.visible();
  const seen = new Set(personKeys);
  const walk = new NeedsOnWalk(states, needs, asOf);
  const meetingAt = await peopleMeetingFilters(context, [walk.skills], filterBy);
  const hasTime = freeFor && (await whoHasTime(context, { states, plans: await context.plans() }, freeFor));
  const counts = (key: string, place: number): boolean =>
    (everyone || seen.has(key)) && (hasTime?.(key, place) ?? true);
  const visible = { meeting: meetingAt(0), counts };
  const last = after === undefined ? undefined : { key: after, fit: walk.ofPerson(after).fit };
  const best = new Best<Match>(most, byFit);
  const all: string[] = [];
  const knownPeople: string[] = [];
  let latest: number | null = null;
  await throughActive(context, states, walk.walk, (place) => {
    const key = keyIfCounted(states, visible, place);
    if (key === undefined) return;
    latest = Math.max(latest ?? -Infinity, walk.walk.latest());
    knownPeople.push(key);
    const { fit, knownShare, counted } = walk.ofPlace();
    walk.note();
    const isEnough = needs.every(
      ({ minimumProbability }, need) => (counted[need]?.probability ?? 0) >= minimumProbability,
    );
    if (!isEnough) return;
    all.push(key);
    const worst = best.last;
    if ((worst && fit < worst.fit) || !isBehind(last, { key, fit })) return;
    const person = states.personAt(place);
    best.add({ key, person, fit, knownShare, known: counted.map((one) => one && walk.knownBy(one)) });
  });
  return { best: best.items, all, knownPeople, counting: walk.counting, latest };
}

/** The skill that counts for a need of one person. */
interface Counted {
  readonly skill: number;
  readonly probability: number;
}

/** What people meet needs by, on a date, one after the other. */
class NeedsOnWalk {
  readonly skills: readonly string[];
  readonly walk: Walk;
  /** By number of the skill the needs that it counts for, each with the ability that it takes; null where any is enough. */
  private readonly serves: readonly (readonly (readonly [need: number, threshold: number | null])[])[];
  /** Numbers of skills that somebody was known in. */
  private readonly known = new Set<number>();

  constructor(
    private readonly states: States,
    private readonly needs: readonly WeighedNeed[],
    asOf: number,
  ) {
    const serves = new Map<string, (readonly [number, number | null])[]>();
    needs.forEach(({ skill: { key }, level, narrower }, need) => {
      for (const skill of narrower ? states.withNarrower(key) : [key]) {
        const threshold = level === null ? null : requiredAbility(level, states.referenceOf(skill));
        const served = serves.get(skill);
        if (served) served.push([need, threshold]);
        else serves.set(skill, [[need, threshold]]);
      }
    });
    this.skills = [...serves.keys()];
    this.serves = [...serves.values()];
    this.walk = states.walk(this.skills, asOf);
  }

  /** Of the person whom the walk has come to: the skill counts that they most likely have the level in. */
  ofPlace(): Fit & { readonly counted: readonly (Counted | undefined)[] } {
    const counted = this.needs.map((): Counted | undefined => undefined);
    for (const skill of this.walk.known()) {
      const ability = this.walk.ability(skill);
      for (const [need, threshold] of this.serves[skill] ?? []) {
        const probability = threshold === null ? 1 : probabilityAbove(ability, threshold);
        const one = { skill, probability };
        if (this.countsBefore(one, counted[need])) counted[need] = one;
      }
    }
    const weighed = this.needs.map(({ importance }, need) => ({
      importance,
      probability: counted[need]?.probability,
    }));
    return { ...fitOf(weighed), counted };
  }

  /** Of somebody whoever they are; the walk then begins anew. */
  ofPerson(key: string): Fit {
    this.walk.comeTo(key);
    const fit = this.ofPlace();
    this.walk.begin();
    return fit;
  }

  /** Notes what the person whom the walk has come to is known in. */
  note(): void {
    for (const skill of this.walk.known()) this.known.add(skill);
  }

  get counting(): { need: number; skill: string }[] {
    return [...this.known].flatMap((skill) =>
      (this.serves[skill] ?? []).map(([need]) => ({ need, skill: this.skills[skill] ?? '' })),
    );
  }

  /** What is shown of a skill that counts. */
  knownBy({ skill, probability }: Counted): Known {
    const key = this.skills[skill] ?? '';
    return {
      skill: this.states.skillNamed(key) ?? { key, name: '', sortName: '' },
      ability: this.walk.ability(skill),
      reference: this.states.referenceOf(key),
      probability,
    };
  }

  /** Of equal probabilities always the same skill counts, whatever the order of skills. */
  private countsBefore(one: Counted, other: Counted | undefined): boolean {
    if (!other) return true;
    if (one.probability !== other.probability) return one.probability > other.probability;
    return (this.skills[one.skill] ?? '') < (this.skills[other.skill] ?? '');
  }
}
