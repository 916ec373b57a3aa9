import {
  buildAndSwitch,
  type BuildingOptions,
  type BuildingPlan,
  type NextCalibration,
} from '../../src/features/switching/switching.service';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { keyOfGlobalId } from '../../src/shared/ids';
import type { Saved, TestGraph } from './graph';

const CURRENT = statement<{ calibration: NextCalibration['parameters'] }>(
  'test.currentCalibration',
  `MATCH (calibration:Calibration {current: true})
   RETURN calibration {.generalMean, .generalVariance, .skillVariance, .sittingVariance, .sittingPersistence,
     .generalDriftPerDay, .skillDriftPerDay, .skillDriftPerSitting, .skillDriftPerAnswer, .gainRight, .gainWrong,
     .gainDecline, .guessing, .weaknessWeight, .repeatEase, .repeatVariance, .questionVariance} AS calibration`,
);

/** A calibration that says something else of a graph's questions and skills than the one in force. */
export async function otherCalibration(
  database: Database,
  { questions, skills }: Pick<TestGraph, 'questions' | 'skills'>,
  difference = 1,
): Promise<NextCalibration> {
  const [row] = await database.query(CURRENT);
  const versions = await database.query(VERSIONS, {
    questions: questions.map(({ id }) => keyOfGlobalId('Question', id)!),
  });
  return {
    parameters: { ...row!.calibration, generalVariance: 1 + difference / 10 },
    versions: versions.map(({ key }, place) => ({
      key,
      difficulty: difference * (place % 3),
      variance: 0.1,
      discrimination: 1.1,
    })),
    skills: skills.map(({ id }) => ({
      key: keyOfGlobalId('Skill', id)!,
      difficulty: difference,
      usual: difference,
    })),
    evidence: { fittedAnswers: 1, fittedPeople: 1, logLoss: 0.5 },
  };
}

const VERSIONS = statement<{ key: string }>(
  'test.versionsOfQuestions',
  `UNWIND $questions AS question
   MATCH (:Question {id: question})-[:CURRENT]->(version:QuestionVersion)
   RETURN version.id AS key`,
);

/** Makes such a calibration and switches to it, as `npm run calibrate` does once it has fitted one. */
export function switchTo(
  database: Database,
  next: BuildingPlan['content'],
  options: BuildingOptions & { readonly purpose?: string } = {},
): Promise<number | undefined> {
  const { purpose = 'spec', ...rest } = options;
  return buildAndSwitch(database, { what: 'a spec', purpose, content: next }, { patience: 0, ...rest });
}

const CALIBRATIONS = statement<{ number: number; current: boolean; slot: number | null; sets: number }>(
  'test.calibrations',
  `MATCH (calibration:Calibration)
   RETURN calibration.number AS number, calibration.current AS current, calibration.slot AS slot,
     COUNT { (calibration)-[:SETS]->() } AS sets
   ORDER BY number`,
  'there are few',
);

/** All calibrations as they are stored. */
export function calibrationsOf(database: Database) {
  return database.query(CALIBRATIONS);
}

const SLOTS = statement<{ edges: number; general: number }>(
  'test.statesInSlot',
  `UNWIND $people AS key
   MATCH (person:Person {id: key})
   RETURN sum(COUNT { (person)-[:HAS_SKILL {slot: $slot}]->() }) AS edges,
     count(CASE $slot WHEN 0 THEN person.general0 ELSE person.general1 END) AS general`,
);

/** How many states of these people are in a slot. */
export async function statesIn(database: Database, people: readonly Saved[], slot: 0 | 1) {
  const [row] = await database.query(SLOTS, {
    people: people.map(({ id }) => keyOfGlobalId('Person', id)!),
    slot,
  });
  return row!;
}
