import { answer, buildGraph, buildOrganisation, day, masteryOf, record, type TestGraph } from './kit/graph';
import type { Client } from './kit/client';
import { graphql } from './generated/gql';
import { endProcesses, startProcess } from './kit/process';
import { rebuildEverybody } from './kit/stored';
import { otherCalibration, switchTo } from './kit/switching';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const CANDIDATES = graphql(`
  query CandidatesInProcesses($project: ID!, $asOf: DateTimeISO!) {
    project(id: $project) {
      candidates(first: 50, asOf: $asOf) {
        nodes {
          fit
          person {
            name
          }
        }
      }
    }
  }
`);

const rounds = 8;
const numberOfPeople = 6;

/** Three servers of their own on one database, as behind a load balancer. */
let own: EmptiedDatabase;
let servers: Client[];
let graph: TestGraph;
let project: string;

beforeAll(async () => {
  own = await openEmptiedDatabase();
  const started = await Promise.all([1, 2, 3].map(() => startProcess(own.address)));
  servers = started.map(({ admin }) => admin);
  graph = await buildGraph(servers[0]!, { people: numberOfPeople, skills: 2, questionsPerSkill: 20 });
  const { source, skills } = graph;
  const organisation = await buildOrganisation(servers[1]!, {
    projects: [{ source, id: 'work', name: 'Work' }],
    requirements: skills.map(({ reference }) => ({
      project: { source, id: 'work' },
      skill: reference,
      level: 0.6,
    })),
  });
  project = organisation.projects[0]!;
});
afterAll(async () => {
  await endProcesses();
  await own.close();
});

const candidatesBy = async (server: Client) =>
  (await server.get(CANDIDATES, { project, asOf: day(400) })).project!.candidates!.nodes;

/** What one server records about everybody in one round: two answers each of its own, and those that all servers send. */
const batchOf = (writer: number, round: number, shared: ReturnType<typeof answer>[]) => [
  ...graph.people.flatMap((_, person) =>
    [0, 1].map((place) =>
      answer(graph, person, 20 * place + ((writer * rounds + round) % 20), {
        at: day(round % 3 === 0 ? 100 - round : 100 + round * 3 + writer),
        score: (person + round) % 2,
      }),
    ),
  ),
  ...shared,
];

it('three servers lose nothing, count nothing twice, and show at once what any of them has recorded', async () => {
  const recordedOf = graph.people.map(() => 0);
  const stale: string[] = [];
  const switched = (async () => {
    const next = () => otherCalibration(own.database, graph);
    return switchTo(own.database, next, { purpose: 'processes' });
  })();
  for (let round = 0; round < rounds; round++) {
    const shared = graph.people.map((_, person) =>
      answer(graph, person, round % 20, { at: day(200 + round), score: 1 }),
    );
    const payloads = await Promise.all(
      servers.map(async (server, writer) => {
        const payload = await record(server, batchOf(writer, round, shared));
        const reader = servers[(writer + 1) % servers.length]!;
        const known = await masteryOf(reader, graph, writer, day(400));
        const seen = [...known.values()].reduce((sum, { answerCount }) => sum + answerCount, 0);
        if (seen < recordedOf[writer]! + 3) stale.push(`round ${String(round)}: ${String(seen)}`);
        return payload;
      }),
    );
    expect(payloads.flatMap(({ errors }) => errors)).toEqual([]);
    expect(payloads.reduce((sum, { recorded }) => sum + recorded, 0)).toBe(numberOfPeople * (3 * 2 + 1));
    expect(payloads.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(numberOfPeople * 2);
    for (let person = 0; person < numberOfPeople; person++) recordedOf[person]! += 7;
  }
  expect(stale).toEqual([]);
  expect(await switched).toBe(2);
  for (let person = 0; person < numberOfPeople; person++) {
    const [first, ...others] = await Promise.all(
      servers.map((server) => masteryOf(server, graph, person, day(400))),
    );
    expect([...first!.values()].reduce((sum, { answerCount }) => sum + answerCount, 0)).toBe(
      recordedOf[person],
    );
    for (const other of others) expect([...other]).toEqual([...first!]);
  }
  const [first, ...others] = await Promise.all(servers.map(candidatesBy));
  expect(first!).toHaveLength(numberOfPeople);
  for (const other of others) expect(other).toEqual(first);
  expect(await rebuildEverybody(own.database)).toBe(0);
});

it('a server shows a name, a merge and a calibration that another has just changed', async () => {
  const [one, two, three] = servers as [Client, Client, Client];
  const before = await candidatesBy(two);
  await buildOrganisation(one, {
    people: [{ ...graph.people[0]!.reference, name: 'Renamed meanwhile' }],
  });
  expect((await candidatesBy(two)).map(({ person }) => person.name)).toContain('Renamed meanwhile');
  await switchTo(own.database, () => otherCalibration(own.database, graph, 0.5), {
    purpose: 'processes again',
  });
  const after = await candidatesBy(three);
  expect(after.map(({ fit }) => fit)).not.toEqual(before.map(({ fit }) => fit));
  expect(await candidatesBy(two)).toEqual(after);
});
