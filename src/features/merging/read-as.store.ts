import { ConflictError } from '../../shared/errors';
import { touched } from '../../graph/nouns/identity';
import { statement, type Queries } from '../../graph/driver/statement';
import type { MergedPair } from './moving.store';

/** A question that goes from a skill to another, internal ids. */
export interface MovedQuestion {
  readonly question: string;
  readonly skill: string;
  readonly part: string;
}

const READ_SKILLS_AS = statement<{ written: number }>(
  'readAs.skills',
  `UNWIND range(0, size($pairs) - 1) AS place
   WITH place, $pairs[place] AS pair
   MATCH (merge:Skill {id: pair.merge})
   MATCH (keep:Skill {id: pair.keep})
   CREATE (merge)-[:READ_AS {calibration: $number, place: place}]->(keep)
   RETURN count(*) AS written`,
);

const READ_QUESTIONS_AS = statement<{ written: number }>(
  'readAs.questions',
  `UNWIND range(0, size($moved) - 1) AS place
   WITH place, $moved[place] AS item
   MATCH (question:Question {id: item.question})
   MATCH (part:Skill {id: item.part})
   CREATE (question)-[:READ_AS {calibration: $number, skill: item.skill, place: place}]->(part)
   RETURN count(*) AS written`,
);

// What is said of the other one in the calibration in force: written before that is copied, which leaves it alone.
const TAKE_SETTINGS = statement(
  'readAs.takeSettings',
  `MATCH (next:Calibration {number: $number})
   MATCH (from:Calibration {number: next.madeFrom})
   UNWIND $taken AS item
   MATCH (skill:Skill {id: item[0]}) WHERE NOT EXISTS { (skill)<-[:SETS]-(from) }
   MATCH (:Skill {id: item[1]})<-[said:SETS]-(from)
   MERGE (next)-[own:SETS]->(skill)
   ON CREATE SET own += properties(said)`,
);

const few = 'There are some only while skills are merged or split; read once, when a server starts.';

const SKILLS_READ_AS = statement<{ keep: string; merge: string }>(
  'readAs.skillsLeft',
  `MATCH (merge:Skill)-[read:READ_AS {calibration: $number}]->(keep:Skill)
   WITH merge, keep, read ORDER BY read.place
   RETURN keep.id AS keep, merge.id AS merge`,
  few,
);

/** The pairs that a calibration which is being built reads as one, in the order in which they were given. */
export function skillsReadAs(queries: Queries, number: number): Promise<MergedPair[]> {
  return queries.query(SKILLS_READ_AS, { number });
}

const QUESTIONS_READ_AS = statement<MovedQuestion>(
  'readAs.questionsLeft',
  `MATCH (question:Question)-[read:READ_AS {calibration: $number}]->(part:Skill)
   WITH question, part, read ORDER BY read.place
   RETURN question.id AS question, read.skill AS skill, part.id AS part`,
  few,
);

/** The questions that a calibration which is being built reads on parts, in the order in which they were given. */
export function questionsReadAs(queries: Queries, number: number): Promise<MovedQuestion[]> {
  return queries.query(QUESTIONS_READ_AS, { number });
}

function expectThere(written: number, items: number): void {
  if (written < items)
    throw new ConflictError(
      'A skill or question of the batch has just been deleted: send the batch again to see which.',
    );
}

/** Lets a calibration that was just begun read the skills that go as those that stay, also what is said of their difficulty. */
export async function readSkillsAs(tx: Queries, number: number, pairs: readonly MergedPair[]): Promise<void> {
  const [row] = await tx.query(READ_SKILLS_AS, { number, pairs });
  expectThere(row?.written ?? 0, pairs.length);
  await tx.query(TAKE_SETTINGS, { number, taken: pairs.map(({ keep, merge }) => [keep, merge]) });
}

/** Lets it read answers to questions, to all their versions that assess the skill split, as answers on the parts. */
export async function readQuestionsAs(
  tx: Queries,
  number: number,
  moved: readonly MovedQuestion[],
): Promise<void> {
  const [row] = await tx.query(READ_QUESTIONS_AS, { number, moved });
  expectThere(row?.written ?? 0, moved.length);
  await tx.query(TAKE_SETTINGS, { number, taken: moved.map(({ part, skill }) => [part, skill]) });
}

const LOCK_EVERYBODY = statement(
  'readAs.lockEverybody',
  `MATCH (person:Person)
   WITH person ORDER BY person.id
   SET person.lock = 0`,
  'Whoever writes evidence holds a person and reads with the skills of before: all of them are waited for.',
);

/**
 * Waits for whoever is writing evidence, and lets others wait until the transaction ends: what one of them has read of
 * skills is all from before a switch, or all from after it.
 */
export async function lockEverybody(tx: Queries): Promise<void> {
  await tx.query(LOCK_EVERYBODY);
}

const MOVE_QUESTIONS = statement(
  'readAs.moveQuestions',
  `UNWIND $moved AS item
   MATCH (:Question {id: item.question})-[:HAS_VERSION]->(version:QuestionVersion)-[former:ASSESSES]->(:Skill {id: item.skill})
   MATCH (part:Skill {id: item.part})
   MERGE (version)-[:ASSESSES]->(part)
   DELETE former`,
);

const TOUCH_QUESTIONS = statement(
  'readAs.touchQuestions',
  `UNWIND $questions AS key
   MATCH (question:Question {id: key})
   SET ${touched('question')}`,
);

const READ_NO_MORE = statement(
  'readAs.questionsNoMore',
  `UNWIND $moved AS item
   MATCH (question:Question {id: item.question})-[read:READ_AS]->(:Skill {id: item.part})
   DELETE read`,
);

/** Lets every version of locked questions assess the part in the place of the skill. */
export async function moveQuestions(
  tx: Queries,
  moved: readonly MovedQuestion[],
  now: number,
): Promise<void> {
  await tx.query(MOVE_QUESTIONS, { moved });
  const questions = [...new Set(moved.map(({ question }) => question))];
  await tx.query(TOUCH_QUESTIONS, { questions, now });
  tx.changed('catalogue', [...questions, ...moved.flatMap(({ skill, part }) => [skill, part])]);
  await tx.query(READ_NO_MORE, { moved });
}

const ASSESSED_BY = statement<{ question: string; skills: string[] }>(
  'readAs.assessedBy',
  `UNWIND $questions AS key
   MATCH (:Question {id: key})-[:HAS_VERSION]->(:QuestionVersion)-[:ASSESSES]->(skill:Skill)
   RETURN key AS question, collect(DISTINCT skill.id) AS skills`,
);

/** The skills that any version of each question assesses, internal ids. */
export async function assessedBy(
  queries: Queries,
  questions: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await queries.query(ASSESSED_BY, { questions });
  return new Map(rows.map(({ question, skills }) => [question, skills]));
}
