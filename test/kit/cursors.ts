import type { Client } from './client';

interface Listed {
  readonly edges: readonly { readonly cursor: string; readonly node: Readonly<Record<string, string>> }[];
  readonly pageInfo: { readonly endCursor: string };
}

/** The cursor behind which rows begin whose names begin with a source, in a list by name; null where they are the first. */
export async function beginningIn(client: Client, list: string, source: string): Promise<string | null> {
  const shown = list === 'questions' ? 'prompt' : 'name';
  for (let after: string | null = null; ;) {
    const { data }: { data?: unknown } = await client.ask(
      `query ($after: String) { ${list}(first: 200, after: $after) { edges { cursor node { ${shown} } } pageInfo { endCursor } } }`,
      { after },
    );
    const { edges, pageInfo }: Listed = (data as Record<string, Listed>)[list]!;
    const first = edges.findIndex(({ node }) => node[shown]?.startsWith(source));
    if (first >= 0) return edges[first - 1]?.cursor ?? after;
    if (edges.length === 0) throw new Error(`No ${list} of ${source}.`);
    after = pageInfo.endCursor;
  }
}
