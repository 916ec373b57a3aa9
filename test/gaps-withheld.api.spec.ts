import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildGaps, gapsOfProject, gapsOfTeam, lead, otherLead, reportOf, type GapsGraph } from './kit/gaps';

let app: TestApp;
let admin: Client;
let built: GapsGraph;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildGaps(admin);
});
afterAll(() => app.close());

const ofProject = (name: string, client = admin) => gapsOfProject(client, built, name);
const ofTeam = (name: string, client = admin) => gapsOfTeam(client, built, name);
const idOf = (position: number) => built.graph.people[position]!.id;
const asLead = (position: number) => app.as('lead', idOf(position));

describe('figures on fewer than five people', () => {
  it('are withheld as a whole from a lead who does not see all of a small group', async () => {
    const kept = await ofProject('small', await asLead(otherLead));
    expect(kept).toEqual({ __typename: 'Withheld', reason: expect.stringContaining('fewer than 5 people') });
  });

  it('are shown where the viewer sees everybody concerned', async () => {
    for (const client of [await app.as('hr'), admin, await asLead(lead)])
      expect((await ofProject('small', client)).__typename).toBe('GapReport');
  });

  it('are withheld requirement by requirement where few are known in the skill', async () => {
    const report = reportOf(await ofTeam('team', await asLead(otherLead)));
    expect(report.gaps.map(({ supply }) => supply.__typename)).toEqual([
      'GapSupply',
      'GapSupply',
      'Withheld',
      'GapSupply',
    ]);
    expect(report.gaps[2]!.supply).toEqual({
      __typename: 'Withheld',
      reason: expect.stringContaining('Fewer than 5 people are known'),
    });
    expect(report.gaps[2]!.summary).toContain('withheld');
    expect(report.allCoveredProbability).toBeNull();
  });

  it('are not withheld from the lead of the team or hr', async () => {
    for (const client of [await asLead(lead), await app.as('hr')]) {
      const report = reportOf(await ofTeam('team', client));
      expect(report.gaps.every(({ supply }) => supply.__typename === 'GapSupply')).toBe(true);
      expect(report.allCoveredProbability).not.toBeNull();
    }
  });
});
