import type { ApiProcess } from '../test/kit/process';
import { residentOf } from './api-metrics';
import { round3, say } from './say';

const lineEnd = 10;

/** Everybody's levels as the API exports them: how long that takes, and the memory that the API takes more meanwhile. */
export async function exportedMatrix(
  api: ApiProcess,
  format: string,
): Promise<Readonly<Record<string, number>>> {
  const before = await residentOf(api);
  let [peak, bytes, lines, isOver] = [before, 0, 0, false];
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await residentOf(api));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  })();
  const began = performance.now();
  const { body } = await fetch(new URL(`/exports/matrix?format=${format}`, api.url), {
    headers: { authorization: `Bearer ${api.token}`, 'accept-encoding': 'identity' },
  });
  for await (const part of body ?? []) {
    bytes += (part as Uint8Array).length;
    for (const byte of part as Uint8Array) if (byte === lineEnd) lines++;
  }
  const seconds = (performance.now() - began) / 1_000;
  isOver = true;
  await watching;
  const found = {
    seconds: round3(seconds),
    megabytes: round3(bytes / 2 ** 20),
    linesPerSecond: round3(lines / seconds),
    memoryMegabytes: peak - before,
  };
  say(
    `The matrix as ${format}: ${String(found.seconds)} s, ${String(found.megabytes)} MB, ${String(found.linesPerSecond)} lines a second; the API took ${String(found.memoryMegabytes)} MB more.`,
  );
  return found;
}
