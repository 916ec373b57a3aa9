import type { Client } from '../client';

const moduleQuery = `
  query DemoModule($id: ID!) {
    module(id: $id) { name visits { ... on VisitCounts { summary } ... on Withheld { summary: reason } } }
  }`;

interface ModuleAnswer {
  readonly module: { readonly name: string; readonly visits: { readonly summary: string } } | null;
}

/** How people fared with a module, in one line. */
export async function showLearning(client: Client, modules: Iterable<string>): Promise<string[]> {
  const [id] = modules;
  if (id === undefined) return [];
  const { module } = await client.ask<ModuleAnswer>(moduleQuery, { id });
  return module ? [`4. How did people fare with ${module.name}?`, `   ${module.visits.summary}`] : [];
}
