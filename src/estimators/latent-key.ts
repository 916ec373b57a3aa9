import type { NormalPrior } from './logistic-evidence';
import { fitOptions, type ChoiceTable, type OptionFit, type OptionPrior } from './nominal-response';

export const keyKinds = ['SOUND', 'WRONG_KEY', 'AMBIGUOUS', 'NO_KEY'] as const;
/** Which options of a question behave as right ones do: the key, another, the key and another, none. */
export type KeyKind = (typeof keyKinds)[number];

/** How options that are right, and the others, behave in one test: normal in slope and ease, learned from the test. */
export interface KeyHabits {
  readonly keySlope: number;
  readonly keySlopeVariance: number;
  readonly otherSlopeVariance: number;
  readonly keyEase: number;
  readonly keyEaseVariance: number;
  readonly otherEaseVariance: number;
  /** Shares of questions before their answers; what is left is sound. */
  readonly wrongKey: number;
  readonly ambiguous: number;
  readonly noKey: number;
  /** Of questions whose stated key hardly anybody would take for right, whatever they know. */
  readonly deadKey: number;
  /** Of sound questions those whose key few know. */
  readonly hardKey: number;
}

const usual = {
  keySlope: 0.9,
  keySlopeVariance: 0.2,
  otherSlopeVariance: 0.1,
  keyEase: 1.4,
  keyEaseVariance: 0.55,
  otherEaseVariance: 0.45,
};
/** Where it is known which option was chosen. */
export const usualOfOptions: KeyHabits = {
  ...usual,
  wrongKey: 0.077,
  ambiguous: 0.0002,
  noKey: 0.019,
  deadKey: 0.1,
  hardKey: 0.25,
};
/** Where only scores are known. Two right answers cannot be seen there, nor what else was chosen where few know the key. */
export const usualOfScores: KeyHabits = {
  ...usual,
  wrongKey: 0.03,
  ambiguous: 0,
  noKey: 0.05,
  deadKey: 0.02,
  hardKey: 0,
};

/** How many questions' worth the usual habits count, and the usual shares. */
const weightOfUsual = { habits: 4, others: 12, shares: 25 };
/** Eases are more varied than normal: their variances count as this many times what was learned. */
const easeAllowance = 1.25;
/** Hard questions are more frequent than if all were normal: their keys are less easy, logits, and so many times as varied. */
const hardKeys = { lessEasy: 1, varied: 4 };
/** This share of wrong keys is what misleads others too: an option is stated as often as it is chosen. The rest is any option. */
const misleading = 0.8;
/** How alike two options are that the able choose as the key: variances of the differences of slopes and eases. */
const alikeKeys = { slopeVariance: 0.005, easeVariance: 0.3 };
/** For each question that is told to be ambiguous so many look the same: in real exams that are sound, more than one in fifty. */
const alikeForEachAmbiguous = 100;
/** Where nobody can know what is right, the right answer is chosen less often than others, logits. */
const easeOfUnknowable = -1.5;
/** Where the stated key is none, or cannot be found, nobody chooses it at all: hard questions are another thing. */
const easeOfDeadKey = { mean: -7, variance: 0.1 };
/** Less probable hypotheses teach nothing. */
const negligible = 1e-4;

export interface KeyQuestion {
  readonly table: ChoiceTable;
  /** Of the options, of which the first is the stated key, so many can be right: rare ones taken together cannot. */
  readonly possible: number;
  readonly scoresOnly: boolean;
}

export interface KeyHypothesis {
  readonly kind: KeyKind;
  /** Options that behave as right ones. */
  readonly keys: readonly number[];
  readonly fit: OptionFit;
  readonly probability: number;
  /** Whether its options behave as is usual, so that they show what is usual in this test. */
  readonly usual: boolean;
}

/**
 * How probable it is that the stated key is the right one, that another option is, both or none: Bayes' theorem over
 * nominal response models (Bock 1972) that differ in which options behave as keys do, steeper in ability and easier. Which
 * other option is right is as probable beforehand as it is often chosen, and the more so the more mislead to the stated one.
 */
export function weighKeys(
  { table, possible, scoresOnly }: KeyQuestion,
  habits: KeyHabits,
  before?: readonly KeyHypothesis[],
): KeyHypothesis[] {
  const found: (Omit<KeyHypothesis, 'probability'> & { readonly log: number })[] = [];
  const weigh = (kind: KeyKind, keys: number[], share: number, easeOfKey?: Partial<NormalPrior>): void => {
    if (share === 0) return;
    const prior = priorOf(table.options, keys, habits);
    prior.ease[0] = easeOfKey?.mean ?? prior.ease[0] ?? 0;
    prior.easeVariance[0] = easeOfKey?.variance ?? prior.easeVariance[0] ?? 1;
    const fit = fitOptions(table, prior, before?.[found.length]?.fit);
    const usual = easeOfKey === undefined && keys.length === 1;
    found.push({ kind, keys, fit, usual, log: Math.log(share) + fit.logEvidence });
  };
  const sound = 1 - habits.wrongKey - habits.ambiguous - habits.noKey - habits.deadKey;
  weigh('SOUND', [0], sound * (1 - habits.hardKey));
  weigh('SOUND', [0], sound * habits.hardKey, {
    mean: habits.keyEase - hardKeys.lessEasy,
    variance: easeAllowance * hardKeys.varied * habits.keyEaseVariance,
  });
  const [stated = 0, ...chosen] = timesChosen(table, possible);
  const total = chosen.reduce((sum, times) => sum + times, 0);
  chosen.forEach((times, other) => {
    const asOften = (chosen.length * stated) / (stated + total - times);
    const statedInPlace = misleading * asOften + 1 - misleading;
    weigh('WRONG_KEY', [other + 1], ((habits.wrongKey * times) / total) * statedInPlace);
  });
  chosen.forEach((times, other) => weigh('AMBIGUOUS', [0, other + 1], (habits.ambiguous * times) / total));
  weigh('NO_KEY', [], habits.noKey, scoresOnly ? { mean: easeOfUnknowable } : {});
  weigh('NO_KEY', [], habits.deadKey, easeOfDeadKey);
  const highest = Math.max(...found.map(({ log }) => log));
  const sum = found.reduce((all, { log }) => all + Math.exp(log - highest), 0);
  return found.map(({ log, ...hypothesis }) => ({
    ...hypothesis,
    probability: Math.exp(log - highest) / sum,
  }));
}

/**
 * How probable it is that the able choose a second option as they choose the key. Both are right then, or the second one misleads
 * even them: answers look the same.
 */
export function probabilityOfTwoAlike(hypotheses: readonly KeyHypothesis[]): number {
  let [two, sound] = [0, 0];
  for (const { kind, probability } of hypotheses)
    if (kind === 'AMBIGUOUS') two += alikeForEachAmbiguous * probability;
    else if (kind === 'SOUND') sound += probability;
  return two > 0 ? two / (two + sound) : 0;
}

/** How often each option was chosen, the key first; half a time more, so that none is impossible. */
function timesChosen({ abilities, options, counts }: ChoiceTable, possible: number): number[] {
  return Array.from({ length: possible }, (_, option) => {
    let times = 0.5;
    for (let row = 0; row < abilities.length; row++) times += counts[row * options + option] ?? 0;
    return times;
  });
}

function priorOf(options: number, keys: readonly number[], habits: KeyHabits): OptionPrior {
  const of = (key: number, other: number): Float64Array =>
    Float64Array.from({ length: options }, (_, option) => (keys.includes(option) ? key : other));
  const [one, other] = keys;
  return {
    slope: of(habits.keySlope, 0),
    slopeVariance: of(habits.keySlopeVariance, habits.otherSlopeVariance),
    ease: of(habits.keyEase, 0),
    easeVariance: of(easeAllowance * habits.keyEaseVariance, easeAllowance * habits.otherEaseVariance),
    alike: one === undefined || other === undefined ? undefined : { options: [one, other], ...alikeKeys },
  };
}

/**
 * What the questions of a test teach about how its keys behave, and how many are wrong: one step of expectation
 * maximisation (Dempster, Laird & Rubin 1977), drawn toward what is usual (empirical Bayes, Efron & Morris 1973).
 */
export function learnedHabits(
  questions: readonly { readonly hypotheses: readonly KeyHypothesis[]; readonly possible: number }[],
  beforehand: KeyHabits,
): KeyHabits {
  const key = new Moments(weightOfUsual.habits, usual.keySlope, usual.keyEase);
  const other = new Moments(weightOfUsual.others, 0, 0);
  let wrong = weightOfUsual.shares * beforehand.wrongKey;
  const visit = (take: (moments: Moments, hypothesis: KeyHypothesis, option: number) => void): void => {
    for (const { hypotheses, possible } of questions)
      for (const hypothesis of hypotheses) {
        if (!hypothesis.usual || hypothesis.probability < negligible) continue;
        for (let option = 0; option < possible; option++)
          take(hypothesis.keys.includes(option) ? key : other, hypothesis, option);
      }
  };
  visit((moments, { fit, probability }, option) => {
    if (moments === key) moments.addMean(probability, fit.slope[option] ?? 0, fit.ease[option] ?? 0);
    else moments.addWeight(probability);
  });
  visit((moments, { fit, probability }, option) => {
    moments.addSpread(probability, fit, option);
  });
  for (const { hypotheses } of questions)
    for (const { kind, probability } of hypotheses) if (kind === 'WRONG_KEY') wrong += probability;
  const ofKey = key.variances(weightOfUsual.habits, usual.keySlopeVariance, usual.keyEaseVariance);
  const ofOther = other.variances(weightOfUsual.others, usual.otherSlopeVariance, usual.otherEaseVariance);
  return {
    ...beforehand,
    keySlope: key.slope,
    keySlopeVariance: ofKey.slope,
    keyEase: key.ease,
    keyEaseVariance: ofKey.ease,
    otherSlopeVariance: ofOther.slope,
    otherEaseVariance: ofOther.ease,
    wrongKey: wrong / (questions.length + weightOfUsual.shares),
  };
}

/** Weighted means and variances of slopes and eases, begun with what is usual. */
class Moments {
  private slopes: number;
  private eases: number;
  private slopeSquares = 0;
  private easeSquares = 0;

  constructor(
    private weight: number,
    slope: number,
    ease: number,
  ) {
    this.slopes = weight * slope;
    this.eases = weight * ease;
  }

  get slope(): number {
    return this.slopes / this.weight;
  }

  get ease(): number {
    return this.eases / this.weight;
  }

  addWeight(weight: number): void {
    this.weight += weight;
  }

  addMean(weight: number, slope: number, ease: number): void {
    this.weight += weight;
    this.slopes += weight * slope;
    this.eases += weight * ease;
  }

  addSpread(weight: number, { slope, ease, slopeVariance, easeVariance }: OptionFit, option: number): void {
    this.slopeSquares += weight * (((slope[option] ?? 0) - this.slope) ** 2 + (slopeVariance[option] ?? 0));
    this.easeSquares += weight * (((ease[option] ?? 0) - this.ease) ** 2 + (easeVariance[option] ?? 0));
  }

  variances(weight: number, slope: number, ease: number): { slope: number; ease: number } {
    return {
      slope: (this.slopeSquares + weight * slope) / this.weight,
      ease: (this.easeSquares + weight * ease) / this.weight,
    };
  }
}
