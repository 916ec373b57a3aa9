/** Talks to the API as any user does: GraphQL over HTTP, with a token. */
export interface Client {
  /** The data of an operation; throws SeedError with the API's own words. */
  ask<Result>(operation: string, variables?: Readonly<Record<string, unknown>>): Promise<Result>;
}

export interface Access {
  readonly url: string;
  readonly token: string;
  /** Ends requests under way. */
  readonly signal?: AbortSignal;
}

/** Why a seed could not do its work, in one sentence for people. */
export class SeedError extends Error {
  override readonly name = 'SeedError';
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
}

export function createClient({ url, token, signal }: Access): Client {
  return {
    async ask<Result>(operation: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Result> {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ query: operation, variables }),
        ...(signal && { signal }),
      });
      const body = (await response.json()) as Body;
      if (body.errors && body.errors.length > 0) {
        throw new SeedError(`The API refused: ${body.errors.map(({ message }) => message).join('; ')}`);
      }
      if (body.data == null)
        throw new SeedError(`The API gave no data (HTTP status ${String(response.status)}).`);
      return body.data as Result;
    },
  };
}

/** The most items that the API takes at once. */
const largestBatch = 1_000;

export function* batchesOf<Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += largestBatch)
    yield items.slice(start, start + largestBatch);
}
