import { globalId } from '../../src/shared/ids';
import { makeAnswers } from '../answers-graph';
import { openBench } from '../installation';
import { bodyOf, measure, poster } from '../load';
import { makePassages, type PassagesSize } from '../passages-graph';
import { residentOf } from '../api-metrics';
import type { Bench } from '../run';
import { round3, say } from '../say';

const whole: PassagesSize = { people: 1_000, modules: 100, pages: 20, teams: 20, views: 50 };
const short: PassagesSize = { ...whole, modules: 3 };
/** How often each figure on passages is asked for of each module; on answers it is twice. */
const rounds = 3;
/** Every so many-th page asks a question. */
const askingPage = 4;

const figures = {
  dropOffRate: `query ($id: ID!) { module(id: $id) { dropOffRate { ... on DropOffRate {
    people rate low high byPage { at surviving } byMinute { at surviving } standsOut { summary } summary } } } }`,
  timeToCompletion: `query ($id: ID!) { module(id: $id) { timeToCompletion { ... on TimeToCompletion {
    people medianMinutes low high summary } } } }`,
  pageFigures: `query ($id: ID!) { module(id: $id) { current { pages(first: 20) { nodes { figures { ... on PageFigures {
    people medianSeconds revisitRate leftHere rightAfter costsMoreThanItTeaches summary } } } } } } }`,
} as const;

const figuresOnAnswers = {
  failureRate: `query ($id: ID!) { module(id: $id) { failureRate { ... on FailureRate {
    people answers rate low high expectedRate sections { rate summary } summary } } } }`,
  learningGain: `query ($id: ID!) { module(id: $id) { learningGain { ... on LearningGain {
    people gain low high skills { gain summary } summary } } } }`,
  diagnosis: `query ($id: ID!) { module(id: $id) { diagnosis { ... on Diagnosis {
    people verdict probability reasons { kind } summary } } } }`,
} as const;

const REPORT = `{ dailyReport { summary modules { summary } teams { summary } } }`;
const RECORD = `mutation ($items: [PageViewInput!]!) { recordPageViews(items: $items) { recorded errors { message } } }`;

/**
 * How long figures on modules take, of 1,000 people who all went through 100 modules, 50 page views and 5 answers each,
 * 5,000,000 page views and 500,000 answers together; with `--short` 3 modules, 150,000 page views; and the daily report of all
 * modules and of 20 teams. Cold: when the server reads a module's views for the first time.
 */
export const bench: Bench = async (words) => {
  const size = words.includes('--short') ? short : whole;
  const installation = await openBench();
  try {
    const graph = await makePassages(installation.database, size);
    const { modules } = graph;
    await makeAnswers(installation.database, graph, askingPage);
    const post = poster(installation.url, installation.token);
    const ids = modules.map((key) => globalId('Module', key));
    const asking = (query: string, of: readonly string[]) =>
      of.map((id) => async () => {
        expectFigure(await post(bodyOf(query, { id })));
      });
    const found: Record<string, object> = {};
    const measured = async (name: string, calls: readonly (() => Promise<void>)[]): Promise<void> => {
      const { p50, p95, p99 } = await measure([calls]);
      found[name] = { p50: round3(p50), p95: round3(p95), p99: round3(p99) };
      say(`${name}: p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms, p99 ${p99.toFixed(0)} ms.`);
    };
    await measured('dropOffRateCold', asking(figures.dropOffRate, ids));
    const again = Array.from({ length: rounds }, () => ids).flat();
    for (const [name, query] of Object.entries(figures)) await measured(name, asking(query, again));
    await measured(
      'dropOffRateAfterAPageView',
      ids.map((id, module) => async () => {
        await record(post, module);
        expectFigure(await post(bodyOf(figures.dropOffRate, { id })));
      }),
    );
    for (const [name, query] of Object.entries(figuresOnAnswers)) {
      await measured(`${name}First`, asking(query, ids));
      await measured(name, asking(query, ids));
    }
    const report = async (): Promise<void> => {
      await post(bodyOf(REPORT, {}));
    };
    await measured('dailyReportFirst', [report]);
    await measured(
      'dailyReport',
      Array.from({ length: rounds }, () => report),
    );
    for (const module of modules.keys()) await record(post, module, 'again');
    await measured('dailyReportAfterAPageViewInEachModule', [report]);
    return {
      ...size,
      pageViews: size.people * size.modules * size.views,
      ...found,
      residentMegabytes: await residentOf(installation),
    };
  } finally {
    await installation.close();
  }
};

function expectFigure(data: unknown): void {
  if (!JSON.stringify(data).includes('"people":')) throw new Error(`No figure: ${JSON.stringify(data)}`);
}

async function record(
  post: (body: Buffer) => Promise<unknown>,
  module: number,
  when = 'later',
): Promise<void> {
  const item = {
    ...{ source: 'bench', id: `${when}-${String(module)}`, visit: `${String(module)}-0` },
    person: { source: 'bench', id: '0' },
    module: { source: 'bench', id: String(module) },
    ...{ page: 1, at: new Date().toISOString(), activeSeconds: 12 },
  };
  const payload = JSON.stringify(await post(bodyOf(RECORD, { items: [item] })));
  if (!payload.includes('"recorded":1')) throw new Error(payload);
}
