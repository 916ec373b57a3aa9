/** A belief about one ability on the logit scale. */
export interface Gaussian {
  /** Logits; 0 is the ability that answers a question of difficulty 0 half the time. */
  readonly mean: number;
  /** Squared logits, above 0. */
  readonly variance: number;
}

/** Who states a level. */
export const claimKinds = ['SELF', 'PEER', 'LEAD', 'CREDENTIAL'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** How people start, move and answer; part of a numbered calibration. Variances are in squared logits. */
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
  /** What a right answer raises the skill by, beside what it tells, logits; not below 0. */
  readonly gainRight: number;
  /** What a wrong answer raises the skill by, beside what it tells, logits; may be below 0. */
  readonly gainWrong: number;
  /** How fast gains decline: the gain of the answer after n others is divided by 1 + gainDecline n. */
  readonly gainDecline: number;
  /** Probability of a right answer by somebody who knows nothing, in [0,1). */
  readonly guessing: number;
  /** How much harder somebody's very first question is than later ones, logits; below 0 where it is easier. */
  readonly warmUp: number;
  /** How many answers later 1/e of that is left, above 0. */
  readonly warmUpAnswers: number;
  /** Of a question's several skills, how much more the weaker counts: weights are as exp(-weaknessWeight offset). */
  readonly weaknessWeight: number;
  /** How much easier a question is from the second attempt on, logits. */
  readonly repeatEase: number;
  /** Variance of what an attempt from the second on is about apart from the skill: it tells the less. */
  readonly repeatVariance: number;
  /** Of probabilities as they are foretold: how sharply those of right answers grow with the model's, above 0; 1 is as it says. */
  readonly rightSharpness: number;
  /** The same of wrong answers. */
  readonly wrongSharpness: number;
  /** How much likelier right answers are than the model says, logits. */
  readonly recalibrationShift: number;
}

/** What a calibration holds of a question version. */
export interface QuestionParameters {
  /** Logits. */
  readonly difficulty: number;
  /** How uncertain the difficulty is, squared logits. */
  readonly difficultyVariance: number;
  /** How sharply the question tells abilities apart, above 0; 1 is usual. */
  readonly discrimination: number;
}

/** One answer as the model reads it. */
export interface Answered<Skill = string> extends QuestionParameters {
  /** When, in days since some fixed moment; NaN where no time is known. */
  readonly day: number;
  /** What the source calls the sitting; null where it says nothing. */
  readonly sitting: string | number | null;
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
  /** How much the kind of claim leaves open, squared logits. */
  readonly variance: number;
}

/** What was expected of an answer before its score was seen. */
export interface Expectation {
  /** Of a right answer, in (0,1), recalibrated. */
  readonly probability: number;
  /** Of the logit that the response function is applied to. */
  readonly mean: number;
  readonly variance: number;
}
