/** What the API says of itself to monitoring. */
export async function metricsOf({ url }: { readonly url: string }): Promise<string> {
  return (await fetch(new URL('/metrics', url))).text();
}

/** Its resident memory, in megabytes. */
export async function residentOf(api: { readonly url: string }): Promise<number> {
  const metrics = await metricsOf(api);
  return Math.round(Number(/^process_resident_memory_bytes (\S+)$/m.exec(metrics)?.[1]) / 2 ** 20);
}

/** How many statements of requests the database has answered: not what is done beside them. */
export function statementsOf(metrics: string): number {
  const counted = /^skillwake_statement_duration_seconds_count\{statement="([^"]+)"\} (\d+)$/gm;
  return [...metrics.matchAll(counted)]
    .filter(([, name = '']) => !/^(audit|access\.tokenStates|amounts)/.test(name))
    .reduce((sum, [, , count]) => sum + Number(count), 0);
}
