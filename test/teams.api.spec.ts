import { startApp, type TestApp } from './kit/app';
import { personOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { day, uniqueSource, type Reference } from './kit/graph';
import { SAVE_MEMBERSHIPS, SAVE_TEAMS } from './kit/operations';

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });

describe('teams and memberships', () => {
  const save = async (...items: object[]) =>
    (await admin.get(SAVE_TEAMS, { items: items as never })).saveTeams;
  const join = async (...items: object[]) =>
    (await admin.get(SAVE_MEMBERSHIPS, { items: items as never })).saveMemberships;

  it('are created and changed by external id; leads stay where left out and are replaced where given', async () => {
    const [ann, bob] = [await personOf(admin, source, 'ann'), await personOf(admin, source, 'bob')];
    const { teams } = await save({ ...named('team'), name: 'Team', leads: [named('ann')] });
    expect(teams[0]).toMatchObject({ name: 'Team', leads: { nodes: [{ id: ann }] } });
    const renamed = await save({ ...named('team'), name: 'Renamed' });
    expect(renamed.teams[0]).toMatchObject({
      id: teams[0]!.id,
      name: 'Renamed',
      leads: { nodes: [{ id: ann }] },
    });
    const replaced = await save({ ...named('team'), leads: [{ globalId: bob }] });
    expect(replaced.teams[0]!.leads.nodes).toEqual([{ id: bob }]);
    expect((await save({ ...named('team'), leads: [] })).teams[0]!.leads.nodes).toEqual([]);
  });

  it('show their leads to everybody, and let no filter tell what else is held about them', async () => {
    await personOf(admin, source, 'ann');
    const bob = await personOf(admin, source, 'bob');
    const { teams } = await save({ ...named('team'), name: 'Team', leads: [named('ann')] });
    const leads = async (client: Client, filterBy: object) => {
      const { data, errors } = await client.ask<{ team: { leads: { nodes: object[] } } }, object>(
        `query ($id: ID!, $filterBy: PersonFilter) {
          team(id: $id) { leads(filterBy: $filterBy) { nodes { name } } }
        }`,
        { id: teams[0]!.id, filterBy },
      );
      expect(errors).toBeUndefined();
      return data!.team.leads.nodes.length;
    };
    const other = await app.as('person', bob);
    expect([await leads(other, {}), await leads(admin, { active: true, freeShare: 1 })]).toEqual([1, 1]);
    for (const personal of [{ active: true }, { active: false }, { assigned: false }, { freeShare: 0 }])
      expect([personal, await leads(other, personal)]).toEqual([personal, 0]);
  });

  it('name bad items and save the good ones', async () => {
    const { teams, errors } = await save(
      { ...named('1') },
      { ...named('2'), name: 'Led by nobody', leads: [named('nobody')] },
      { ...named('3'), name: 'Good' },
    );
    expect(teams.map((team) => team?.name ?? null)).toEqual([null, null, 'Good']);
    expect(told(errors)).toEqual(['0 INVALID name', '1 NOT_FOUND leads']);
  });

  it('show members of now; the same person, team and from change the stretch that is there', async () => {
    const [ann] = [await personOf(admin, source, 'ann'), await personOf(admin, source, 'bob')];
    await save({ ...named('team'), name: 'Team' });
    const member = { person: named('ann'), team: named('team') };
    expect(await join({ ...member, from: day(0) }, { ...member, person: named('bob'), to: day(1) })).toEqual({
      done: 2,
      errors: [],
    });
    const members = async () => (await save(named('team'))).teams[0]!.members.nodes;
    expect(await members()).toEqual([{ from: day(0), to: null, person: { id: ann } }]);
    await join({ ...member, from: day(0), to: '2090-01-01T00:00:00Z' });
    expect(await members()).toEqual([{ from: day(0), to: '2090-01-01T00:00:00.000Z', person: { id: ann } }]);
    await join({ ...member, from: day(0), to: day(2) });
    expect(await members()).toEqual([]);
    await join(member);
    expect(await members()).toEqual([{ from: null, to: null, person: { id: ann } }]);
  });

  it('name memberships that cannot be', async () => {
    await personOf(admin, source, 'ann');
    await save({ ...named('team'), name: 'Team' });
    const { done, errors } = await join(
      { person: named('nobody'), team: named('team') },
      { person: named('ann'), team: named('nowhere') },
      { person: named('ann'), team: named('team'), from: day(2), to: day(1) },
      { person: named('ann'), team: named('team'), from: 'once' },
      { person: { source }, team: named('team') },
      { person: named('ann'), team: named('team') },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 NOT_FOUND person',
      '1 NOT_FOUND team',
      '2 INVALID to',
      '3 INVALID from',
      '4 INVALID person',
    ]);
  });
});
