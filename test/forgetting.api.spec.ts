import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, recordAll, type TestGraph } from './kit/graph';
import { askFor } from './kit/nouns';
import { rememberQuestions } from './kit/remembering';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const FADING = `query { fadingSoon(within: 365, sureFrom: 0.99, first: 200) {
  fading { person { id } requirement { level } by lapsesAt summary } } }`;

interface Fading {
  readonly person: { readonly id: string };
  readonly requirement: { readonly level: number };
  readonly by: string;
  readonly lapsesAt: string;
  readonly summary: string;
}

const dayLong = 86_400_000;
/** Who missed two questions of a skill just now, and who missed them long ago; both know much else. */
const [lately, longAgo] = [0, 1] as const;
const questionsPerSkill = 12;

let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
let fading: readonly Fading[];
beforeAll(async () => {
  own = await openEmptiedDatabase();
  await rememberQuestions(own.database);
  app = await startApp({}, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2, skills: 2, questionsPerSkill });
  const { source, people, skills } = graph;
  const at = (daysAgo: number) => new Date(Date.now() - daysAgo * dayLong).toISOString();
  const places = Array.from({ length: questionsPerSkill }, (_, place) => place);
  const missedOf = (person: number, daysAgo: number) =>
    [0, 1].map((place) => answer(graph, person, place, { at: at(daysAgo), score: 0 }));
  const knownOf = (person: number, daysAgo: number) =>
    places.map((place) => answer(graph, person, questionsPerSkill + place, { at: at(daysAgo), score: 1 }));
  await recordAll(admin, [
    ...[knownOf(lately, 1), missedOf(lately, 0.001)].flat(),
    ...[knownOf(longAgo, 101), missedOf(longAgo, 100)].flat(),
  ]);
  const called = (id: string) => ({ source, id, name: `${id} of ${source}` });
  const levels = Array.from({ length: 80 }, (_, place) => (80 + place) / 200);
  await buildOrganisation(admin, {
    projects: levels.map((level) => called(String(level))),
    requirements: levels.map((level) => ({
      project: { source, id: String(level) },
      skill: skills[0]!.reference,
      level,
    })),
    assignments: levels.flatMap((level) =>
      people.map(({ reference }) => ({ project: { source, id: String(level) }, person: reference })),
    ),
  });
  fading = (await askFor<{ fadingSoon: { fading: readonly Fading[] } }>(admin, FADING, {})).fadingSoon.fading;
});
afterAll(async () => {
  await app.close();
  await own.close();
});

const forgotten = (person: number) =>
  fading.filter(({ by, person: { id } }) => by === 'FORGETTING' && id === graph.people[person]!.id);

describe('a requirement that is met with what was just practised', () => {
  it('lapses by forgetting, within days and not by the calendar', () => {
    expect(forgotten(lately).length).toBeGreaterThan(0);
    for (const { lapsesAt, summary } of forgotten(lately)) {
      expect(Date.parse(lapsesAt)).toBeLessThan(Date.now() + 30 * dayLong);
      expect(summary).toMatch(/; it lapses since what was practised is forgotten on \d{4}-\d\d-\d\d;/u);
    }
  });

  it('lapses the sooner, the more is required', () => {
    const found = [...forgotten(lately)].sort(
      (one, other) => one.requirement.level - other.requirement.level,
    );
    const moments = found.map(({ lapsesAt }) => lapsesAt);
    expect(moments).toEqual([...moments].sort().reverse());
  });

  it('does not lapse so where it was practised long ago and is forgotten already', () => {
    expect(forgotten(longAgo)).toEqual([]);
  });
});
