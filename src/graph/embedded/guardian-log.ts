/** A line of the guardian's log, which is where its output goes. */
export function log(line: string): void {
  process.stdout.write(`${new Date().toISOString()} ${line}\n`);
}
