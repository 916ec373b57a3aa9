/** A belief about one ability on the logit scale. */
export interface Gaussian {
  /** Logits; 0 is the ability that answers a question of difficulty 0 half the time. */
  readonly mean: number;
  /** Squared logits, above 0. */
  readonly variance: number;
}

/** What is known of a person's ability in one skill after its last evidence. */
export interface SkillState extends Gaussian {
  /** When the last answer behind it happened; epoch milliseconds. Uncertainty grows from here on. */
  readonly lastEvidenceAt: number;
  /** How many answers moved it. */
  readonly answers: number;
}

/** A person's state: skill id to state. A skill without evidence is absent: unknown, not low. */
export type PersonState = ReadonlyMap<string, SkillState>;

/** Where every person starts and how fast certainty fades; part of a numbered calibration. */
export interface ModelParameters {
  /** Mean of the prior ability, logits. */
  readonly priorMean: number;
  /** Variance of the prior ability, squared logits; fading never takes uncertainty beyond it. */
  readonly priorVariance: number;
  /** Variance that a day without evidence adds, squared logits. */
  readonly fadingPerDay: number;
}

/** One answer as the model reads it. */
export interface Observation {
  /** Epoch milliseconds. */
  readonly at: number;
  /** In [0,1]; a fraction counts as that share of a right answer. */
  readonly score: number;
  /** Logits, from the calibration in force. */
  readonly difficulty: number;
  /** Distinct skills the question version assesses, at least one. */
  readonly skills: readonly string[];
}

/** A mastery model: pure functions from state and observation to state. */
export interface MasteryModel {
  /** The belief on a date: the stored one with the uncertainty that time has added; the prior where there is none. */
  fade(state: Omit<SkillState, 'answers'> | undefined, at: number, parameters: ModelParameters): Gaussian;
  /** Probability of a right answer by this person at that time. */
  expect(person: PersonState, observation: Omit<Observation, 'score'>, parameters: ModelParameters): number;
  /** The states of the observed skills after one answer; the other skills stay as they are. */
  step(person: PersonState, observation: Observation, parameters: ModelParameters): Map<string, SkillState>;
}
