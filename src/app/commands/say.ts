/** Progress and faults go to standard error, so that what a command prints can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const slow = 2_000;

/** Reports the progress of long work, at most once every two seconds. */
export function sayWhereSlow(): (line: string) => void {
  let saidAt = performance.now();
  return (line) => {
    if (performance.now() - saidAt < slow) return;
    saidAt = performance.now();
    say(line);
  };
}
