import { logistic } from './normal';
import type { Gaussian, ModelParameters, QuestionParameters } from './types';

/** Days in a month, on average: a pace is told by the month. */
export const daysPerMonth = 365.25 / 12;

/** What is believed of somebody's pace where nothing at all is known: that they stay where they are, give or take a logit a year. */
export const unknownPace: Gaussian = { mean: 0, variance: 0.1 ** 2 };

/** As many people as what is believed where nothing is known weighs against those whose pace was seen. */
const weightOfUnknown = 5;
const mostSteps = 50;
const precision = 1e-9;

/** The first answer of a person to a question. */
export interface FirstAnswer extends Pick<QuestionParameters, 'difficulty' | 'discrimination'> {
  /** Tells the skill that it is on from the others. */
  readonly skill: string;
  /** When it was given, days. */
  readonly day: number;
  /** In [0,1]. */
  readonly score: number;
}

/**
 * How fast a person's ability rises, logits a month, by first answers alone: a logistic growth curve, with an intercept for each
 * skill and one slope for all of them (Rasch with a linear change; Fischer 1976; Singer & Willett 2003), fitted by Fisher's
 * scoring. What the answers of a day have in common, being one sitting, makes each of them say less; and an ability that
 * wanders without any trend looks like one that rises: by as much the pace is less certain. What is given is what the answers say,
 * without what was believed before. Undefined where they say nothing.
 */
export function paceSeen(answers: readonly FirstAnswer[], parameters: ModelParameters): Gaussian | undefined {
  const days = answers.map(({ day }) => day);
  const span = (Math.max(...days) - Math.min(...days)) / daysPerMonth;
  if (!(span > 0)) return undefined;
  const curve = new GrowthCurve(answers, parameters);
  for (let step = 0; step < mostSteps && curve.improve() > precision; step++);
  const own = curve.information - 1 / unknownPace.variance;
  if (!(own > precision)) return undefined;
  const { generalDriftPerDay, skillDriftPerDay } = parameters;
  // The slope of a line through a Wiener process (Durbin & Koopman 2012).
  const wandering = (1.2 * (generalDriftPerDay + skillDriftPerDay) * daysPerMonth) / span;
  return { mean: (curve.slope * curve.information) / own, variance: 1 / own + wandering };
}

class GrowthCurve {
  slope = 0;
  /** On the slope, what was believed before included, once improved. */
  information = NaN;
  private readonly skills: readonly string[];
  private readonly intercepts: number[];
  private readonly middle: number;
  private readonly startVariance: number;

  constructor(
    private readonly answers: readonly FirstAnswer[],
    private readonly parameters: ModelParameters,
  ) {
    this.skills = [...new Set(answers.map(({ skill }) => skill))];
    this.intercepts = this.skills.map(() => parameters.generalMean);
    this.middle = answers.reduce((sum, { day }) => sum + day, 0) / answers.length;
    this.startVariance = parameters.generalVariance + parameters.skillVariance;
  }

  /** One step of Fisher's scoring: gives how far it went. */
  improve(): number {
    const { generalMean, guessing, sittingVariance } = this.parameters;
    const seen = this.answers.map(({ skill, day, difficulty, discrimination, score }) => {
      const at = this.skills.indexOf(skill);
      const months = (day - this.middle) / daysPerMonth;
      const ability = (this.intercepts[at] ?? 0) + this.slope * months;
      const knows = logistic(discrimination * (ability - difficulty));
      const right = guessing + (1 - guessing) * knows;
      const steepness = (1 - guessing) * discrimination * knows * (1 - knows);
      const spread = Math.max(Number.MIN_VALUE, right * (1 - right));
      return {
        at,
        months,
        day: Math.floor(day),
        pull: ((score - right) * steepness) / spread,
        weight: steepness ** 2 / spread,
      };
    });
    const ofDays = new Map<number, number>();
    for (const { day, weight } of seen) ofDays.set(day, (ofDays.get(day) ?? 0) + weight);
    const sums = this.intercepts.map((intercept) => ({
      pull: (generalMean - intercept) / this.startVariance,
      weight: 1 / this.startVariance,
      months: 0,
    }));
    let pull = (unknownPace.mean - this.slope) / unknownPace.variance;
    let weight = 1 / unknownPace.variance;
    for (const one of seen) {
      const share = 1 / (1 + sittingVariance * (ofDays.get(one.day) ?? 0));
      const of = sums[one.at];
      if (!of) continue;
      of.pull += share * one.pull;
      of.weight += share * one.weight;
      of.months += share * one.weight * one.months;
      pull += share * one.pull * one.months;
      weight += share * one.weight * one.months ** 2;
    }
    this.information = weight - sums.reduce((sum, of) => sum + of.months ** 2 / of.weight, 0);
    const rise =
      (pull - sums.reduce((sum, of) => sum + (of.months * of.pull) / of.weight, 0)) / this.information;
    // Half a logit at a time at most: where all answers are right the curve is flat far away.
    const step = Math.max(-0.5, Math.min(0.5, rise));
    this.slope += step;
    sums.forEach((of, at) => {
      const up = (of.pull - of.months * step) / of.weight;
      this.intercepts[at] = (this.intercepts[at] ?? 0) + Math.max(-2, Math.min(2, up));
    });
    return Math.abs(rise);
  }
}

/**
 * What is believed of somebody's pace before they are asked anything, by what was seen of others: normal around a mean, both of its
 * figures estimated from theirs (empirical Bayes by EM; Laird & Ware 1982), with what is not sure of the mean. With few it is wide, around staying where one is.
 */
export function usualPace(seen: readonly Gaussian[]): Gaussian {
  let { mean, variance } = unknownPace;
  for (let step = 0; step < mostSteps; step++) {
    const believed = seen.map((one) => paceGiven(one, { mean, variance }));
    const total = believed.length + weightOfUnknown;
    const next =
      (believed.reduce((sum, one) => sum + one.mean, 0) + weightOfUnknown * unknownPace.mean) / total;
    const squares = believed.reduce((sum, one) => sum + (one.mean - next) ** 2 + one.variance, 0);
    variance = (squares + weightOfUnknown * (unknownPace.variance + (unknownPace.mean - next) ** 2)) / total;
    mean = next;
  }
  const certainty = seen.reduce((sum, one) => sum + 1 / (variance + one.variance), 0);
  return { mean, variance: variance + 1 / (certainty + weightOfUnknown / unknownPace.variance) };
}

/** What is believed of one person's pace: what is usual, with what was seen of them. */
export function paceGiven(seen: Gaussian | undefined, usual: Gaussian): Gaussian {
  if (!seen) return usual;
  const variance = 1 / (1 / usual.variance + 1 / seen.variance);
  return { mean: variance * (usual.mean / usual.variance + seen.mean / seen.variance), variance };
}
