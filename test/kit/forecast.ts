import { calibrateBy } from './calibrations';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, recordAll } from './graph';

/** Has a calibration forecast, with a team and skills of enough people to be shown. */
export async function addForecast(admin: Client): Promise<void> {
  const graph = await buildGraph(admin, { people: 20, skills: 2, questionsPerSkill: 13 });
  const { source, people, questions } = graph;
  const team = { source, id: 'team' };
  await buildOrganisation(admin, {
    teams: [{ ...team, name: `Team of ${source}` }],
    memberships: people.map(({ reference }) => ({ team, person: reference })),
  });
  const answers = people.flatMap((_, person) =>
    questions.map((__, question) =>
      answer(graph, person, question, { score: (person + question) % 3 === 0 ? 0 : 1 }),
    ),
  );
  await recordAll(admin, answers);
  const { forecast } = await calibrateBy(admin, true);
  expect(forecast!.teams).not.toEqual([]);
  expect(forecast!.skills.length).toBeGreaterThan(1);
}
