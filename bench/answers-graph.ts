import { seededUniforms } from '../src/estimators/random';
import type { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { externalKey, newKey } from '../src/shared/ids';
import type { CourseGraph } from './course-graph';
import { inParts } from './random-graph';

const MAKE_QUESTIONS = statement(
  'bench.questions',
  `UNWIND $rows AS row
   CREATE (skill:Skill {id: row.skill, name: row.name, sortName: row.name})
   WITH skill, row
   UNWIND range(0, size(row.asked) - 1) AS place
   WITH skill, row, place, row.asked[place] AS asked
   MATCH (page:Page {id: asked.page})
   CREATE (question:Question {id: asked.question, sortName: row.name, lock: 0})
   CREATE (question)-[:HAS_VERSION]->(version:QuestionVersion {id: asked.version, number: 1, prompt: row.name,
     options: ['A', 'B', 'C', 'D'], answerKey: 'A', publishedAt: 0})
   CREATE (question)-[:CURRENT]->(version)
   CREATE (version)-[:ASSESSES]->(skill)
   CREATE (page)-[:ASKS {position: place}]->(version)`,
);

const MAKE_ANSWERS = statement(
  'bench.answers',
  `UNWIND $rows AS row
   MATCH (person:Person {id: row.person})
   UNWIND row.answers AS one
   MATCH (version:QuestionVersion {id: one[0]})
   CREATE (answer:Evidence:Answer {id: row.id + one[1], hash: row.hash, at: one[2], recordedAt: one[2], withdrawn: false,
     score: one[3], response: one[4], responseMs: one[5], attempt: 1})
   CREATE (answer)-[:BY]->(person)
   CREATE (answer)-[:TO]->(version)`,
);

const begins = Date.UTC(2026, 0, 1);
const writers = 4;
const wrong = ['B', 'C', 'D'];

/** Everybody answers what every so many-th page of each module asks, as able as they are; nothing is made of what they know. */
export async function makeAnswers(database: Database, graph: CourseGraph, askingPage: number): Promise<void> {
  const random = seededUniforms(20);
  const abilities = graph.people.map(() => 3 * (random() - 0.5));
  const modules = graph.pagesOf.map((pages, module) => ({
    name: `skill ${String(module).padStart(5, '0')}`,
    skill: newKey(),
    asked: pages
      .filter((_page, place) => (place + 1) % askingPage === 0)
      .map((page) => ({ page, question: newKey(), version: newKey(), difficulty: 2 * (random() - 0.5) })),
  }));
  await inParts(database, modules, (tx, rows) => tx.query(MAKE_QUESTIONS, { rows }));
  const rows = modules.flatMap(({ asked }, module) =>
    graph.people.map((person, place) => {
      const id = externalKey('answer', 'bench', `${String(module)}-${String(place)}`);
      const at = begins + Math.floor(random() * 180 * 86_400_000);
      const ability = abilities[place] ?? 0;
      return {
        ...{ id, person, hash: id.slice(-43).padEnd(43, '=') },
        answers: asked.map(({ version, difficulty }, number) => {
          const isRight = random() < 1 / (1 + Math.exp(difficulty - ability));
          const response = isRight ? 'A' : (wrong[Math.floor(random() * wrong.length)] ?? 'B');
          const took = 5_000 + Math.floor(random() * 60_000);
          return [version, `-${String(number)}`, at + number * 60_000, isRight ? 1 : 0, response, took];
        }),
      };
    }),
  );
  const write = async (writer: number): Promise<void> => {
    await inParts(
      database,
      rows.filter((_row, place) => place % writers === writer),
      (tx, part) => tx.query(MAKE_ANSWERS, { rows: part }),
    );
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
}
