import { once } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { graphql } from './generated/gql';
import type { HeavyGapsQuery } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, parts, recordAll, type TestGraph } from './kit/graph';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

const GAPS = graphql(`
  query HeavyGaps($asOf: DateTimeISO) {
    organisationGaps(asOf: $asOf) {
      allCoveredProbability
      gaps {
        ...HeavyGap
      }
    }
  }
  fragment HeavyGap on Gap {
    requirement {
      id
    }
    supply {
      ... on GapSupply {
        expectedSupply
        expectedShortfall
        coveredProbability
        known
      }
    }
  }
`);
const OF_PROJECTS = graphql(`
  query LightGaps($ids: [ID!]!, $asOf: DateTimeISO) {
    nodes(ids: $ids) {
      ... on Project {
        gaps(asOf: $asOf) {
          ... on GapReport {
            allCoveredProbability
            gaps {
              ...HeavyGap
            }
          }
        }
      }
    }
  }
`);

/** Three hundred people by six hundred levels: a third of what a thread is given first, so a project of one skill needs none. */
const [people, levels, skills] = [300, 600, 3];

let emptied: EmptiedDatabase;
let app: TestApp;
let admin: Client;
let graph: TestGraph;
let projects: string[];
const threads: Worker[] = [];
let onStart: (thread: Worker) => void = () => undefined;
const meet = (thread: Worker): void => {
  threads.push(thread);
  onStart(thread);
};
beforeAll(async () => {
  // Everybody counts, and everything that is required.
  emptied = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000' });
  process.on('worker', meet);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people, skills, questionsPerSkill: 1 });
  await recordAll(
    admin,
    Array.from({ length: people * skills }, (_, index) =>
      answer(graph, index % people, Math.floor(index / people), {
        ...{ score: (index % 7) / 6, at: day(index % 50) },
      }),
    ),
  );
  const named = (skill: number) => ({ source: graph.source, id: `project ${String(skill)}` });
  const each = graph.skills.map((_, skill) => skill);
  const assignments = each.flatMap((skill) =>
    graph.people.map(({ reference }) => ({ project: named(skill), person: reference })),
  );
  const requirements = each.flatMap((skill) =>
    Array.from({ length: levels }, (_, level) => ({
      ...{ project: named(skill), skill: graph.skills[skill]!.reference, level: (level + 1) / 1_000 },
    })),
  );
  const saved = await buildOrganisation(admin, {
    projects: each.map((skill) => ({ ...named(skill), name: `Project ${String(skill)}` })),
  });
  projects = saved.projects;
  for (const part of parts(assignments)) await buildOrganisation(admin, { assignments: part });
  for (const part of parts(requirements)) await buildOrganisation(admin, { requirements: part });
});
/** Each begins without a thread, and is told of the one that is started. */
afterEach(async () => {
  onStart = () => undefined;
  await Promise.all(threads.splice(0).map((thread) => thread.terminate()));
});
afterAll(async () => {
  process.off('worker', meet);
  await app.close();
  await emptied.close();
});

type Report = HeavyGapsQuery['organisationGaps'];

const byRequirement = ({ gaps }: Pick<Report, 'gaps'>) =>
  new Map(gaps.map(({ requirement, supply }) => [requirement.id, supply]));

it('is to the bit what light reports say of the same seats, and others are answered meanwhile', async () => {
  const asOf = day(60);
  const light = await admin.get(OF_PROJECTS, { ids: projects, asOf });
  expect(threads).toHaveLength(0);

  const order: string[] = [];
  let meanwhile: Promise<unknown> | undefined;
  onStart = () => {
    meanwhile = admin.ask('{ viewer { role } }').then(() => order.push('light'));
  };
  const { organisationGaps: heavy } = await admin.get(GAPS, { asOf });
  order.push('heavy');
  await meanwhile;
  expect(threads).toHaveLength(1);
  expect(order).toEqual(['light', 'heavy']);

  const reports = light.nodes.map((node) => (node as { gaps: Report }).gaps);
  expect(byRequirement(heavy)).toEqual(new Map(reports.flatMap((report) => [...byRequirement(report)])));
  expect(heavy.gaps.some(({ supply }) => 'known' in supply && supply.known === people)).toBe(true);
  const product = reports.reduce((all, report) => all * report.allCoveredProbability!, 1);
  expect(heavy.allCoveredProbability).toBe(product);
});

it('is given up when its client leaves, with a thread that does not come to an end with it', async () => {
  const leaving = new AbortController();
  let ended: Promise<unknown> | undefined;
  onStart = (thread) => {
    ended = once(thread, 'exit');
    // What it computes takes for ever, as it were: it is asked for and never answered.
    thread.removeAllListeners('message');
    leaving.abort();
  };
  const asked = fetch(app.url, {
    ...{ method: 'POST', signal: leaving.signal, body: JSON.stringify({ query: String(GAPS) }) },
    headers: { 'content-type': 'application/json', authorization: `Bearer ${admin.token}` },
  });
  await expect(asked).rejects.toThrow('aborted');
  await ended;
});

it('says so where its thread ends, and the next one is whole', async () => {
  onStart = (thread) => void thread.terminate();
  const { errors, data } = await admin.ask(GAPS);
  expect(errors![0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  expect(data).toBeNull();
  onStart = () => undefined;
  const { organisationGaps } = await admin.get(GAPS);
  expect(organisationGaps.gaps).toHaveLength(skills * levels);
});
