/** A readable line of what a bench found. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** To three digits: what a shared machine measures holds no more. */
export function round3(value: number): number {
  return Number(value.toPrecision(3));
}
