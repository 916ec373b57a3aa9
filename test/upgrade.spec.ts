import { statement } from '../src/graph/statement';
import { answer, buildGraph, day, record, storedOf } from './kit/graph';
import { openOwnDatabase, type OwnDatabase } from './kit/own-database';
import { endProcesses, startProcess } from './kit/process';

/** The graph as the first release left it: one mean and variance an edge, and a prior. */
const AS_BEFORE = statement(
  'spec.asBefore',
  `MATCH (calibration:Calibration {number: 1})
   SET calibration = {number: 1, current: true, priorMean: 0.0, priorVariance: 2.0, fadingPerDay: 0.5 / 365.25}
   WITH 1 AS one
   MATCH (installation:Installation) SET installation.migration = 3
   WITH 1 AS one
   MATCH (person:Person)-[mastery:HAS_SKILL]->(:Skill)
   SET mastery = {mean: 0.4, variance: 1.2, lastEvidenceAt: mastery.lastEvidenceAt, answers: mastery.answers}
   REMOVE person.general0, person.sitting`,
);

let own: OwnDatabase;
beforeAll(async () => {
  own = await openOwnDatabase();
});
afterAll(async () => {
  await endProcesses();
  await own.close();
});

it('computes everybody anew from evidence before it serves, once', async () => {
  const first = await startProcess(own.embedded);
  const graph = await buildGraph(first.admin, { people: 3, skills: 2, questionsPerSkill: 1 });
  await record(
    first.admin,
    [0, 1].flatMap((person) =>
      [0, 1, 0].map((question, index) =>
        answer(graph, person, question, {
          at: day(index),
          score: index % 2,
          sitting: `day ${String(index)}`,
        }),
      ),
    ),
  );
  const before = await storedOf(own.database, graph.people);
  await first.end('SIGTERM');
  await own.database.transaction((tx) => tx.query(AS_BEFORE));
  expect(await storedOf(own.database, graph.people)).not.toEqual(before);

  const second = await startProcess(own.embedded);
  expect(await storedOf(own.database, graph.people)).toEqual(before);
  await record(second.admin, [answer(graph, 2, 0, { at: day(9) })]);
  await second.end('SIGTERM');
});
