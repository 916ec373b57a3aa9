import { statement, type Queries } from '../driver/statement';
import { changeInSteps, type Migration } from './migration';

/**
 * Where people start before anything is fitted: abilities spread with a variance of 2 squared logits around 0 (wide
 * enough for novices and experts), most of it common to all skills; a year without evidence adds 0.5. A claim counts
 * as some two to six answers on the skill alone, which leave about 4 squared logits open each.
 */
const firstParameters = {
  slot: 0,
  generalMean: 0,
  generalVariance: 1.2,
  skillVariance: 0.8,
  sittingVariance: 0.1,
  sittingPersistence: 0.9,
  generalDriftPerDay: 0.2 / 365.25,
  skillDriftPerDay: 0.3 / 365.25,
  skillDriftPerSitting: 0.003,
  skillDriftPerAnswer: 0.001,
  gainRight: 0.02,
  gainWrong: 0.01,
  gainDecline: 0.2,
  guessing: 0,
  weaknessWeight: 0.3,
  repeatEase: 0.1,
  repeatVariance: 0.2,
  questionVariance: 0.5,
  selfClaimVariance: 2,
  peerClaimVariance: 1.5,
  leadClaimVariance: 1,
  credentialClaimVariance: 0.7,
};

const WIDEN_CALIBRATION = statement(
  'migrations.widenCalibration',
  `MATCH (calibration:Calibration {current: true})
   SET calibration += $parameters
   REMOVE calibration.priorMean, calibration.priorVariance, calibration.fadingPerDay`,
);

const WIDEN_DIFFICULTIES = statement(
  'migrations.widenDifficulties',
  `MATCH (:Calibration {current: true})-[own:SETS]->(:QuestionVersion) WHERE own.variance IS NULL
   SET own.variance = 0.0, own.discrimination = 1.0`,
);

const LEAVE_UNFOLDED = statement(
  'migrations.leaveUnfolded',
  `MATCH (installation:Installation {one: 1})
   WHERE EXISTS { (:Answer) }
   SET installation.unfolded = true`,
  'Whether there is any answer is known at the first one.',
);

/** Marks that what is derived from evidence has to be computed again, where there is any. */
export async function leaveUnfolded(tx: Queries): Promise<void> {
  await tx.query(LEAVE_UNFOLDED);
}

const DROP_EDGES = statement<{ changed: number }>(
  'migrations.dropEdges',
  `MATCH ()-[mastery:HAS_SKILL]->() WHERE mastery.slot IS NULL
   WITH mastery LIMIT 10000
   DELETE mastery
   RETURN count(mastery) AS changed`,
  'Every edge of the former model is let go, once: they are computed anew from evidence.',
);

export const jointModel: Migration = {
  number: 4,
  what: 'the parameters of the joint model in the current calibration; edges of the former model let go',
  async run(database, tx) {
    await leaveUnfolded(tx);
    await changeInSteps(database, DROP_EDGES);
    await tx.query(WIDEN_DIFFICULTIES);
    await tx.query(WIDEN_CALIBRATION, { parameters: firstParameters });
  },
};
