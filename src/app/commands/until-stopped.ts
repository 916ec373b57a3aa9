let stopped: Promise<void> | undefined;

/** Resolves at the first SIGINT or SIGTERM: whoever waits for it then closes what it opened. */
export function untilStopped(): Promise<void> {
  stopped ??= new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  return stopped;
}
