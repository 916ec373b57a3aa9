/** What the API says of itself to monitoring. */
export async function metricsOf({ url }: { readonly url: string }): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}

/** Its resident memory, in megabytes. */
export async function residentOf(api: { readonly url: string }): Promise<number> {
  return Math.round((await memoryOf(api)).resident);
}

/** Of one process, in megabytes. */
export interface Memory {
  readonly resident: number;
  /** Of JavaScript, what is garbage by then included. */
  readonly heap: number;
}

export async function memoryOf(api: { readonly url: string }): Promise<Memory> {
  const metrics = await metricsOf(api);
  const megabytes = (name: string): number =>
    Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(metrics)?.[1]) / 2 ** 20;
  return {
    resident: megabytes('process_resident_memory_bytes'),
    heap: megabytes('nodejs_heap_size_used_bytes'),
  };
}

/** How many statements of requests the database has answered: not what is done beside them. */
export function statementsOf(metrics: string): number {
  const counted = /^skillwake_statement_duration_seconds_count\{statement="([^"]+)"\} (\d+)$/gm;
  return [...metrics.matchAll(counted)]
    .filter(([, name = '']) => !/^(audit|access\.tokenStates|amounts)/.test(name))
    .reduce((sum, [, , count]) => sum + Number(count), 0);
}

/** The seconds that a histogram has counted together, of all its label sets that match. */
export function secondsOf(metrics: string, histogram: string, labels: string): number {
  const sums = new RegExp(`^${histogram}_sum\\{${labels}\\} (\\S+)$`, 'gm');
  return [...metrics.matchAll(sums)].reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}
