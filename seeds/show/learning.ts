import type { Client } from '../client';

const moduleQuery = `
  query DemoModule($id: ID!) {
    module(id: $id) {
      name
      dropOffRate { ... on DropOffRate { summary } ... on Withheld { summary: reason } }
      failureRate { ... on FailureRate { summary } ... on Withheld { summary: reason } }
      timeToCompletion { ... on TimeToCompletion { summary } ... on Withheld { summary: reason } }
      problems(filterBy: { open: true }) { nodes { summary } }
    }
  }`;

interface Summed {
  readonly summary: string;
}

interface ModuleAnswer {
  readonly module: {
    readonly name: string;
    readonly dropOffRate: Summed;
    readonly failureRate: Summed;
    readonly timeToCompletion: Summed;
    readonly problems: { readonly nodes: readonly Summed[] };
  } | null;
}

/** How people fared with the last of the modules: the three figures, and what is wrong with it. */
export async function showLearning(client: Client, modules: Iterable<string>): Promise<string[]> {
  const id = [...modules].at(-1);
  if (id === undefined) return [];
  const { module } = await client.ask<ModuleAnswer>(moduleQuery, { id });
  if (!module) return [];
  const { name, dropOffRate, failureRate, timeToCompletion, problems } = module;
  return [
    `4. How did people fare with "${name}", and is it the content or the knowledge?`,
    ...[dropOffRate, failureRate, timeToCompletion].map(({ summary }) => `   ${summary}`),
    '',
    problems.nodes.length > 0 ? '   Open problems:' : '   No problems are open.',
    ...problems.nodes.map(({ summary }) => `   - ${summary}`),
  ];
}
