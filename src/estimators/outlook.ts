import { fitOf, type Fit } from './fit';
import { probabilityAbove } from './level';
import { daysPerMonth } from './learning-pace';
import { fewerNodes, normalCdf } from './normal';
import { combinedOn, skillVarianceOn, type GeneralFigures, type OffsetFigures } from './person-state';
import type { Gaussian, ModelParameters } from './types';

/** How many months ahead is looked for when somebody is ready. */
export const furthestMonths = 36;
const monthsOfQuarter = 3;

/** A skill that is required, and what is known of a person in it. */
export interface RequiredSkill {
  /** Tells the skill from the others: of several levels of one the highest decides. */
  readonly skill: string;
  readonly offset: OffsetFigures;
  /** The ability that it takes, logits. */
  readonly threshold: number;
  /** Above 0; only its share among the requirements counts. */
  readonly importance: number;
}

/** When somebody is likely to be ready, whole months from the day on; null where not within the furthest. */
export interface ReadyIn {
  /** The first month with a probability of a tenth at least. */
  readonly earliest: number | null;
  /** The first one with that which counts as met. */
  readonly likely: number | null;
  /** The first one with nine tenths. */
  readonly latest: number | null;
}

/** What two abilities of a person have in common is taken apart, so that given it they are independent. */
interface Loading {
  readonly mean: number;
  /** How much it changes with general ability. */
  readonly perGeneral: number;
  /** Standard deviation of what is its own. */
  readonly own: number;
  readonly threshold: number;
}

const { nodes, weights } = fewerNodes;
const drawn = Array.from(nodes, (node, at) => [node, weights[at] ?? 0] as const);
const today = [[0, 1]] as const;

/**
 * Whether a person will meet what is required, if they go on learning at their pace: each ability is what it is on the first day, moved by
 * the pace, and as uncertain as it will be by then without new evidence, and by what is not known of the pace. Abilities share general ability and
 * the pace; given these two they are independent.
 */
export class Outlook {
  /** By position: whether a requirement is the highest of its skill. */
  private readonly decides: readonly boolean[];

  /** @param pace logits a month; @param day the first, as the model counts them */
  constructor(
    private readonly general: GeneralFigures,
    private readonly required: readonly RequiredSkill[],
    private readonly pace: Gaussian,
    private readonly day: number,
    private readonly parameters: ModelParameters,
  ) {
    const highest = new Map<string, number>();
    for (const { skill, threshold } of required)
      highest.set(skill, Math.max(highest.get(skill) ?? -Infinity, threshold));
    this.decides = required.map(({ skill, threshold }) => threshold === highest.get(skill));
  }

  /** Probability, in [0,1], that all that is required is met so many months later. */
  probabilityIn(months: number): number {
    const { spread, loadings: all } = this.loadingsIn(months);
    const loadings = all.filter((_, at) => this.decides[at]);
    const paceSpread = Math.sqrt(this.pace.variance) * months;
    // On the first day the pace decides nothing.
    const paces = months === 0 ? today : drawn;
    let probability = 0;
    for (const [paceNode, paceWeight] of paces)
      for (let at = 0; at < nodes.length; at++) {
        const general = spread * (nodes[at] ?? 0);
        let joint = paceWeight * (weights[at] ?? 0);
        for (const { mean, perGeneral, own, threshold } of loadings)
          joint *= normalCdf((mean + perGeneral * general + paceSpread * paceNode - threshold) / own);
        probability += joint;
      }
    return Math.min(1, probability);
  }

  /** The ability in each skill so many months later, by position of the requirement. */
  abilitiesIn(months: number): Gaussian[] {
    const { spread, loadings } = this.loadingsIn(months);
    const paceVariance = this.pace.variance * months ** 2;
    return loadings.map(({ mean, perGeneral, own }) => ({
      mean,
      variance: (perGeneral * spread) ** 2 + own ** 2 + paceVariance,
    }));
  }

  /** How well they fit so many months later. */
  fitIn(months: number): Fit {
    const abilities = this.abilitiesIn(months);
    return fitOf(
      this.required.map(({ importance, threshold }, at) => {
        const ability = abilities[at];
        return { importance, probability: ability && probabilityAbove(ability, threshold) };
      }),
    );
  }

  /** To the month, the quarter in which it is being looked for first. @param meetsFrom the probability from which on it counts as met */
  readyIn(meetsFrom: number): ReadyIn {
    const known = new Map<number, number>();
    const probabilityIn = (months: number): number => {
      const probability = known.get(months) ?? this.probabilityIn(months);
      known.set(months, probability);
      return probability;
    };
    const firstWith = (enough: number): number | null => {
      for (let months = 0; months <= furthestMonths; months += monthsOfQuarter) {
        if (probabilityIn(months) < enough) continue;
        while (months > 0 && probabilityIn(months - 1) >= enough) months--;
        return months;
      }
      return null;
    };
    return { earliest: firstWith(0.1), likely: firstWith(meetsFrom), latest: firstWith(0.9) };
  }

  private loadingsIn(months: number): { readonly spread: number; readonly loadings: readonly Loading[] } {
    const { general, parameters } = this;
    const day = this.day + months * daysPerMonth;
    const combined = (own: Gaussian, perGeneral: number, perSitting: number, perRate: number) =>
      combinedOn(general, { own, perGeneral, perSitting, perRate }, day, parameters);
    const generalVariance = combined({ mean: 0, variance: 0 }, 1, 0, 0).variance;
    const loadings = this.required.map(({ offset, threshold }) => {
      const { intercept, generalSlope, sittingSlope, rateSlope } = offset;
      const own = { mean: intercept, variance: skillVarianceOn(offset, day, parameters) };
      const { mean, variance } = combined(own, 1 + generalSlope, sittingSlope, rateSlope);
      const shared = sittingSlope * general.sittingCovariance + rateSlope * general.rateWithGeneral;
      const perGeneral = 1 + generalSlope + (generalVariance > 0 ? shared / generalVariance : 0);
      const apart = Math.max(Number.EPSILON, variance - perGeneral ** 2 * generalVariance);
      return { mean: mean + this.pace.mean * months, perGeneral, own: Math.sqrt(apart), threshold };
    });
    return { spread: Math.sqrt(generalVariance), loadings };
  }
}
