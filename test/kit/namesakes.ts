import type { Client } from './client';
import type { Everything } from './everything';
import { claimAll, uniqueSource } from './graph';
import { askFor, nounKinds, nounsOf, type NounKind } from './nouns';

interface Called {
  readonly called: string;
  readonly externalIds: readonly { readonly value: string }[];
}

/** Of each kind of noun, and of claims, one more that a second system calls as the first system calls the first of them. */
export async function addNamesakes(admin: Client, { ids }: Everything): Promise<void> {
  const source = uniqueSource();
  const first = (type: string) => ids[type]![0]!;
  const needs: Readonly<Record<string, object>> = {
    Question: { skills: [{ globalId: first('Skill') }] },
    Task: { project: { globalId: first('Project') } },
  };
  const save = async (kind: NounKind) => {
    const { called, externalIds } = (
      await askFor<{ node: Called }>(
        admin,
        `query ($id: ID!) { node(id: $id) { ... on ${kind.type} { called: ${kind.called} externalIds { value } } } }`,
        { id: first(kind.type) },
      )
    ).node;
    const item = { source, id: externalIds[0]!.value, [kind.called]: called, ...needs[kind.type] };
    await nounsOf(admin, kind, item);
  };
  for (const kind of nounKinds) await save(kind);
  const { person } = await askFor<{
    person: { claims: { nodes: { externalId: { value: string }; skill: { id: string }; at: string }[] } };
  }>(
    admin,
    'query ($id: ID!) { person(id: $id) { claims(first: 1) { nodes { externalId { value } skill { id } at } } } }',
    { id: first('Person') },
  );
  const [{ externalId, skill, at }] = person.claims.nodes as [(typeof person.claims.nodes)[number]];
  const claimed = { person: { globalId: first('Person') }, skill: { globalId: skill.id } };
  await claimAll(admin, [
    { source, id: externalId.value, ...claimed, kind: 'CREDENTIAL', issuer: source, level: 0.6, at },
  ]);
}
