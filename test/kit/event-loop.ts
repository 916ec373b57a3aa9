import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop was held at most while some work ran, milliseconds. */
export interface Held {
  /** In time of the processor: how busy the machine is with other things does not count. */
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
  let before = process.cpuUsage();
  const endStretch = (): void => {
    const { user, system } = process.cpuUsage(before);
    longest = Math.max(longest, (user + system) / 1_000);
    before = process.cpuUsage();
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
