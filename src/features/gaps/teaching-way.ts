import { learnedBy, type Lesson } from '../../estimators/learning-path';
import { probabilityAbove, requiredAbility } from '../../estimators/level';
import { z95 } from '../../estimators/normal';
import { takeTurns } from '../../shared/slices';
import { currentRevisionOf, moduleByKey } from '../modules/module.loader';
import type { Module } from '../modules/module.type';
import { teachingModules } from '../modules/teaching-modules.read';
import { whoseOf } from '../outcomes/cut';
import { learningGainOfRevision } from '../outcomes/learning-gain.loader';
import type { SkillGain } from '../outcomes/learning-gain.type';
import { namedPerson } from '../people/people.store';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import type { States } from '../request/states';
import type { GapOfGroup } from './gap-of-group';
import type { Changed } from './remaining-shortfall';
import type { WayOutModule, WayOutPerson } from './way-out.type';

/** How many modules that teach a skill are looked at, the shortest first. */
const mostModules = 10;

/** A module that teaches a skill, with what it does for whoever goes through it. */
interface TaughtBy extends Lesson {
  readonly module: Module;
}

/** Who would learn what, before it is said what that leaves. */
export interface Teaching {
  readonly people: WayOutPerson[];
  readonly modules: WayOutModule[];
  readonly hours: number | null;
  /** Hours of the one who learns longest; null where not known. */
  readonly longest: number | null;
  readonly changed: Changed;
}

/** The modules in use that teach skills up to what gaps require, read for all of them together. */
export class TeachingWays {
  private constructor(
    private readonly context: RequestContext,
    private readonly states: States,
    /** By internal id of the skill: each with the level that it teaches up to. */
    private readonly ofSkills: ReadonlyMap<
      string,
      readonly { readonly level: number; readonly by: TaughtBy }[]
    >,
  ) {}

  static async read(context: RequestContext, gaps: readonly GapOfGroup[]): Promise<TeachingWays> {
    const references = new Map(gaps.map(({ need, reference }) => [need.skillKey, reference]));
    const lowest = new Map<string, number>();
    for (const { need } of gaps)
      lowest.set(need.skillKey, Math.min(lowest.get(need.skillKey) ?? 1, need.level));
    const looked = new Map<string, number>();
    const rows = (await teachingModules(context, [...references.keys()])).filter(({ skill, to }) => {
      const before = looked.get(skill) ?? 0;
      if (to < (lowest.get(skill) ?? 0) || before >= mostModules) return false;
      looked.set(skill, before + 1);
      return true;
    });
    const keys = rows.map(({ key }) => key);
    const [states, modules, revisions, whose] = await Promise.all([
      context.states(),
      loadAhead(context, moduleByKey, keys, null),
      loadAhead(context, currentRevisionOf, keys, null),
      whoseOf(context, {}),
    ]);
    const published = [...revisions.values()].flatMap((revision) => revision?.key ?? []);
    const gains = await loadAhead(context, learningGainOfRevision, published, whose);
    const ofSkills = new Map<string, { level: number; by: TaughtBy }[]>();
    for (const { skill, key, to } of rows) {
      await takeTurns(context.gone);
      const module = modules.get(key);
      if (!module) continue;
      const found = gains.get(revisions.get(key)?.key ?? '');
      const seen =
        found && 'skills' in found ? found.skills.find(({ skillKey }) => skillKey === skill) : undefined;
      // What did not raise the skill of those who took it is no way out.
      if (seen && seen.gain <= 0) continue;
      const stated = module.expectedMinutes == null ? null : module.expectedMinutes / 60;
      const by: TaughtBy = {
        module,
        hours: found && 'skills' in found ? (found.hours ?? stated) : stated,
        gain: seen ? gainOf(seen) : null,
        upTo: requiredAbility(to, references.get(skill) ?? 0),
      };
      ofSkills.set(skill, [...(ofSkills.get(skill) ?? []), { level: to, by }]);
    }
    return new TeachingWays(context, states, ofSkills);
  }

  /** Those nearest to a gap, no more than are lacking; undefined where there is nobody. They are looked at by this. */
  of(gap: GapOfGroup, lacking: number): Teaching | undefined {
    const { need, threshold } = gap;
    const { meetsFrom } = this.context.rules;
    const near = gap.nearest(meetsFrom).slice(0, lacking);
    const lessons = (this.ofSkills.get(need.skillKey) ?? [])
      .filter(({ level }) => level >= need.level)
      .map(({ by }) => by)
      .sort(mostPerHourFirst);
    const learned = near.flatMap(({ person, ability, probability }) => {
      const place = this.states.placeOf(person);
      if (place === undefined) return [];
      this.context.looks.add('gaps', person);
      const after = learnedBy(ability, lessons, threshold, meetsFrom);
      return [{ person: this.states.personAt(place), probability, ...after }];
    });
    if (learned.length === 0) return undefined;
    const each = learned.map((one) => (one.taken === 0 ? null : one.hours));
    const known = each.filter((hours) => hours !== null);
    const isKnown = known.length === each.length;
    return {
      people: learned.map(({ person, probability, ability }, place) => ({
        person: namedPerson(person),
        ...{ probability, probabilityAfter: probabilityAbove(ability, threshold) },
        ...{ hours: each[place] ?? null, opens: null },
      })),
      modules: lessons
        .slice(0, Math.max(...learned.map(({ taken }) => taken)))
        .map(({ module, hours, gain }) => ({ module, hours, gain: gain?.mean ?? null })),
      hours: isKnown ? known.reduce((sum, hours) => sum + hours, 0) : null,
      longest: isKnown ? Math.max(...known) : null,
      changed: new Map(learned.map(({ person, ability }) => [person.key, ability])),
    };
  }
}

function gainOf({ gain, low, high }: SkillGain) {
  return { mean: gain, variance: ((high - low) / (2 * z95)) ** 2 };
}

/** What was seen to raise a skill comes first; what nobody has seen at work stays in its order. */
function mostPerHourFirst(left: TaughtBy, right: TaughtBy): number {
  return perHour(right) - perHour(left) || 0;
}

function perHour({ gain, hours }: TaughtBy): number {
  if (!gain) return -1;
  return hours === null || hours <= 0 ? 0 : gain.mean / hours;
}
