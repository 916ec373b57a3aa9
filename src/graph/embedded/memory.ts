/** Sizes in megabytes. */
export interface Memory {
  readonly heapMegabytes: number;
  readonly pageCacheMegabytes: number;
}

/**
 * An eighth of the machine for the heap and a sixteenth for the page cache: the database shares the machine with
 * its clients, and a whole organisation's graph (some 200,000 skill edges) fits into the lower bounds already.
 */
export function defaultMemory(totalBytes: number): Memory {
  const megabytes = totalBytes / 2 ** 20;
  return {
    heapMegabytes: clamp(Math.round(megabytes / 8), 512, 4096),
    pageCacheMegabytes: clamp(Math.round(megabytes / 16), 128, 2048),
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
