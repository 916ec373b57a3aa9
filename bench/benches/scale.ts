import { globalId } from '../../src/shared/ids';
import { openOwnDatabase } from '../../test/kit/own-database';
import { documentedOperations, variablesOf } from '../../test/kit/documented-operations';
import { startProcess, type ApiProcess } from '../../test/kit/process';
import { exponentOf } from '../exponent';
import { heldMemory } from '../held-memory';
import { bodyOf, measure, poster, type Measured } from '../load';
import { makeOrganisation, type Organisation } from '../organisation-graph';
import { metricsOf, residentOf, statementsOf } from '../api-metrics';
import type { Bench } from '../run';
import { round3, say } from '../say';

const sizes = [1_000, 10_000, 100_000];
/** An operation is asked for so often, the first ones unmeasured, or as often as fits into the time, milliseconds. */
const calls = 60;
const unmeasured = 20;
const patience = 10_000;

const CANDIDATES = `query ($project: ID!) {
  project(id: $project) { candidates(first: 20) { nodes {
    fit knownShare summary person { name } requirements { status probability summary requirement { level skill { name } } } } } }
}`;
const GAPS = `{ organisationGaps { personCount gaps { supply { ... on GapSupply { expectedShortfall } } } } }`;
const ONE_PERSON = `query ($id: ID!) { person(id: $id) { name } }`;

type Post = (body: Buffer) => Promise<unknown>;

/** What is found in an organisation of one size. */
interface Found {
  readonly people: number;
  readonly readyAfterSeconds: number;
  readonly operations: Readonly<Record<string, { p50: number; p99: number; statements: number }>>;
  readonly [figure: string]: unknown;
}

/**
 * Organisations of 1,000, 10,000 and 100,000 people, each on a database of its own: p50, p99 and statements of every operation
 * of docs/queries.md, and by which power of the number of people p50 grows; candidates alone and with eight clients; the gaps of the
 * organisation, and how long somebody else waits meanwhile. Words that are numbers choose other sizes.
 */
export const bench: Bench = async (words) => {
  const chosen = words.filter((word) => /^\d+$/.test(word)).map(Number);
  const found: Found[] = [];
  for (const people of chosen.length > 0 ? chosen : sizes) found.push(await organisationOf(people));
  const names = documentedOperations().map(({ name }) => name);
  const exponents = Object.fromEntries(
    names.map((name) => [
      name,
      round3(exponentOf(found.map(({ people, operations }) => [people, operations[name]?.p50 ?? NaN]))),
    ]),
  );
  if (found.length < 2) return { organisations: found };
  for (const [name, exponent] of Object.entries(exponents))
    say(`${name} grows with people^${String(exponent)}.`);
  return { exponents, organisations: found };
};

async function organisationOf(people: number): Promise<Found> {
  const own = await openOwnDatabase({ embedded: {} });
  try {
    say(`Making an organisation of ${people.toLocaleString('en')} people.`);
    const organisation = await makeOrganisation(own.database, people);
    const { edges, bytesAnEdge, bytesAPerson } = await heldMemory(own.database);
    say(
      `In memory ${bytesAnEdge.toFixed(0)} bytes an edge of ${edges.toLocaleString('en')}, ${bytesAPerson.toFixed(0)} a person beside them.`,
    );
    const began = performance.now();
    // The gaps of 25,000 requirements are more than one response may hold by itself.
    const api = await startProcess(own.embedded, {
      SKILLWAKE_MAX_COST: '1000000',
      SKILLWAKE_MAX_COST_AT_WORK: '2000000',
    });
    const readyAfterSeconds = round3((performance.now() - began) / 1000);
    say(
      `The API is ready after ${String(readyAfterSeconds)} s, ${String(await residentOf(api))} MB resident.`,
    );
    try {
      const operations = await operationsOf(api, organisation);
      const figures = { ...(await candidatesOf(api, organisation)), ...(await gapsOf(api, organisation)) };
      return {
        ...{ people, bytesAnEdge: round3(bytesAnEdge), bytesAPerson: round3(bytesAPerson) },
        ...{ readyAfterSeconds, operations, ...figures },
        residentMegabytes: await residentOf(api),
      };
    } finally {
      await api.end('SIGTERM');
    }
  } finally {
    await own.close();
  }
}

async function operationsOf(api: ApiProcess, organisation: Organisation): Promise<Found['operations']> {
  const operations: Record<string, { p50: number; p99: number; statements: number }> = {};
  for (const documented of documentedOperations()) {
    const { name, text, roles } = documented;
    const asked = (call: number): Record<string, unknown> => ({
      ...{ text: `skill ${String(call).padStart(5, '0')}`, since: '2026-01-01T00:00:00Z', after: null },
      skill: globalId('Skill', organisation.skills[call * 7] ?? ''),
      project: organisation.projects[call % organisation.projects.length]?.key,
      team: organisation.teams[call % organisation.teams.length],
      person: globalId('Person', organisation.people[call * 11] ?? ''),
    });
    const post = poster(api.url, api.token);
    const own = roles.includes('person');
    const once = (call: number) => async (): Promise<void> => {
      const person = organisation.people[call * 11] ?? '';
      const by = own ? poster(api.url, await api.tokenOf(person)) : post;
      await by(bodyOf(text, variablesOf(documented, asked(call))));
    };
    await once(0)();
    const before = statementsOf(await metricsOf(api));
    await once(1)();
    const statements = statementsOf(await metricsOf(api)) - before;
    const { p50, p99 } = await timed(once);
    operations[name] = { p50: round3(p50), p99: round3(p99), statements };
    say(`${name}: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ${String(statements)} statements.`);
  }
  return operations;
}

/** One client that asks as often as it is to, or there is time for: once more at least, by then warm. */
async function timed(once: (call: number) => () => Promise<void>): Promise<Measured> {
  const begins = performance.now();
  let warm = 0;
  for (; warm < unmeasured && performance.now() - begins < patience / 2; warm++) await once(warm)();
  const each = (performance.now() - begins) / warm;
  const often = Math.min(calls, Math.ceil(patience / each));
  return measure([Array.from({ length: often }, (_, call) => once(unmeasured + call))]);
}

async function candidatesOf(api: ApiProcess, organisation: Organisation): Promise<Record<string, unknown>> {
  const post = poster(api.url, api.token);
  const ask = (call: number) => async (): Promise<void> => {
    const project = organisation.projects[call % organisation.projects.length]?.key;
    await post(bodyOf(CANDIDATES, { project }));
  };
  const of = (clients: number, each: number) =>
    measure(
      Array.from({ length: clients }, (_, client) =>
        Array.from({ length: each }, (__, call) => ask(client * each + call)),
      ),
    );
  await of(1, 20);
  const alone = await of(1, 200);
  const together = await of(8, 100);
  say(
    `candidates, 20 best with reasons: alone p50 ${alone.p50.toFixed(1)} ms, p95 ${alone.p95.toFixed(1)} ms; 8 clients ${together.perSecond.toFixed(0)} a second, p50 ${together.p50.toFixed(1)} ms.`,
  );
  return {
    candidatesAlone: { p50: round3(alone.p50), p95: round3(alone.p95), p99: round3(alone.p99) },
    candidatesOfEight: { perSecond: round3(together.perSecond), p50: round3(together.p50) },
  };
}

/** The gaps of the organisation, and how long another client waits for one person's name meanwhile. */
async function gapsOf(api: ApiProcess, { people }: Organisation): Promise<Record<string, unknown>> {
  const [post, other]: [Post, Post] = [poster(api.url, api.token), poster(api.url, api.token)];
  const waits: number[] = [];
  const over = new AbortController();
  const meanwhile = (async () => {
    for (let call = 0; !over.signal.aborted; call++) {
      const id = globalId('Person', people[call % people.length] ?? '');
      const began = performance.now();
      await other(bodyOf(ONE_PERSON, { id }));
      waits.push(performance.now() - began);
    }
  })();
  const began = performance.now();
  await post(bodyOf(GAPS, {}));
  const seconds = (performance.now() - began) / 1000;
  over.abort();
  await meanwhile;
  waits.sort((left, right) => left - right);
  const p99 = waits[Math.floor(0.99 * waits.length)] ?? NaN;
  say(
    `Gaps of the organisation: ${seconds.toFixed(2)} s; another client meanwhile p99 ${p99.toFixed(0)} ms; ${String(await residentOf(api))} MB resident.`,
  );
  return { organisationGapsSeconds: round3(seconds), anotherClientP99: round3(p99) };
}
