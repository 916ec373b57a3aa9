import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, day, recordAll, type TestGraph } from './kit/graph';

const BANDS_OF_MASTERY = graphql(`
  query BandsOfMastery($id: ID!, $asOf: DateTimeISO) {
    person(id: $id) {
      mastery(asOf: $asOf) {
        nodes {
          interval {
            low
            high
          }
          band {
            band
            probability
          }
          bands {
            band
            from
            to
            probability
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 20 });
  await recordAll(
    admin,
    [0, 1].flatMap((person) =>
      Array.from({ length: 20 }, (_, question) =>
        answer(graph, person, question, { score: person, at: day(question) }),
      ),
    ),
  );
});
afterAll(() => app.close());

const read = async (client: Client, person: number, asOf?: string) =>
  (await client.get(BANDS_OF_MASTERY, { id: graph.people[person]!.id, asOf: asOf ?? null })).person!.mastery!
    .nodes[0]!;

describe('the bands of a mastery', () => {
  it('say how likely the level lies in each, and which is the likeliest', async () => {
    for (const [person, likeliest] of ['novice', 'expert'].entries()) {
      const { band, bands } = await read(admin, person);
      expect(bands.map(({ band: name, from, to }) => [name, from, to])).toEqual([
        ['novice', 0, 0.5],
        ['competent', 0.5, 0.7],
        ['proficient', 0.7, 0.85],
        ['expert', 0.85, 1],
      ]);
      expect(bands.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 12);
      expect(band.band).toBe(likeliest);
      expect(band.probability).toBe(Math.max(...bands.map(({ probability }) => probability)));
      expect(band.probability).toBe(bands.find(({ band: name }) => name === likeliest)!.probability);
    }
  });

  it('are those of the installation, and agree with the interval', async () => {
    const { interval } = await read(admin, 1, day(30));
    const edges = [0, interval.low, interval.high];
    const names = edges.map((from, place) => `band${String(place)}:${String(from)}`).join();
    const other = await startApp({ SKILLWAKE_LEVEL_BANDS: names });
    const { bands } = await read(await other.as('admin'), 1, day(30));
    await other.close();
    for (const [place, expected] of [0.05, 0.9, 0.05].entries())
      expect(bands[place]!.probability).toBeCloseTo(expected, 6);
  });

  it('are less sure as time goes by', async () => {
    const [soon, late] = [await read(admin, 1, day(20)), await read(admin, 1, day(2_000))];
    expect(late.band.probability).toBeLessThan(soon.band.probability);
  });
});
