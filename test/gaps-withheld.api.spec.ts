import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  buildGaps,
  former,
  gapsByNeed,
  gapsOfProject,
  gapsOfTeam,
  lead,
  otherLead,
  reportOf,
  smallTeam,
  supplyOf,
  team,
  type GapsGraph,
} from './kit/gaps';
import { buildOrganisation } from './kit/graph';
import { LOOKED_AT } from './kit/looked-at';

const SENTENCES = graphql(`
  query GapSentences($id: ID!) {
    project(id: $id) {
      gaps {
        ... on GapReport {
          gaps {
            summary
          }
        }
      }
    }
  }
`);

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

const nameOf = (position: number) => `${built.graph.people[position]!.reference.id} of ${built.graph.source}`;

/** A project that requires a level of the first skill, with these people. */
async function assign(id: string, positions: readonly number[]): Promise<void> {
  const { people, skills, source } = built.graph;
  const project = { source, id };
  const { projects } = await buildOrganisation(admin, {
    projects: [{ ...project, name: id }],
    requirements: [{ project, skill: skills[0]!.reference, level: 0.5 }],
    assignments: positions.map((one) => ({ project, person: people[one]!.reference })),
  });
  built = { ...built, projects: new Map([...built.projects, [id, projects[0]!]]) };
}
const asLead = (position: number) => app.as('lead', idOf(position));

describe('figures on fewer than five people whom the viewer may not see', () => {
  it('are withheld as a whole from a lead who does not see all of a small group', async () => {
    const kept = await ofProject('small', await asLead(otherLead));
    expect(kept).toEqual({ __typename: 'Withheld', reason: expect.stringContaining('fewer than 5') });
  });

  it('are shown where the viewer sees everybody concerned', async () => {
    for (const client of [await app.as('hr'), admin, await asLead(lead)])
      expect((await ofProject('small', client)).__typename).toBe('GapReport');
  });

  it('are withheld though the viewer sees more than five others', async () => {
    await assign('few unseen', [former, ...team]);
    expect((await ofProject('few unseen', await asLead(lead))).__typename).toBe('Withheld');
  });

  it('are withheld requirement by requirement where few of the unseen are known in the skill', async () => {
    await assign('few known', [1, 2, 3, ...smallTeam]);
    const report = reportOf(await ofProject('few known', await asLead(former)));
    expect(report.gaps.map(({ supply }) => supply)).toEqual([
      { __typename: 'Withheld', reason: expect.stringContaining('known in the skill fewer than 5') },
    ]);
    expect(report.gaps[0]!.summary).toContain('withheld');
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

describe('people whom the viewer may not see', () => {
  it('count as those who are counted with them are on average, whoever of them is asked about', async () => {
    await assign('six', [0, 1, 2, 3, 4, 5]);
    await assign('five', [0, 1, 2, 3, 4]);
    const chance = async (client: Client, name: string, people: number) =>
      supplyOf(reportOf(await ofProject(name, client)).gaps[0]!).expectedSupply / people;
    const stranger = await asLead(former);
    expect(await chance(stranger, 'six', 6)).toBeCloseTo(await chance(stranger, 'five', 5), 12);
    expect(Math.abs((await chance(admin, 'six', 6)) - (await chance(admin, 'five', 5)))).toBeGreaterThan(
      1e-3,
    );
  });

  it('count as unknown in a skill that fewer than five are known in', async () => {
    const [, , few] = gapsByNeed(await ofTeam('team', await asLead(otherLead)));
    expect(supplyOf(few!)).toMatchObject({ known: 1, unknown: 6 });
    expect(supplyOf(gapsByNeed(await ofTeam('team'))[2]!)).toMatchObject({ known: 3, unknown: 4 });
  });
});

describe('members who are unknown', () => {
  it('are named in sentences where the viewer sees them, who then see that they were looked at', async () => {
    const sentences = async (client: Client) => {
      const found = await ofProject('two skills', client);
      return [...gapsByNeed(found), reportOf(found)].map(({ summary }) => summary);
    };
    const [rare, common, all] = await sentences(admin);
    expect(rare).toContain(`, 4 unknown (${nameOf(3)}, ${nameOf(4)}, ${nameOf(5)} and 1 more);`);
    expect(common).toContain(`, 1 unknown (${nameOf(1)});`);
    expect(all).not.toContain('Unknown in all of it');
    const [ofStranger] = await sentences(await asLead(otherLead));
    expect(ofStranger).toMatch(/, [0-9] unknown;/);
    const looksSeenBy = async (position: number) => {
      const { person } = await (
        await app.as('person', idOf(position))
      ).get(LOOKED_AT, { id: idOf(position) });
      return person!.accessLog!.nodes;
    };
    const looking = await startApp();
    const viewer = await looking.as('hr', idOf(former));
    await viewer.get(SENTENCES, { id: built.projects.get('two skills')! });
    await looking.close();
    const look = { operation: 'GapSentences', need: 'GAPS' };
    expect(await looksSeenBy(6)).not.toContainEqual(look);
    expect(await looksSeenBy(5)).toContainEqual(look);
  });

  it('are named as such in all of it where nothing is known of them', async () => {
    const { summary } = reportOf(await ofTeam('small'));
    const names = smallTeam.map(nameOf);
    expect(summary.endsWith(` Unknown in all of it: ${names.slice(0, 3).join(', ')} and 1 more.`)).toBe(true);
  });
});
