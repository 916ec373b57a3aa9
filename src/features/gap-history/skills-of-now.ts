import type { KnownCauses } from '../../estimators/shortfall-causes';
import type { RequestContext } from '../request/context';
import { loadAhead } from '../request/loaders';
import type { States } from '../request/states';
import { skillByKey } from '../skills/skill.loader';
import { nameOfNeed } from './scope';
import type { NeedStanding, Standing } from './standing';

/** How a scope stood, of skills that were merged away as of those that they became. */
export async function withSkillsOfNow<Stood extends Pick<Standing, 'needs' | 'foreseen'>>(
  context: RequestContext,
  states: States,
  stood: Stood,
): Promise<Stood> {
  const gone = stood.needs.flatMap(({ skill }) => (states.skillNamed(skill) ? [] : skill));
  if (gone.length === 0) return stood;
  const became = await loadAhead(context, skillByKey, gone, null);
  const joined = new Map<string, { need: NeedStanding; foreseen: readonly number[] }>();
  for (const [place, { skill: former, ...rest }] of stood.needs.entries()) {
    const need = { ...rest, skill: became.get(former)?.key ?? former };
    const foreseen = stood.foreseen[place] ?? [];
    const there = joined.get(nameOfNeed(need));
    joined.set(
      nameOfNeed(need),
      there
        ? {
            need: bothNeeds(there.need, need),
            foreseen: there.foreseen.map((one, day) => one + (foreseen[day] ?? 0)),
          }
        : { need, foreseen },
    );
  }
  const all = [...joined.values()];
  return { ...stood, needs: all.map(({ need }) => need), foreseen: all.map(({ foreseen }) => foreseen) };
}

function bothNeeds(one: NeedStanding, other: NeedStanding): NeedStanding {
  return {
    ...one,
    demand: one.demand + other.demand,
    supply: one.supply + other.supply,
    shortfall: one.shortfall + other.shortfall,
    causes: bothCauses(one.causes, other.causes),
    endedAt: one.demand + other.demand > 0 ? 0 : Math.max(one.endedAt, other.endedAt),
  };
}

function bothCauses(one: KnownCauses, other: KnownCauses): KnownCauses {
  return {
    people: one.people + other.people,
    fading: one.fading + other.fading,
    demand: one.demand + other.demand,
    calibration: one.calibration + other.calibration,
  };
}
