import { AnswerIndexes, AnswerLogBuilder, type AnswerLog } from '../../estimators/answer-log';
import { compareEvidence } from '../../estimators/fold';
import type { Database } from '../../graph/driver/database';
import { scoreRead } from '../calibrations/version-standing';
import { answersOfPeople, heldAnswer, type AnswersOfPerson } from '../evidence/evidence.store';
import type { Readings } from '../calibrations/readings';
import { forEverybody } from '../mastery/everybody.store';
import { dayOf } from '../states/stored-state';

/** All evidence that a calibration is fitted to. */
export interface EvidenceLog {
  readonly log: AnswerLog;
  readonly answers: number;
  /** Those who answered anything. */
  readonly people: number;
  /** Internal ids of question versions, by their index in the log. */
  readonly versions: readonly string[];
  /** Internal ids of skills, by their index in the log. */
  readonly skills: readonly string[];
}

const peopleAtOnce = 500;

/**
 * Reads every accepted, not withdrawn answer, people in id order and each one's answers in the order of their fold, some
 * people at a time. Undefined where it was stopped.
 */
export async function readLog(
  database: Database,
  readings: Readings,
  onProgress: (done: number) => void,
  stop?: AbortSignal,
): Promise<EvidenceLog | undefined> {
  const indexes = new AnswerIndexes();
  const builder = new AnswerLogBuilder(indexes);
  const skills = new Set<string>();
  const isRead = await forEverybody(database, { atOnce: peopleAtOnce, stop }, onProgress, async (people) => {
    const given = await answersOfPeople(database, people);
    await readings.learn(
      database,
      given.flatMap(({ answers }) => answers.map((row) => heldAnswer.fieldsOf(row).version)),
      [],
    );
    for (const person of given) addPerson(builder, person, readings, skills);
  });
  if (!isRead) return undefined;
  const { log } = builder.build();
  const questionDoubt = Float64Array.from(indexes.questionIds, (version) => readings.doubtIn(version));
  // The log numbers skills as they are first seen, and so does a set.
  return {
    log: { ...log, questionDoubt },
    answers: log.question.length,
    people: log.people,
    versions: indexes.questionIds,
    skills: [...skills],
  };
}

function addPerson(
  builder: AnswerLogBuilder,
  { person, answers }: AnswersOfPerson,
  { versions }: Readings,
  seen: Set<string>,
): void {
  const ordered = answers.map((row) => heldAnswer.fieldsOf(row)).sort(compareEvidence);
  for (const answer of ordered) {
    const { at, attempt, sitting, version } = answer;
    const known = versions.get(version);
    // Recorded for a question that was published after its page of people was read: the next calibration has it.
    if (!known) continue;
    const score = scoreRead(answer, known);
    if (score === undefined) continue;
    const { skills } = known;
    for (const skill of skills) seen.add(skill);
    builder.add({
      person,
      question: version,
      skills,
      score,
      attempt,
      day: dayOf(at),
      session: sitting ?? undefined,
    });
  }
}
