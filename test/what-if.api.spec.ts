import { graphql } from './generated/gql';
import type { WhatIfCandidatesQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation } from './kit/graph';
import {
  asOf,
  assigned,
  buildStaffing,
  eligible,
  elsewhere,
  leaver,
  requirements,
  twin,
  unknown,
  type Staffing,
} from './kit/staffing';

const WHAT_IF = graphql(`
  query WhatIfCandidates(
    $id: ID!
    $asOf: DateTimeISO
    $first: Int! = 50
    $after: String
    $filterBy: PersonFilter
    $includeAssigned: Boolean! = false
    $requirements: [AssumedRequirement!]
    $replacing: ID
    $people: [ID!]
  ) {
    project(id: $id) {
      candidates(
        first: $first
        after: $after
        asOf: $asOf
        filterBy: $filterBy
        includeAssigned: $includeAssigned
        requirements: $requirements
        replacing: $replacing
        people: $people
      ) {
        totalCount
        leftOut
        nodes {
          person {
            id
          }
          fit
          knownShare
          teams {
            name
            leads {
              nodes {
                id
              }
            }
          }
          requirements {
            status
            probability
            requirement {
              id
              level
              importance
              headcount
              skill {
                id
              }
            }
          }
        }
        pageInfo {
          endCursor
          onlyVisible
        }
      }
    }
  }
`);

type Given = Partial<WhatIfCandidatesQueryVariables>;

let app: TestApp;
let staffing: Staffing;
let hr: Client;
let lead: Client;
beforeAll(async () => {
  app = await startApp();
  const admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people, skills } = staffing.graph;
  await buildOrganisation(admin, {
    teams: [
      { source, id: 'team', leads: [people[elsewhere]!.reference] },
      { source, id: 'other team', leads: [people[unknown]!.reference] },
    ],
    assignments: [{ project: { source, id: 'project' }, person: people[twin]!.reference }],
    requirements: assumed().map((one) => ({ ...one, project: { source, id: 'empty project' } })),
  });
  expect(skills).toHaveLength(3);
  [hr, lead] = await Promise.all([app.as('hr'), app.as('lead', people[elsewhere]!.id)]);
});
afterAll(() => app.close());

const idOf = (position: number) => staffing.graph.people[position]!.id;
const skill = (position: number) => staffing.graph.skills[position]!.reference;
const assumed = () => [
  { skill: skill(0), level: 0.7, importance: 2 },
  { skill: skill(1), level: 0.65, headcount: 3 },
];
const ask = (client: Client, given: Given, id = staffing.project) =>
  client.ask(WHAT_IF, { id, asOf, ...given });
async function candidates(client: Client, given: Given, id = staffing.project) {
  const { data, errors } = await ask(client, given, id);
  expect(errors).toBeUndefined();
  return data!.project!.candidates!;
}
const idsOf = ({ nodes }: Awaited<ReturnType<typeof candidates>>) => nodes.map(({ person }) => person.id);
const refusal = async (client: Client, given: Given) => {
  const { data, errors } = await ask(client, given);
  expect(data).toEqual({ project: { candidates: null } });
  return { code: errors![0]!.extensions.code, message: errors![0]!.message };
};

describe('requirements given with the question', () => {
  it('rank as the same ones would that are stored, and are shown as they were given', async () => {
    const stored = await candidates(hr, { includeAssigned: true }, staffing.emptyProject);
    const supposed = await candidates(hr, { includeAssigned: true, requirements: assumed() });
    const figures = ({ nodes }: typeof stored) =>
      nodes.map(({ person, fit, knownShare, requirements: reasons }) => ({
        ...{ person, fit, knownShare },
        reasons: reasons.map(({ requirement: { id: _, ...requirement }, ...reason }) => ({
          ...{ ...reason, requirement },
        })),
      }));
    expect(figures(supposed)).toEqual(figures(stored));
    expect(supposed.nodes.length).toBeGreaterThan(5);
    const { project } = await hr.get(WHAT_IF, { id: staffing.project, asOf });
    expect(project!.candidates!.nodes[0]!.requirements).toHaveLength(requirements.length);
  });

  it.each([
    [{ level: 0.5, band: 'expert' }, /^requirements[.]1: .*give either level or band/],
    [{ level: 1.5 }, /^requirements[.]1: level: must be/],
    [{ level: 0.5, headcount: 0 }, /^requirements[.]1: headcount: must be/],
    [{ band: 'nobody' }, /^requirements[.]1: band: must be one of/],
    [{ level: 0.5, skill: { source: 'nowhere', id: 'none' } }, /^requirements[.]1: skill/],
  ])('are checked as stored ones are: %p', async (given, message) => {
    const items = [assumed()[0]!, { skill: skill(1), ...given }];
    const { code, message: told } = await refusal(hr, { requirements: items });
    expect([code, told]).toEqual(['BAD_INPUT', expect.stringMatching(message)]);
  });

  it('rank for a lead those alone whom they see, and count the others', async () => {
    const all = idsOf(await candidates(hr, { requirements: assumed() }));
    const shown = await candidates(lead, { requirements: assumed() });
    const seen = all.filter((id) => staffing.graph.people.findIndex((one) => one.id === id) % 2 === 0);
    expect(idsOf(shown)).toEqual(seen);
    expect(seen.length).toBeLessThan(all.length);
    expect(shown).toMatchObject({ totalCount: seen.length, leftOut: all.length - seen.length });
    expect(shown.pageInfo.onlyVisible).toBe(true);
    expect(await refusal(lead, { requirements: assumed(), people: [0, 1].map(idOf) })).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringMatching(/^people[.]1: /),
    });
  });

  it('bind a cursor to themselves', async () => {
    const first = await candidates(hr, { first: 2, requirements: assumed() });
    const after = first.pageInfo.endCursor!;
    const rest = await candidates(hr, { after, requirements: assumed() });
    const all = await candidates(hr, { requirements: assumed() });
    expect([...first.nodes, ...rest.nodes]).toEqual(all.nodes);
    expect((await refusal(hr, { after })).code).toBe('BAD_INPUT');
    expect((await refusal(hr, { after, requirements: assumed().slice(1) })).code).toBe('BAD_INPUT');
  });
});

describe('somebody to be replaced', () => {
  it('is ranked among the others by what the rest of those assigned leave open', async () => {
    const everybody = await candidates(hr, { includeAssigned: true });
    const other = everybody.nodes.find(({ person }) => person.id === idOf(twin))!;
    const weights = other.requirements.map(
      ({ probability, requirement }) => requirement.importance * (1 - (probability ?? 0)),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const expected = everybody.nodes
      .filter(({ person }) => person.id !== idOf(twin))
      .map(({ person, requirements: reasons }) => ({
        id: person.id,
        fit: reasons.reduce((sum, { probability }, at) => sum + weights[at]! * (probability ?? 0), 0) / total,
      }))
      .sort((one, another) => another.fit - one.fit);
    const { nodes } = await candidates(hr, { replacing: idOf(assigned) });
    expect(nodes.map(({ person }) => person.id).sort()).toEqual(expected.map(({ id }) => id).sort());
    expect(nodes.map(({ person }) => person.id)).toContain(idOf(assigned));
    nodes.forEach(({ fit }, at) => expect(fit).toBeCloseTo(expected[at]!.fit, 9));
    expect(nodes.map(({ fit }) => fit)).not.toEqual((await candidates(hr, {})).nodes.map(({ fit }) => fit));
  });

  it('leaves the whole project open where nobody else is assigned that the viewer may count on', async () => {
    // Of both who are assigned the lead sees both; with the seat of the twin only the other one is left.
    const byLead = await candidates(lead, { replacing: idOf(twin) });
    const byHr = await candidates(hr, { replacing: idOf(twin) });
    expect(idsOf(byLead)).toEqual(idsOf(byHr));
  });

  it('must be assigned, and be there', async () => {
    expect(await refusal(hr, { replacing: idOf(0) })).toEqual({
      code: 'BAD_INPUT',
      message: 'replacing: this person is not assigned to the project, now or later.',
    });
    const none = {
      code: 'BAD_INPUT',
      message: 'replacing: there is no such person; `search` finds people by name.',
    };
    expect(await refusal(hr, { replacing: staffing.graph.skills[0]!.id })).toEqual(none);
  });
});

describe('a chosen few', () => {
  it('are compared, all of them, by fit', async () => {
    const chosen = [unknown, leaver, assigned, 0, 1];
    const people = [...chosen, 0].map(idOf);
    const { nodes, totalCount } = await candidates(hr, { people });
    expect([nodes.length, totalCount]).toEqual([5, 5]);
    expect(new Set(nodes.map(({ person }) => person.id))).toEqual(new Set(people));
    const fits = nodes.map(({ fit }) => fit);
    expect(fits).toEqual([...fits].sort((one, other) => other - one));
    const all = await candidates(hr, { includeAssigned: true });
    for (const { person, fit } of all.nodes)
      if (people.includes(person.id)) expect(nodes.find((one) => one.person.id === person.id)!.fit).toBe(fit);
    const last = nodes.at(-1)!;
    expect(last).toMatchObject({ person: { id: idOf(unknown) }, fit: 0, knownShare: 0 });
    expect(new Set(last.requirements.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
  });

  it('are read in pages of their own', async () => {
    const people = [unknown, assigned, 0, 1].map(idOf);
    const first = await candidates(hr, { people, first: 3 });
    const rest = await candidates(hr, { people, after: first.pageInfo.endCursor });
    expect([...first.nodes, ...rest.nodes]).toEqual((await candidates(hr, { people })).nodes);
    expect((await refusal(hr, { after: first.pageInfo.endCursor })).code).toBe('BAD_INPUT');
  });

  it('are shown to a lead in tenths where they are of other teams, with whom to ask', async () => {
    const people = [0, 1].map(idOf);
    const [exact, shown] = [await candidates(hr, { people }), await candidates(lead, { people })];
    expect(idsOf(shown)).toEqual(idsOf(exact));
    const [unseen, own] = [1, 0].map((at) => shown.nodes.find(({ person }) => person.id === idOf(at))!);
    expect(unseen!.fit * 10).toBeCloseTo(Math.round(unseen!.fit * 10), 9);
    expect(unseen!.requirements.every(({ probability }) => probability === null)).toBe(true);
    expect(own).toEqual(exact.nodes.find(({ person }) => person.id === idOf(0)));
    expect(unseen!.teams).toEqual([{ name: 'other team', leads: { nodes: [{ id: idOf(unknown) }] } }]);
    expect(own!.teams).toEqual([{ name: 'team', leads: { nodes: [{ id: idOf(elsewhere) }] } }]);
  });

  it('are named where they are not there, and take no conditions', async () => {
    const none = staffing.graph.skills[0]!.id;
    expect(await refusal(hr, { people: [idOf(0), none, 'nobody'] })).toEqual({
      code: 'BAD_INPUT',
      message: 'people.1, people.2: there is no such person; `search` finds people by name.',
    });
    expect((await refusal(hr, { people: [] })).message).toBe('people must have 1 to 50 items.');
    const given = { people: eligible.map(idOf), filterBy: { active: true } };
    expect((await refusal(hr, given)).code).toBe('BAD_INPUT');
  });
});
