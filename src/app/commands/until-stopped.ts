let stopped: Promise<void> | undefined;

/** Resolves at the first SIGINT or SIGTERM: the command that waits for it then closes what it opened. */
export function untilStopped(): Promise<void> {
  stopped ??= new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        resolve();
      });
  });
  return stopped;
}

/** Aborted at that signal: for work that ends between two of its steps. */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  void untilStopped().then(() => {
    stop.abort();
  });
  return stop.signal;
}
