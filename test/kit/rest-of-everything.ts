import type { Database } from '../../src/graph/driver/database';
import type { Client } from './client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  claimAll,
  day,
  recordAll,
  withdraw,
  withdrawal,
  withdrawClaims,
  type TestGraph,
} from './graph';
import { MERGE_PEOPLE, MERGE_SKILLS } from './merging-operations';
import { SAVE_QUESTIONS } from './operations';
import { otherCalibration, statesIn, switchTo } from './switching';

/** What buildEverything leaves out: withdrawals before and after, other claims, merged and archived people, difficulties. */
export async function addTheRest(admin: Client, database: Database): Promise<void> {
  const graph = await buildGraph(admin, { people: 3, skills: 2, questions: [[0], [0, 1]] });
  const { source, people, skills, questions } = graph;
  await buildOrganisation(admin, {
    difficulties: [
      { question: questions[0]!.reference, difficulty: 0.1 + 0.2 },
      { skill: skills[0]!.reference, difficulty: -1 },
    ],
  });
  const answers = [0, 1, 2].flatMap((person) =>
    [0, 1].map((question) => answer(graph, person, question, { at: day(person) })),
  );
  await recordAll(admin, answers);
  await withdraw(admin, [
    withdrawal(answers[0]!, { reason: 'a slip' }),
    withdrawal({ source, id: 'still to come' }),
  ]);
  const stated = { source, person: people[0]!.reference, skill: skills[0]!.reference, at: day(0) };
  await claimAll(admin, [
    { ...stated, id: 'claim self', kind: 'SELF', band: 'expert', statement: 'Ten years of it.' },
    { ...stated, id: 'claim lead', kind: 'LEAD', by: people[1]!.reference, level: 0.1 + 0.2 },
    { ...stated, id: 'claim credential', kind: 'CREDENTIAL', credential: 'SQL I', issuer: 'A', level: 0.6 },
  ]);
  const { errors } = await withdrawClaims(admin, [
    withdrawal({ source, id: 'claim self' }),
    withdrawal({ source, id: 'claim still to come' }),
  ]);
  expect(errors).toEqual([]);
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: [{ keep: people[0]!.reference, merge: people[1]!.reference }],
  });
  expect(mergePeople.errors).toEqual([]);
  await admin.get(SAVE_QUESTIONS, {
    items: [{ ...questions[0]!.reference, prompt: 'Another?', skills: [skills[1]!.reference] }],
  });
  const { mergeSkills } = await admin.get(MERGE_SKILLS, {
    items: [{ keep: skills[0]!.reference, merge: skills[1]!.reference }],
  });
  expect(mergeSkills).toMatchObject({ run: { state: 'DONE' }, errors: [] });
  await leaveHalfMade(database, graph);
}

/** A calibration whose states are made and that nobody has switched to. */
async function leaveHalfMade(database: Database, graph: TestGraph): Promise<void> {
  const stopping = new AbortController();
  const stopped = await switchTo(database, () => otherCalibration(database, graph), {
    stop: stopping.signal,
    onProgress: () => {
      stopping.abort();
    },
  });
  expect(stopped).toBeUndefined();
  const half = await statesIn(database, graph.people, 0);
  expect(half.edges).toBeGreaterThan(0);
  expect(half).toEqual(await statesIn(database, graph.people, 1));
}
