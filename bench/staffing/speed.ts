import { openOwnDatabase } from '../../test/kit/own-database';
import { startProcess, type ApiProcess } from '../../test/kit/process';
import { residentOf } from '../api-metrics';
import { exportedMatrix } from '../exported-matrix';
import { bodyOf, measure, poster } from '../load';
import { round3, say } from '../say';
import { staffedOrganisation, type StaffedOrganisation } from './staffed-organisation';

const calls = 60;
const unmeasured = 10;

/** What is asked of one project, or role template, or of everybody. */
const operations = {
  candidates: `query ($project: ID!) { project(id: $project) { candidates(first: 20) { nodes {
    fit knownShare summary person { name } requirements { status probability summary } } } } }`,
  gaps: `query ($project: ID!) { project(id: $project) { gaps { ... on GapReport { gaps {
    summary supply { ... on GapSupply { expectedShortfall } } } } } } }`,
  readiness: `query ($project: ID!) { project(id: $project) { readiness(months: 12) { summary } } }`,
  pipeline: `query ($role: ID!) { roleTemplate(id: $role) { pipeline { summary people {
    summary stage person { name } readyWhen { likely summary } outlooks { months probability fit } } } } }`,
  formTeam: `query ($project: ID!) { formTeam(project: $project, size: 5) { value bound isProven } }`,
} as const;
const ORGANISATION = `{ organisationGaps { personCount gaps { supply { ... on GapSupply { expectedShortfall } } } } }`;

/** Milliseconds. */
interface Timed {
  readonly p50: number;
  readonly p95: number;
}

/** How long what staffing asks takes in an organisation of so many people, one client, and what exports take. */
export async function speedOf(people: number): Promise<Readonly<Record<string, unknown>>> {
  const own = await openOwnDatabase({ embedded: {} });
  try {
    say(`Making an organisation of ${people.toLocaleString('en')} people.`);
    const organisation = await staffedOrganisation(own.database, people);
    const api = await startProcess(own.embedded, {
      SKILLWAKE_MAX_COST: '1000000',
      SKILLWAKE_MAX_COST_AT_WORK: '2000000',
    });
    try {
      const found: Record<string, unknown> = {};
      for (const [name, text] of Object.entries(operations))
        found[name] = await timed(name, (call) => ask(api, text, organisation, call), calls);
      found['organisationGaps'] = await timed(
        'organisationGaps',
        () => ask(api, ORGANISATION, organisation, 0),
        5,
      );
      found['matrix'] = await exportedMatrix(api, 'csv');
      return { people, ...found, residentMegabytes: await residentOf(api) };
    } finally {
      await api.end('SIGTERM');
    }
  } finally {
    await own.close();
  }
}

function ask(
  api: ApiProcess,
  text: string,
  { projects, roles }: StaffedOrganisation,
  call: number,
): () => Promise<void> {
  const post = poster(api.url, api.token);
  return async () => {
    const project = projects[call % projects.length]?.key;
    await post(bodyOf(text, { project, role: roles[call % roles.length] }));
  };
}

async function timed(
  name: string,
  once: (call: number) => () => Promise<void>,
  often: number,
): Promise<Timed> {
  const first = Math.min(unmeasured, often);
  for (let call = 0; call < first; call++) await once(call)();
  const { p50, p95 } = await measure([Array.from({ length: often }, (_, call) => once(first + call))]);
  say(`${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms.`);
  return { p50: round3(p50), p95: round3(p95) };
}
