import type { BenchInstallation } from './installation';

/** What the API says of itself to monitoring: its resident memory, in megabytes. */
export async function residentOf({ url }: BenchInstallation): Promise<number> {
  const metrics = await (await fetch(new URL('/metrics', url))).text();
  return Math.round(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 2 ** 20);
}
