import { randomUUID } from 'node:crypto';
import type { BenchInstallation } from './installation';
import { bodyOf, measure, poster } from './load';
import { home, questionId, type SendStatements } from './platform-statements';
import { round3, say } from './say';

const clients = 32;

const RECORD = `mutation ($items: [PageViewInput!]!) {
  payload: recordPageViews(items: $items) { recorded errors { message } }
}`;

/**
 * Page views, and statements over xAPI, one a request, of 32 clients about one person and one activity: what a busy hour
 * of people who learn the same looks like at its worst.
 */
export async function measureSingleWrites(
  { url, token }: BenchInstallation,
  sendStatements: SendStatements,
  each: number,
): Promise<{ readonly pageViews: number; readonly statements: number }> {
  const post = poster(url, token);
  const named = (id: string): object => ({ source: 'bench', id });
  let made = 0;
  const pageView = async (): Promise<void> => {
    const item = {
      ...{ source: 'bench', id: `single-${String(made++)}`, visit: 'single', person: named('0') },
      ...{ module: named('0'), page: 1, at: '2026-01-01T09:00:00Z', activeSeconds: 10 },
    };
    const { payload } = (await post(bodyOf(RECORD, { items: [item] }))) as { payload: { recorded: number } };
    if (payload.recorded !== 1) throw new Error(`A page view was not recorded: ${JSON.stringify(payload)}`);
  };
  const statement = (): Promise<void> =>
    sendStatements(
      JSON.stringify({
        id: randomUUID(),
        actor: { account: { homePage: home, name: '0' } },
        verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
        object: { id: questionId(0) },
        result: { success: true, response: 'a' },
        timestamp: new Date(Date.UTC(2026, 1, 1) + made++ * 1_000).toISOString(),
      }),
    );
  return {
    pageViews: await perSecond('page views', each, pageView),
    statements: await perSecond('statements, each moving a level', each, statement),
  };
}

async function perSecond(what: string, each: number, call: () => Promise<void>): Promise<number> {
  const calls = Array.from({ length: clients }, () => Array.from({ length: each }, () => call));
  await measure(calls);
  const measured = await measure(calls);
  const found = round3(measured.perSecond);
  say(
    `single ${what}, 32 clients, one person and one activity: ${found.toFixed(0)} a second, p50 ${measured.p50.toFixed(0)} ms, p99 ${measured.p99.toFixed(0)} ms.`,
  );
  return found;
}
