import { measure, median, type Measured } from './load';
import { round3, say } from './say';

/** The API beside the bare driver, or another that does the same work. */
export interface Compared extends Measured {
  /** The API's calls a second over the bare driver's: median of the rounds. */
  readonly ratio: number;
  readonly barePerSecond: number;
}

/** One call of a client, prepared outside the time measured. */
export type Prepare = (client: number) => (() => Promise<void>) | Promise<() => Promise<void>>;

/** Measures the bare driver, or another, and the API by turns, both warm. */
export async function compare(
  what: string,
  rounds: number,
  clients: number,
  each: number,
  bare: Prepare,
  api: Prepare,
  beside = 'the bare driver',
): Promise<Compared> {
  const round = async (prepare: Prepare): Promise<Measured> => {
    const calls: (() => Promise<void>)[][] = [];
    for (let client = 0; client < clients; client++) {
      const ofClient: (() => Promise<void>)[] = [];
      for (let call = 0; call < each; call++) ofClient.push(await prepare(client));
      calls.push(ofClient);
    }
    return measure(calls);
  };
  await round(bare);
  await round(api);
  const pairs: { bare: Measured; api: Measured }[] = [];
  for (let turn = 0; turn < rounds; turn++) pairs.push({ bare: await round(bare), api: await round(api) });
  const ratio = median(pairs.map((pair) => pair.api.perSecond / pair.bare.perSecond));
  const compared = {
    ratio: round3(ratio),
    barePerSecond: round3(median(pairs.map((pair) => pair.bare.perSecond))),
    perSecond: round3(median(pairs.map((pair) => pair.api.perSecond))),
    p50: round3(median(pairs.map((pair) => pair.api.p50))),
    p95: round3(median(pairs.map((pair) => pair.api.p95))),
    p99: round3(median(pairs.map((pair) => pair.api.p99))),
  };
  say(
    `${what}: ${compared.ratio.toFixed(2)} of ${beside} (${compared.perSecond.toFixed(1)} against ${compared.barePerSecond.toFixed(1)} a second), p50 ${compared.p50.toFixed(1)} ms, p99 ${compared.p99.toFixed(1)} ms.`,
  );
  return compared;
}
