import { keyOfGlobalId } from '../src/shared/ids';
import { clientOf } from '../test/kit/client';
import { askFor } from '../test/kit/nouns';
import { courseSize } from './course-graph';
import type { BenchInstallation } from './installation';
import { bodyOf, measure, poster } from './load';
import { round3, say } from './say';

const FIGURES = `query ($id: ID!) {
  person(id: $id) {
    visits(last: 1) {
      nodes {
        state startedAt leftAt pagesReached activeSeconds lastPage { number } summary
        pageViews(first: 50) { nodes { page { number } openedAt activeSeconds idleSeconds pauses longestPauseSeconds revisits wasLast } }
        videoViews(first: 50) { nodes { secondsSeen shareSeen } }
      }
    }
  }
}`;

const readsEach = 5;

/** How long people wait for the figures of their latest visit, one after the other, each with a token of their own. */
export async function readVisitFigures(
  installation: BenchInstallation,
  readers: number,
): Promise<{ p50: number; p95: number; p99: number }> {
  const { url } = installation;
  const admin = clientOf(url, installation.token);
  const step = Math.floor(courseSize.people / readers);
  const calls: (() => Promise<void>)[] = [];
  for (let reader = 0; reader < readers; reader++) {
    const { person } = await askFor<{ person: { id: string } }>(
      admin,
      'query ($id: ID!) { person(source: "bench", id: $id) { id } }',
      { id: String(reader * step) },
    );
    const post = poster(url, await installation.tokenOf(keyOfGlobalId('Person', person.id) ?? ''));
    const body = bodyOf(FIGURES, { id: person.id });
    for (let read = 0; read < readsEach; read++)
      calls.push(async () => {
        await post(body);
      });
  }
  const { p50, p95, p99 } = await measure([calls]);
  const found = { p50: round3(p50), p95: round3(p95), p99: round3(p99) };
  say(
    `The figures of a visit: p50 ${String(found.p50)} ms, p95 ${String(found.p95)} ms, p99 ${String(found.p99)} ms, of ${String(calls.length)} reads.`,
  );
  return found;
}
