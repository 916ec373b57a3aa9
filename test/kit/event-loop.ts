import { existsSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop was held at most while some work ran, milliseconds. */
export interface Held {
  /** In the thread's time of the processor: how busy the machine is with other things does not count. */
  readonly computing: number;
  /** By the clock. */
  readonly delay: number;
}

/**
 * Runs work and measures the longest stretch of the event loop meanwhile: a timer that is always due fires once in each
 * turn of it, and what the processor did from one to the next was done at a stretch.
 */
export async function heldDuring(work: () => Promise<unknown>): Promise<Held> {
  const histogram = monitorEventLoopDelay({ resolution: 10 });
  histogram.enable();
  let longest = 0;
  let before = computed();
  const endStretch = (): void => {
    longest = Math.max(longest, computed() - before);
    before = computed();
  };
  const timer = setInterval(endStretch, 1);
  try {
    await work();
  } finally {
    // The last one ends with the work: no turn comes between.
    endStretch();
    clearInterval(timer);
    histogram.disable();
  }
  return { computing: longest, delay: histogram.max / 1e6 };
}

/** Linux alone tells what one thread has used: nanoseconds first. */
const usedByThread = '/proc/thread-self/schedstat';
const tellsOfThreads = existsSync(usedByThread);

/** How long this thread has computed, milliseconds; elsewhere than on Linux all of the process, what V8 does beside it too. */
function computed(): number {
  if (tellsOfThreads) return Number.parseInt(readFileSync(usedByThread, 'utf8'), 10) / 1e6;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
