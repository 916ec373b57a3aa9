import type { Client } from './client';
import { buildOrganisation, day, type Reference, type TestGraph } from './graph';
import { reference } from './merged-skills';
import { askFor } from './nouns';

/** What the outside calls a team, a project or a task of this plan. */
export const planned = (id: string): Reference => ({ source: 'planned', id });
const named = (id: string) => ({ ...planned(id), name: id });

const peopleOf = (graph: TestGraph, ...positions: number[]): Reference[] =>
  positions.map((position) => graph.people[position]!.reference);

/** Two teams, t0 and t1; projects j0 and j1 of t0, tasks k0 and k1 of j0; people 0, 1, 6 and 7 among those who work on them. */
export function planProjects(admin: Client, graph: TestGraph): Promise<unknown> {
  return buildOrganisation(admin, {
    teams: ['t0', 't1'].map(named),
    memberships: peopleOf(graph, 0, 1, 6).map((person) => ({ person, team: planned('t0'), from: day(0) })),
    projects: [
      { ...named('j0'), responsibleTeam: planned('t0') },
      { ...named('j1'), responsibleTeam: planned('t0'), to: day(9) },
    ],
    tasks: ['k0', 'k1'].map((id) => ({ ...named(id), project: planned('j0') })),
    requirements: [
      { project: planned('j0'), skill: reference(graph, 4), level: 0.5, headcount: 2 },
      { project: planned('j0'), skill: reference(graph, 0), level: 0.5, importance: 0.3 },
      { project: planned('j1'), skill: reference(graph, 1), band: 'competent' },
      { task: planned('k0'), skill: reference(graph, 2), level: 0.4 },
    ],
    assignments: peopleOf(graph, 0, 6, 7).map((person) => ({
      ...{ person, project: planned('j0'), share: 0.4 },
    })),
  });
}

export function stateAvailability(admin: Client, graph: TestGraph): Promise<unknown> {
  const [one, other] = peopleOf(graph, 0, 6);
  return askFor(
    admin,
    'mutation ($items: [AvailabilityInput!]!) { saveAvailability(items: $items) { errors { code } } }',
    {
      items: [
        { person: one, share: 0.5, from: day(0), to: day(3) },
        { person: other, share: 0.8 },
      ],
    },
  );
}

/** Somebody changes from one team to the other, somebody leaves a project, and somebody works on both. */
export function moveOn(admin: Client, graph: TestGraph): Promise<unknown> {
  const [zero, one, seven] = peopleOf(graph, 0, 1, 7);
  return buildOrganisation(admin, {
    memberships: [
      { person: one!, team: planned('t0'), to: day(5) },
      { person: one!, team: planned('t1'), from: day(5) },
    ],
    assignments: [
      { person: seven!, project: planned('j0'), remove: true },
      { person: zero!, project: planned('j1'), from: day(1), share: 0.1 },
    ],
  });
}

/** Project j1 gets another name, another team, a task of j0, and no longer requires what it did. */
export function planAnew(admin: Client, graph: TestGraph): Promise<unknown> {
  return buildOrganisation(admin, {
    projects: [{ ...planned('j1'), name: 'another', responsibleTeam: planned('t1') }],
    tasks: [{ ...planned('k0'), name: 'moved', project: planned('j1') }],
    requirements: [
      { project: planned('j0'), skill: reference(graph, 3), level: 0.2 },
      { project: planned('j1'), skill: reference(graph, 1), band: 'competent', headcount: 0 },
    ],
  });
}

/** Team t1 comes to be within two new ones, one within the other. */
export function nestTeams(admin: Client): Promise<unknown> {
  const [above, between] = [named('above'), { ...named('between'), broader: planned('above') }];
  return buildOrganisation(admin, {
    teams: [above, between, { ...planned('t1'), broader: planned('between') }],
  });
}

export function deletePlanned(
  admin: Client,
  what: 'Tasks' | 'Teams' | 'Projects',
  id: string,
): Promise<unknown> {
  return askFor(
    admin,
    `mutation ($items: [ReferenceInput!]!) { delete${what}(items: $items) { errors { code } } }`,
    { items: [planned(id)] },
  );
}
