/** A belief about one ability on the logit scale. */
export interface Gaussian {
  /** Logits; 0 is the ability that answers a question of difficulty 0 half the time. */
  readonly mean: number;
  /** Squared logits, above 0. */
  readonly variance: number;
}

/** What kind of source states a level. */
export const claimKinds = ['SELF', 'PEER', 'LEAD', 'CREDENTIAL'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** How people start, change and answer; part of a numbered calibration. Variances are in squared logits. */
export interface ModelParameters {
  /** Mean of general ability among people, logits: where a new person starts. */
  readonly generalMean: number;
  /** Variance of general ability among people. */
  readonly generalVariance: number;
  /** Variance of what a person's ability in one skill is apart from the general one. */
  readonly skillVariance: number;
  /** Variance of the effect of a sitting: how far one session's answers are off together. */
  readonly sittingVariance: number;
  /** Share of the sitting's effect that lasts from one answer to the next, in (0,1]. */
  readonly sittingPersistence: number;
  /** Variance that a day adds to general ability, up to generalVariance. */
  readonly generalDriftPerDay: number;
  /** Variance that a day adds to a skill, up to skillVariance. */
  readonly skillDriftPerDay: number;
  /** Variance that is added to a skill when it is asked about in a new sitting. */
  readonly skillDriftPerSitting: number;
  /** Variance that each further answer adds to a skill: practice changes people. */
  readonly skillDriftPerAnswer: number;
  /** How much practice by a right answer raises the skill, beside what the answer shows, logits; not below 0. */
  readonly gainRight: number;
  /** How much practice by a wrong answer raises the skill, beside what the answer shows, logits; may be below 0. */
  readonly gainWrong: number;
  /** How fast gains decline: the gain of the answer after n others is divided by 1 + gainDecline n. */
  readonly gainDecline: number;
  /** Variance among people of their learning rate: by what share of it practice adds more than the gain to a person. */
  readonly gainVariance: number;
  /** Probability of a right answer by a person who knows nothing, in [0,1). */
  readonly guessing: number;
  /** How much harder a person's very first question is than later ones, logits; below 0 where it is easier. */
  readonly warmUp: number;
  /** After how many answers that has fallen to 1/e, above 0. */
  readonly warmUpAnswers: number;
  /** How much more the weaker of a question's several skills counts: weights are proportional to exp(-weaknessWeight offset). */
  readonly weaknessWeight: number;
  /** How much easier a question is from the second attempt on, logits. */
  readonly repeatEase: number;
  /** Variance of what else decides an attempt from the second on, apart from the skill: so it shows less. */
  readonly repeatVariance: number;
  /** Variance among people of what one of them knows of a single question, apart from its skills. */
  readonly memoryVariance: number;
  /** Variance that each further answer to a question adds to that, up to memoryVariance: practice changes people. */
  readonly memoryDrift: number;
  /** How much a right answer makes the same question easier for the person from then on, logits. */
  readonly memoryGainRight: number;
  /** How much a wrong answer makes the same question easier for the person from then on, logits. */
  readonly memoryGainWrong: number;
  /** How much easier the same question is right after a right answer to it, logits; forgotten. */
  readonly recallRight: number;
  /** How much easier the same question is right after a wrong answer to it, logits; forgotten. */
  readonly recallWrong: number;
  /** How fast that is forgotten: after n other answers and d days it is divided by 1 + n forgettingPerAnswer + d forgettingPerDay. */
  readonly forgettingPerAnswer: number;
  readonly forgettingPerDay: number;
  /** Recalibration of predictions: weight of ln p, above 0; 1 leaves it as the model says. */
  readonly rightSharpness: number;
  /** Recalibration of predictions: weight of -ln(1 - p), above 0; 1 leaves it as the model says. */
  readonly wrongSharpness: number;
  /** Recalibration of predictions: how much likelier right answers are than the model says, logits. */
  readonly recalibrationShift: number;
}

/** The parameters of a question version in a calibration. */
export interface QuestionParameters {
  /** Logits. */
  readonly difficulty: number;
  /** How uncertain the difficulty is, squared logits. */
  readonly difficultyVariance: number;
  /** How sharply the question separates higher from lower ability, above 0; 1 is usual. */
  readonly discrimination: number;
}

/** One answer as the model reads it. */
export interface Answered<Skill = string> extends QuestionParameters {
  /** When, in days since some fixed moment; NaN where no time is known. */
  readonly day: number;
  /** What the source calls the sitting; null where it says nothing. */
  readonly sitting: string | number | null;
  /** Tells the question from every other. */
  readonly question: number;
  /** Distinct skills that the question version assesses. */
  readonly skills: Iterable<Skill>;
  /** In [0,1]; a fraction counts as that share of a right answer. */
  readonly score: number;
  /** Which try of this person at this question, from 1. */
  readonly attempt: number;
}

/** One claim as the model reads it. */
export interface Claimed<Skill = string> {
  readonly day: number;
  readonly skill: Skill;
  /** The ability that has the stated level, logits. */
  readonly ability: number;
  /** How uncertain this kind of claim is, squared logits. */
  readonly variance: number;
}

/** What was expected of an answer before its score was seen. */
export interface Expectation {
  /** Probability of a right answer, in (0,1), recalibrated. */
  readonly probability: number;
  /** Mean and variance of the logit that the response function is applied to. */
  readonly mean: number;
  readonly variance: number;
  /** How much the mean changes with the question's difficulty, in (0,1]: less where the person's earlier answers to it count. */
  readonly sensitivity: number;
}
