import { probabilityAbove, requiredAbility } from '../../estimators/level';
import { fitOf } from '../../estimators/fit';
import { unknownPace } from '../../estimators/learning-pace';
import { Best } from '../../shared/best';
import type { RequestContext } from '../request/context';
import type { RequirementRow } from '../request/plans';
import type { States } from '../request/states';
import { skillsOf, throughActive } from '../staffing/eligible';

/** Months within which somebody may become ready: whom it is worth looking at more closely. */
const ahead = 12;

/** Somebody with how near they are to a role. */
export interface Near {
  /** Internal id. */
  readonly key: string;
  readonly nearness: number;
  /** Share of importance on what they are known in. */
  readonly knownShare: number;
}

export interface NearestOnes {
  /** Of those known in every required skill, nearest first. */
  readonly known: readonly Near[];
  /** Of those known in some of them only. */
  readonly partly: readonly Near[];
  /** Internal ids of all who are known in every required skill, by place. */
  readonly everyone: readonly string[];
}

/**
 * The first of those who are active, known in what is required and seen by the viewer. Known in all of it, they are ordered by the
 * product of the probabilities that each is met within a year where nothing is known of their pace: a bound would need everybody's own
 * pace, and this keeps whoever is near enough for it to matter.
 */
export async function nearestOnes(
  context: RequestContext,
  states: States,
  needs: readonly RequirementRow[],
  most: number,
): Promise<NearestOnes> {
  const visible = await context.visible();
  const seen = visible.everyone ? undefined : new Set(visible.personKeys);
  const skills = skillsOf(needs);
  const walk = states.walk(skills, context.now);
  const required = needs.map(({ skillKey, level, importance }) => ({
    skill: skills.indexOf(skillKey),
    threshold: requiredAbility(level, states.referenceOf(skillKey)),
    importance,
  }));
  const [known, partly] = [new Best<Near>(most, byNearness), new Best<Near>(most, byNearness)];
  const places: number[] = [];
  const learned = unknownPace.variance * ahead ** 2;
  await throughActive(context, states, walk, (place) => {
    if (states.isArchived(place) || (seen && !seen.has(states.keyAt(place)))) return;
    const isKnown = walk.known().length === skills.length;
    let nearness: number;
    let knownShare = 1;
    if (isKnown) {
      places.push(place);
      nearness = 1;
      for (const { skill, threshold } of required) {
        const { mean, variance } = walk.ability(skill);
        nearness *= probabilityAbove({ mean, variance: variance + learned }, threshold);
        if (nearness < (known.last?.nearness ?? 0)) return;
      }
    } else {
      const weighed = required.map(({ skill, threshold, importance }) => ({
        importance,
        probability: walk.isKnown(skill) ? probabilityAbove(walk.ability(skill), threshold) : undefined,
      }));
      ({ fit: nearness, knownShare } = fitOf(weighed));
    }
    const among = isKnown ? known : partly;
    if (nearness < (among.last?.nearness ?? 0)) return;
    among.add({ key: states.keyAt(place), nearness, knownShare });
  });
  return { known: known.items, partly: partly.items, everyone: places.map((place) => states.keyAt(place)) };
}

function byNearness(one: Near, other: Near): number {
  return other.nearness - one.nearness || (one.key < other.key ? -1 : 1);
}
