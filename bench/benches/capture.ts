import neo4j, { type Driver } from 'neo4j-driver';
import { seededUniforms } from '../../src/estimators/random';
import { externalKey } from '../../src/shared/ids';
import { compare } from '../compare';
import { courseSize, makeCourseGraph, type CourseGraph } from '../course-graph';
import { measureStatements, openPlatform } from '../platform-statements';
import { openBench, type BenchInstallation } from '../installation';
import { bodyOf, measure, poster } from '../load';
import { residentOf } from '../api-metrics';
import type { Bench } from '../run';
import { round3, say } from '../say';
import { measureSingleWrites } from '../single-writes';
import { readVisitFigures } from '../visit-figures';

const clients = 4;
const batch = 1_000;
/** Visits under way at a time for each client: a batch has pages of all of them. */
const visitsAtATime = 500;
const { people, modules, pages } = courseSize;

interface Visit {
  readonly id: string;
  readonly person: number;
  readonly module: number;
  readonly at: number;
}

interface PageView {
  readonly id: string;
  readonly visit: Visit;
  readonly page: number;
  readonly at: number;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses: number;
}

/** Visits of people at random, and all their page views: two pages of each visit a batch. */
class Learning {
  private made = 0;
  private readonly random = seededUniforms(7);
  private readonly underWay = new Map<string, { visits: readonly Visit[]; page: number }>();

  constructor(
    /** Keeps ids apart. */
    private readonly name: string,
    private readonly record: (visits: readonly Visit[]) => Promise<void>,
  ) {}

  private whole(below: number): number {
    return Math.floor(this.random() * below);
  }

  private next(): string {
    this.made++;
    return `${this.name}-${String(this.made).padStart(9, '0')}`;
  }

  /** The next batch of a client; visits are recorded when they begin. */
  async batch(client: number): Promise<PageView[]> {
    const key = String(client);
    let going = this.underWay.get(key);
    if (going === undefined || going.page > pages) {
      const visits = Array.from({ length: visitsAtATime }, () => ({
        id: this.next(),
        person: this.whole(people),
        module: this.whole(modules),
        at: Date.UTC(2026, 0, 1) + this.made * 1_000,
      }));
      await this.record(visits);
      going = { visits, page: 1 };
    }
    const { visits, page } = going;
    const shown = Array.from({ length: batch / visitsAtATime }, (_, more) => page + more);
    this.underWay.set(key, { visits, page: page + shown.length });
    return shown.flatMap((number) =>
      visits.map((visit) => ({
        id: this.next(),
        visit,
        page: number,
        at: visit.at + number * 60_000,
        activeSeconds: Math.round(this.random() * 600) / 10,
        idleSeconds: Math.round(this.random() * 100) / 10,
        pauses: this.whole(3),
      })),
    );
  }
}

/** The fastest idempotent write found: see the bench `api`. */
const BARE_WRITE = `
UNWIND $rows AS row
OPTIONAL MATCH (old:Evidence {id: row.id})
WITH row, old WHERE old IS NULL
MATCH (visit:Evidence {id: row.visit})
MATCH (page:Page {id: row.page})
CREATE (evidence:Evidence:PageView {id: row.id, hash: row.hash, at: row.at, recordedAt: row.at, withdrawn: false,
  activeSeconds: row.activeSeconds, idleSeconds: row.idleSeconds, pauses: row.pauses, longestPauseSeconds: 0.0, revisits: 0.0})
CREATE (evidence)-[:DURING]->(visit)
CREATE (evidence)-[:OF]->(page)`;

const RECORD_VISITS = `mutation ($items: [VisitInput!]!) {
  payload: recordVisits(items: $items) { recorded duplicates errors { index code message } }
}`;
const RECORD_PAGE_VIEWS = `mutation ($items: [PageViewInput!]!) {
  payload: recordPageViews(items: $items) { recorded duplicates errors { index code message } }
}`;

/**
 * Page views through GraphQL beside the bare driver's idempotent write of the same nodes, in alternating rounds; then many
 * of them in one go, with what the API holds in memory on the way: 200,000, with `--long` 5,000,000, with `--short` 20,000;
 * then the figures of a visit are read as their people do, and statements come through xAPI that move levels, whose rate is
 * compared with that of page views; at last both come one a request, of 32 clients about one person and activity.
 */
export const bench: Bench = async (words) => {
  const isShort = words.includes('--short');
  const volume = words.includes('--long') ? 5_000_000 : isShort ? 20_000 : 200_000;
  const installation = await openBench();
  const { uri, username, password } = installation.embedded;
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  try {
    say(`Making ${String(people)} people, ${String(modules)} modules of ${String(pages)} pages.`);
    const graph = await makeCourseGraph(installation.database);
    const post = poster(installation.url, installation.token);
    const send = async (query: string, items: readonly object[]): Promise<void> => {
      expectAll(await post(bodyOf(query, { items })), items.length);
    };
    const learningOf = (name: string): Learning =>
      new Learning(name, (visits) => send(RECORD_VISITS, visits.map(visitItem)));
    const [bare, api, much] = ['bare', 'api', 'much'].map(learningOf) as [Learning, Learning, Learning];
    const pageViews = await compare(
      'page views, batches of 1,000, 4 clients (batches a second)',
      isShort ? 1 : 5,
      clients,
      isShort ? 3 : 10,
      async (client) => {
        const rows = rowsOf(graph, await bare.batch(client));
        return () => writeBare(driver, rows);
      },
      async (client) => {
        const views = await api.batch(client);
        const body = bodyOf(RECORD_PAGE_VIEWS, { items: views.map(viewItem) });
        return async () => {
          expectAll(await post(body), views.length);
        };
      },
    );
    const volumes = await pour(installation, volume, (client) => async () => {
      await send(RECORD_PAGE_VIEWS, (await much.batch(client)).map(viewItem));
    });
    const visitFigures = await readVisitFigures(installation, isShort ? 20 : 400);
    const sendStatements = await openPlatform(installation);
    const statements = await measureStatements(sendStatements, isShort ? 4 : 20);
    const ofPageViews = round3(statements.perSecond / (pageViews.perSecond * batch));
    say(`Statements come at ${ofPageViews.toFixed(2)} of the rate of page views.`);
    const singlePerSecond = await measureSingleWrites(installation, sendStatements, isShort ? 10 : 50);
    return {
      pageViews,
      ...volumes,
      visitFigures,
      statements: { ...statements, ofPageViews },
      singlePerSecond,
    };
  } finally {
    await driver.close();
    await installation.close();
  }
};

function expectAll(data: unknown, items: number): void {
  const { payload } = data as { payload: { recorded: number; errors: readonly object[] } };
  if (payload.recorded !== items)
    throw new Error(`Not all was recorded: ${JSON.stringify(payload.errors[0])}`);
}

/** Sends page views in steps, and says after each how fast it was and how much memory the API has. */
async function pour(
  installation: BenchInstallation,
  volume: number,
  callOf: (client: number) => () => Promise<void>,
): Promise<object> {
  const steps = 10;
  const each = Math.max(1, Math.round(volume / steps / clients / batch));
  const residentMegabytes: number[] = [];
  const perSecond: number[] = [];
  for (let step = 1; step <= steps; step++) {
    const calls = Array.from({ length: clients }, (_, client) =>
      Array.from({ length: each }, () => callOf(client)),
    );
    const measured = await measure(calls);
    const resident = await residentOf(installation);
    residentMegabytes.push(resident);
    perSecond.push(round3(measured.perSecond * batch));
    say(
      `${String(each * clients * batch * step)} page views: ${String(round3(measured.perSecond * batch))} a second, visits besides; the API has ${String(resident)} MB resident.`,
    );
  }
  return { volume: each * clients * batch * steps, perSecond, residentMegabytes };
}

function visitItem({ id, person, module, at }: Visit): object {
  return {
    source: 'bench',
    id,
    person: { source: 'bench', id: String(person) },
    module: { source: 'bench', id: String(module) },
    at: new Date(at).toISOString(),
  };
}

function viewItem({ id, visit, page, at, ...content }: PageView): object {
  return { ...visitItem({ ...visit, id, at }), visit: visit.id, page, ...content };
}

function rowsOf({ pagesOf }: CourseGraph, views: readonly PageView[]): object[] {
  return views.map(({ id, visit, page, at, ...content }) => ({
    id: externalKey('pageView', 'bench', id),
    hash: id.padEnd(43, '='),
    visit: externalKey('visit', 'bench', visit.id),
    page: pagesOf[visit.module]?.[page - 1],
    at,
    ...content,
  }));
}

async function writeBare(driver: Driver, rows: readonly object[]): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite((tx) => tx.run(BARE_WRITE, { rows }));
  } finally {
    await session.close();
  }
}
