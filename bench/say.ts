/** A readable line of what a bench found. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** To three digits: a measurement on a shared machine is no more precise. */
export function round3(value: number): number {
  return Number(value.toPrecision(3));
}
