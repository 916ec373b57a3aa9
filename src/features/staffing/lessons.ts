import type { Lesson } from '../../estimators/learning-path';
import { requiredAbility } from '../../estimators/level';
import { z95 } from '../../estimators/normal';
import { takeTurns } from '../../shared/slices';
import { currentRevisionOf, moduleByKey } from '../modules/module.loader';
import type { Module } from '../modules/module.type';
import { teachingModules } from '../modules/teaching-modules.read';
import { whoseOf } from '../outcomes/cut';
import { learningGainOfRevision } from '../outcomes/learning-gain.loader';
import type { SkillGain } from '../outcomes/learning-gain.type';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import type { LearnedModule } from './learning.type';

/** How many modules that teach a skill are looked at, the shortest first. */
const mostModules = 10;

/** A module that teaches a skill, with what it does for whoever goes through it. */
export interface TaughtBy extends Lesson {
  readonly module: Module;
  /** The level from which on it is for somebody; null where for everybody. */
  readonly from: number | null;
}

/** A level of a skill that is to be taught. */
interface ToTeach {
  /** Internal id. */
  readonly skillKey: string;
  readonly level: number;
  /** Difficulty of the skill's reference question, logits. */
  readonly reference: number;
}

/** The modules in use that teach skills up to what is required, read for all of them together. */
export class Lessons {
  private constructor(
    /** By internal id of the skill: each with the level that it teaches up to. */
    private readonly ofSkills: ReadonlyMap<
      string,
      readonly { readonly level: number; readonly by: TaughtBy }[]
    >,
  ) {}

  static async read(context: RequestContext, wanted: readonly ToTeach[]): Promise<Lessons> {
    const references = new Map(wanted.map(({ skillKey, reference }) => [skillKey, reference]));
    const lowest = new Map<string, number>();
    for (const { skillKey, level } of wanted)
      lowest.set(skillKey, Math.min(lowest.get(skillKey) ?? 1, level));
    const looked = new Map<string, number>();
    const rows = (await teachingModules(context, [...references.keys()])).filter(({ skill, to }) => {
      const before = looked.get(skill) ?? 0;
      if (to < (lowest.get(skill) ?? 0) || before >= mostModules) return false;
      looked.set(skill, before + 1);
      return true;
    });
    const keys = rows.map(({ key }) => key);
    const [modules, revisions, whose] = await Promise.all([
      loadAhead(context, moduleByKey, keys, null),
      loadAhead(context, currentRevisionOf, keys, null),
      whoseOf(context, {}),
    ]);
    const published = [...revisions.values()].flatMap((revision) => revision?.key ?? []);
    const gains = await loadAhead(context, learningGainOfRevision, published, whose);
    const ofSkills = new Map<string, { level: number; by: TaughtBy }[]>();
    for (const { skill, key, from, to } of rows) {
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
        ...{ module, from },
        hours: found && 'skills' in found ? (found.hours ?? stated) : stated,
        gain: seen ? gainOf(seen) : null,
        upTo: requiredAbility(to, references.get(skill) ?? 0),
      };
      ofSkills.set(skill, [...(ofSkills.get(skill) ?? []), { level: to, by }]);
    }
    return new Lessons(ofSkills);
  }

  /** Those that teach a skill up to a level, what raises it most in an hour first. */
  upTo(skill: string, level: number): TaughtBy[] {
    return (this.ofSkills.get(skill) ?? [])
      .filter((one) => one.level >= level)
      .map(({ by }) => by)
      .sort(mostPerHourFirst);
  }

  /** All that teach a skill, of those that were read. */
  of(skill: string): TaughtBy[] {
    return (this.ofSkills.get(skill) ?? []).map(({ by }) => by);
  }
}

export function learnedModule({ module, hours, gain }: TaughtBy): LearnedModule {
  return { module, hours, gain: gain?.mean ?? null };
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
