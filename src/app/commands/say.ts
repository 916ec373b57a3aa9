/** Progress and faults go to standard error, so that what a command prints can be piped. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const slow = 2_000;

/** Tells where a long work stands, once whenever two seconds have passed. */
export function sayWhereSlow(): (line: string) => void {
  let saidAt = Date.now();
  return (line) => {
    if (Date.now() - saidAt < slow) return;
    saidAt = Date.now();
    say(line);
  };
}
