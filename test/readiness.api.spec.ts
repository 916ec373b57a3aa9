import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation } from './kit/graph';
import { buildStaffing, elsewhere, unknown, type Staffing } from './kit/staffing';

const GAPS_NOW = graphql(`
  query FormingGaps($id: ID!) {
    project(id: $id) {
      gaps {
        __typename
        ... on GapReport {
          allCoveredProbability
        }
      }
    }
  }
`);
const READINESS = graphql(`
  query Readiness($id: ID!, $months: Int!) {
    project(id: $id) {
      readiness(months: $months) {
        asOf
        figures {
          __typename
          ... on ReadinessFigures {
            personCount
            probability
            expectedEmpty
          }
          ... on Withheld {
            reason
          }
        }
        summary
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let lead: Client;
let staffing: Staffing;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  // Of the responsible team, which those at even positions belong to.
  await buildOrganisation(admin, {
    teams: [{ source, id: 'team', leads: [people[elsewhere]!.reference] }],
  });
  lead = await app.as('lead', people[elsewhere]!.id);
});
afterAll(() => app.close());

describe('readiness of a project', () => {
  it('is the probability that those who are assigned cover everything, at the start and each month after', async () => {
    const { project } = await admin.get(READINESS, { id: staffing.project, months: 2 });
    expect(project!.readiness).toHaveLength(3);
    const { project: now } = await admin.get(GAPS_NOW, { id: staffing.project });
    if (now!.gaps.__typename !== 'GapReport') throw new Error('Withheld.');
    const [first, second, third] = project!.readiness;
    expect(first!.figures).toMatchObject({
      personCount: 1,
      probability: expect.closeTo(now!.gaps.allCoveredProbability!, 6),
    });
    expect(new Date(second!.asOf).getTime()).toBeGreaterThan(new Date(first!.asOf).getTime());
    expect(third!.summary).toMatch(/covered with probability .* %\.$/);
  });

  it("is of those who are assigned on each date, and withheld where too few are not the viewer's to see", async () => {
    const { source, people } = staffing.graph;
    const later = Date.now() + 40 * 86_400_000;
    await buildOrganisation(admin, {
      assignments: [
        {
          project: { source, id: 'project' },
          person: people[3]!.reference,
          from: new Date(later).toISOString(),
        },
      ],
    });
    const { project } = await admin.get(READINESS, { id: staffing.project, months: 2 });
    expect(project!.readiness.map(({ figures }) => figures)).toMatchObject([
      { personCount: 1 },
      { personCount: 1 },
      { personCount: 2 },
    ]);
    const { project: ofLead } = await lead.get(READINESS, { id: staffing.project, months: 2 });
    expect(ofLead!.readiness.map(({ figures }) => figures.__typename)).toEqual([
      'ReadinessFigures',
      'ReadinessFigures',
      'Withheld',
    ]);
  });

  it('names who is unknown in everything that is required', async () => {
    const { source, people } = staffing.graph;
    await buildOrganisation(admin, {
      assignments: [{ project: { source, id: 'project' }, person: people[unknown]!.reference }],
    });
    const { project } = await admin.get(READINESS, { id: staffing.project, months: 0 });
    expect(project!.readiness[0]!.summary).toContain(
      `. Unknown in all of it: ${people[unknown]!.reference.id} of ${source}.`,
    );
  });
});
