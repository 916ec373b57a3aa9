import { startApp, type TestApp } from './kit/app';
import { told } from './kit/catalogue';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, record, recordAll, type TestGraph } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_MEMBERSHIPS, SAVE_MODULES, SAVE_PEOPLE, SAVE_TEAMS } from './kit/operations';
import { PERSON, TEAM, ASSIGNED, ASSIGNED_OF, LISTED_BY, VISIBLE, CANDIDATES } from './kit/merged-people';

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const reference = (graph: TestGraph, person: number) => graph.people[person]!.reference;
const pair = (graph: TestGraph, keep: number, merge: number) => ({
  keep: reference(graph, keep),
  merge: reference(graph, merge),
});
const globalIds = (graph: TestGraph, keep: number, merge: number) => ({
  keep: { globalId: graph.people[keep]!.id },
  merge: { globalId: graph.people[merge]!.id },
});
async function merge(...items: { keep: object; merge: object }[]) {
  return (await admin.get(MERGE_PEOPLE, { items })).mergePeople;
}
const personNow = async (id: string, client = admin) => (await client.get(PERSON, { id })).person;

describe('two records of one person', () => {
  it('resolve by every id that either had, in queries and in inputs, after another merge too', async () => {
    const graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    const [first, second, third] = graph.people.map(({ id }) => id);
    const payload = await merge(pair(graph, 0, 1));
    expect(payload).toMatchObject({ people: [{ id: first }], errors: [] });
    expect((await merge(globalIds(graph, 2, 0))).people[0]!.id).toBe(third);

    for (const id of [first!, second!, third!]) expect((await personNow(id))!.id).toBe(third);
    const { savePeople } = await admin.get(SAVE_PEOPLE, {
      items: graph.people.map(({ reference: one }) => ({ ...one, email: 'one@example.org' })),
    });
    expect(savePeople.people.map((one) => one!.id)).toEqual([third, third, third]);
    await recordAll(admin, [
      answer(graph, 0, 0),
      ...graph.people.map(({ id }) => answer(graph, 0, 0, { person: { globalId: id } })),
    ]);
    expect((await personNow(second!))!.mastery!.nodes).toEqual([{ answerCount: 4 }]);
  });

  it('keep what the kept one says, and take from the other what it lacks, but not when they leave', async () => {
    const { source } = await buildGraph(admin, {});
    const person = (id: string, given: object) => ({ source, id, name: id, ...given });
    const { savePeople } = await admin.get(SAVE_PEOPLE, {
      items: [
        person('hr', {}),
        person('lms', { email: 'lms@example.org', activeUntil: day(-9) }),
        person('other', { email: 'other@example.org' }),
      ],
    });
    expect(savePeople.errors).toEqual([]);
    const named = (id: string) => ({ source, id });
    const { people } = await merge(
      { keep: named('hr'), merge: named('lms') },
      { keep: named('hr'), merge: named('other') },
    );
    expect(people[0]).toEqual({
      id: savePeople.people[0]!.id,
      name: 'hr',
      email: 'lms@example.org',
      activeUntil: null,
    });
  });

  it('share teams and projects: what both have once, with its dates', async () => {
    const graph = await buildGraph(admin, { people: 2 });
    const { source } = graph;
    const [both, apart] = [
      { source, id: 'both' },
      { source, id: 'apart' },
    ];
    const [hr, lms] = [reference(graph, 0), reference(graph, 1)];
    const { teams, projects } = await buildOrganisation(admin, {
      teams: [
        { ...both, name: 'Both', leads: [hr, lms] },
        { ...apart, name: 'Apart', leads: [lms] },
      ],
      memberships: [
        { person: hr, team: both, from: day(0), to: '2090-01-01T00:00:00Z' },
        { person: lms, team: both, from: day(0) },
        { person: lms, team: apart, from: day(1), to: '2091-01-01T00:00:00Z' },
        { person: lms, team: both, from: day(2) },
      ],
      projects: [{ ...both, name: 'Project' }],
      assignments: [
        { person: hr, project: both, share: 0.5 },
        { person: lms, project: both, share: 0.25 },
        { person: lms, project: both, share: 0.75, from: day(3), to: '2091-01-01T00:00:00Z' },
      ],
    });
    expect((await merge(pair(graph, 0, 1))).errors).toEqual([]);
    const person = { id: graph.people[0]!.id };
    const [ofBoth, ofApart] = await Promise.all(
      teams.map(async (id) => (await admin.get(TEAM, { id })).team!),
    );
    expect(ofBoth).toEqual({
      leads: { nodes: [person] },
      members: {
        nodes: expect.arrayContaining([
          { from: day(0), to: '2090-01-01T00:00:00.000Z', person },
          { from: day(2), to: null, person },
        ]),
      },
    });
    expect(ofBoth!.members.nodes).toHaveLength(2);
    expect(ofApart).toEqual({
      leads: { nodes: [person] },
      members: { nodes: [{ from: day(1), to: '2091-01-01T00:00:00.000Z', person }] },
    });
    const { project } = await admin.get(ASSIGNED, { id: projects[0]! });
    expect(project!.assignments.nodes).toEqual([
      { from: null, to: null, share: 0.5, person },
      { from: day(3), to: '2091-01-01T00:00:00.000Z', share: 0.75, person },
    ]);
  });

  it('are found by every list that is asked for either of them', async () => {
    const graph = await buildGraph(admin, { people: 3 });
    const { source } = graph;
    const one = { source, id: 'one' };
    const [stays, goes, other] = [0, 1, 2].map((at) => reference(graph, at));
    const { saveModules } = await admin.get(SAVE_MODULES, {
      items: [{ ...one, name: 'Module', authors: [goes!] }],
    });
    expect(saveModules.errors).toEqual([]);
    const { projects, teams } = await buildOrganisation(admin, {
      teams: [{ ...one, name: 'Team', leads: [stays!] }],
      memberships: [goes!, other!].map((person) => ({ person, team: one })),
      projects: [{ ...one, name: 'Project' }],
      assignments: [goes!, other!].map((person) => ({ person, project: one })),
      enrolments: [goes!, other!].map((person) => ({ person, module: one })),
    });
    expect((await merge(pair(graph, 0, 1))).errors).toEqual([]);
    const modules = [saveModules.modules[0]!.id];
    const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);
    for (const { id } of graph.people.slice(0, 2)) {
      const found = await admin.get(LISTED_BY, {
        id,
        team: teams[0]!,
        project: projects[0]!,
        module: modules[0]!,
      });
      expect([found.teams, found.modules, found.projects].map(({ nodes }) => ids(nodes))).toEqual([
        teams,
        modules,
        projects,
      ]);
      const people = [found.team!.members, found.project!.assignments, found.module!.enrolments];
      expect(people.map(({ nodes }) => nodes.map(({ person }) => person.id))).toEqual(
        Array(3).fill([graph.people[0]!.id]),
      );
    }
  });

  it('know what was recorded for either, and still tell other content from the same', async () => {
    const graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
    const given = [answer(graph, 0, 0), answer(graph, 1, 0, { at: day(1) })];
    await recordAll(admin, given);
    await merge(pair(graph, 0, 1));
    const again = await record(admin, [
      ...given,
      { ...given[1]!, score: 0.5 },
      { ...given[1]!, person: reference(graph, 0) },
    ]);
    expect(again.results).toEqual([0, 1, 3].map((index) => ({ index, status: 'DUPLICATE' })));
    expect(again.errors).toMatchObject([{ index: 2, code: 'CONFLICT' }]);
    expect((await personNow(graph.people[1]!.id))!.mastery!.nodes).toEqual([{ answerCount: 2 }]);
  });

  it('are one for themselves and for those whom they lead', async () => {
    const graph = await buildGraph(admin, { people: 3, skills: 1, questionsPerSkill: 1 });
    const [kept, merged, member] = graph.people.map(({ id }) => id);
    const team = { source: graph.source, id: 'led' };
    const { projects } = await buildOrganisation(admin, {
      teams: [{ ...team, name: 'Led', leads: [reference(graph, 1)] }],
      memberships: [{ person: reference(graph, 2), team }],
      projects: [{ ...team, name: 'Led', responsibleTeam: team }],
      requirements: [{ project: team, skill: graph.skills[0]!.reference, level: 0.5 }],
    });
    await recordAll(admin, [answer(graph, 1, 0)]);
    const [self, lead] = [await app.as('person', kept), await app.as('lead', kept)];
    const seenBy = async (client: Client) =>
      (await client.get(VISIBLE, {})).people.nodes.map(({ id }) => id).sort();
    expect(await seenBy(lead)).toEqual([kept]);
    await merge(pair(graph, 0, 1));
    expect(await seenBy(self)).toEqual([kept]);
    expect(await seenBy(lead)).toEqual([kept, member].sort());
    for (const id of [kept!, merged!])
      expect(await personNow(id, self)).toMatchObject({ id: kept, mastery: { nodes: [{ answerCount: 1 }] } });
    expect(await personNow(member!, self)).toBeNull();
    const { project } = await lead.get(CANDIDATES, { id: projects[0]! });
    expect(project!.candidates!.nodes).toEqual([{ person: { id: kept } }]);
  });
});

const changedAt = async (id: string) =>
  (await admin.ask('query ($id: ID!) { person(id: $id) { updatedAt } }', { id })).data;

describe('items of mergePeople', () => {
  it('fail one by one, and the others are done', async () => {
    const graph = await buildGraph(admin, { people: 4 });
    const nobody = { source: graph.source, id: 'nobody' };
    const payload = await merge(
      pair(graph, 0, 0),
      { keep: nobody, merge: reference(graph, 0) },
      { keep: reference(graph, 0), merge: nobody },
      { keep: { source: 'half' }, merge: nobody },
      pair(graph, 0, 1),
      pair(graph, 1, 0),
      pair(graph, 2, 1),
      globalIds(graph, 3, 0),
    );
    expect(told(payload.errors)).toEqual([
      '0 INVALID merge',
      '1 NOT_FOUND keep',
      '2 NOT_FOUND merge',
      '3 INVALID keep',
      '6 INVALID merge',
    ]);
    const ids = payload.people.map((person) => person?.id ?? null);
    const kept = graph.people[3]!.id;
    expect(ids).toEqual([null, null, null, null, kept, kept, null, kept]);
  });

  it('may be sent again, and change nothing then', async () => {
    const graph = await buildGraph(admin, { people: 2 });
    await merge(pair(graph, 0, 1));
    const before = await changedAt(graph.people[0]!.id);
    const again = await merge(pair(graph, 0, 1), globalIds(graph, 0, 1));
    expect(again).toMatchObject({ errors: [], people: Array(2).fill({ id: graph.people[0]!.id }) });
    expect(await changedAt(graph.people[0]!.id)).toEqual(before);
  });

  it('are for hr and admin', async () => {
    const { people } = await buildGraph(admin, { people: 1 });
    for (const role of ['person', 'lead', 'author'] as const) {
      const { errors } = await (await app.as(role, people[0]!.id)).ask(MERGE_PEOPLE, { items: [] });
      expect(errors![0]!.extensions['fields']).toContain('Mutation.mergePeople');
    }
    expect((await (await app.as('hr')).ask(MERGE_PEOPLE, { items: [] })).errors).toBeUndefined();
  });
});

it('who writes for a person while they are merged writes for the one they become', async () => {
  const pairs = 30;
  const graph = await buildGraph(admin, { people: 2 * pairs });
  const { source } = graph;
  const team = { source, id: 'team' };
  await buildOrganisation(admin, {
    teams: [{ ...team, name: 'Team' }],
    projects: [{ ...team, name: 'Project' }],
  });
  const each = Array.from({ length: pairs }, (_, index) => index);
  // Each pair by itself, so that the mergers and the writers meet in as many places as there are.
  await Promise.all([
    ...each.map(async (one) => {
      expect((await merge(pair(graph, one, pairs + one))).errors).toEqual([]);
    }),
    ...each.map(async (one) => {
      const items = [{ person: reference(graph, pairs + one), team, from: day(one) }];
      const { saveMemberships } = await admin.get(SAVE_MEMBERSHIPS, { items });
      expect(saveMemberships).toEqual({ done: 1, errors: [] });
    }),
    ...each.map((one) =>
      buildOrganisation(admin, {
        people: [{ ...reference(graph, pairs + one), email: `${String(one)}@example.org` }],
        assignments: [{ person: reference(graph, pairs + one), project: team, from: day(one) }],
      }),
    ),
    ...each.map(async (one) => {
      const led = { source, id: `led ${String(one)}`, name: 'Led', leads: [reference(graph, pairs + one)] };
      expect((await admin.get(SAVE_TEAMS, { items: [led] })).saveTeams.errors).toEqual([]);
    }),
  ]);
  const kept = graph.people.slice(0, pairs).map(({ id }) => id);
  const { saveTeams } = await admin.get(SAVE_TEAMS, {
    items: [team, ...each.map((one) => ({ source, id: `led ${String(one)}` }))],
  });
  const [whole, ...led] = saveTeams.teams;
  const members = new Map(whole!.members.nodes.map(({ from, person }) => [from, person.id]));
  expect(each.map((one) => members.get(day(one)))).toEqual(kept);
  expect(led.map((one) => one!.leads.nodes.map(({ id }) => id))).toEqual(kept.map((id) => [id]));
  const { saveProjects } = await admin.get(ASSIGNED_OF, { items: [team] });
  const assigned = new Map(
    saveProjects.projects[0]!.assignments.nodes.map(({ from, person }) => [from, person.id]),
  );
  expect(each.map((one) => assigned.get(day(one)))).toEqual(kept);
  const now = await Promise.all(kept.map((id) => personNow(id)));
  expect(now.map((person) => person!.email)).toEqual(each.map((one) => `${String(one)}@example.org`));
});
