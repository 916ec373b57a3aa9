import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  asOf,
  buildGaps,
  former,
  gapsOfProject,
  gapsOfTeam,
  lead,
  reportOf,
  type GapsGraph,
  type Report,
} from './kit/gaps';

const OF_PROJECT = graphql(`
  query WhatIfGapsOfProject($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
    project(id: $id) {
      gaps(asOf: $asOf, requirements: $requirements) {
        ...GapReportParts
      }
    }
  }
`);
const OF_TEAM = graphql(`
  query WhatIfGapsOfTeam($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
    team(id: $id) {
      gaps(asOf: $asOf, requirements: $requirements) {
        ...GapReportParts
      }
    }
  }
`);
const OF_EVERYBODY = graphql(`
  query WhatIfGapsOfEverybody($requirements: [AssumedRequirement!]) {
    organisationGaps(requirements: $requirements) {
      gaps {
        demand
        project {
          id
        }
      }
    }
  }
`);
const BORROWED = graphql(`
  query WhatIfBorrowed($id: ID!, $asOf: DateTimeISO, $requirements: [AssumedRequirement!]) {
    project(id: $id) {
      gaps(asOf: $asOf, requirements: $requirements) {
        ... on GapReport {
          gaps {
            waysOut {
              kind
              people {
                person {
                  id
                }
              }
            }
          }
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
let asLead: Client;
let built: GapsGraph;
beforeAll(async () => {
  // Projects of other specs may require so much that ways out of all of it would be too dear.
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000' });
  admin = await app.as('admin');
  built = await buildGaps(admin);
  asLead = await app.as('lead', built.graph.people[lead]!.id);
});
afterAll(() => app.close());

const need = (skill: number, level: number, headcount = 1) => ({
  ...{ skill: built.graph.skills[skill]!.reference, level, headcount },
});
/** What is required of "Two skills", in another order. */
const same = () => [need(2, 0.45, 3), need(1, 0.5)];
type Needs = ReturnType<typeof same>;
const ofProject = async (name: string, requirements: Needs, client = admin) =>
  (await client.get(OF_PROJECT, { id: built.projects.get(name)!, asOf, requirements })).project!.gaps;
const ofTeam = async (name: string, requirements: Needs, client = admin) =>
  (await client.get(OF_TEAM, { id: built.teams.get(name)!, asOf, requirements })).team!.gaps;

/** Without what says whose requirement it is. */
const figures = ({ gaps, ...report }: Report) => ({
  ...report,
  gaps: gaps.map(({ project: _, requirement: { task: __, ...requirement }, ...gap }) => ({
    ...gap,
    requirement,
  })),
});

describe('gaps of requirements that are given with the question', () => {
  it('are those of the same ones that are stored, for everybody who may ask for these', async () => {
    for (const client of [admin, asLead]) {
      const stored = reportOf(await gapsOfProject(client, built, 'two skills'));
      const assumed = reportOf(await ofProject('two skills', same(), client));
      expect(figures(assumed)).toEqual(figures(stored));
      expect(assumed.gaps.map(({ project }) => project)).toEqual([null, null]);
    }
    const all = reportOf(await gapsOfTeam(admin, built, 'team'));
    const again = await ofTeam('team', [...same(), need(0, 0.4, 2), need(0, 0.7, 2)]);
    expect(figures(reportOf(again))).toEqual(figures(all));
  });

  it('take the place of what is stored, for this question alone', async () => {
    const other = reportOf(await ofProject('two skills', [need(0, 0.6, 4)]));
    expect(other.gaps.map(({ demand }) => demand)).toEqual([4]);
    const { organisationGaps } = await admin.get(OF_EVERYBODY, { requirements: [need(0, 0.6, 7)] });
    expect(organisationGaps.gaps).toEqual([{ demand: 7, project: null }]);
    expect(reportOf(await gapsOfProject(admin, built, 'two skills')).gaps).toHaveLength(2);
  });

  it('are withheld as stored ones are', async () => {
    expect((await ofTeam('small', [need(0, 0.5)], asLead)).__typename).toBe('Withheld');
    expect((await ofTeam('small', [need(0, 0.5)])).__typename).toBe('GapReport');
  });

  it('borrow nobody whom the viewer may not see, as the stored ones do', async () => {
    const borrowed = async (client: Client, requirements?: Needs) => {
      const given = { id: built.projects.get('two levels')!, asOf, requirements };
      const { gaps } = (await client.get(BORROWED, given)).project!;
      if (!('gaps' in gaps)) throw new Error('Withheld');
      return gaps.gaps.flatMap(({ waysOut }) =>
        waysOut!.flatMap(({ kind, people }) =>
          kind === 'BORROW' ? people.map(({ person }) => person.id) : [],
        ),
      );
    };
    const needs = [need(0, 0.4, 2), need(0, 0.7, 2)];
    const unseen = built.graph.people[former]!.id;
    expect(await borrowed(asLead)).toContain(unseen);
    expect(await borrowed(asLead, needs)).not.toContain(unseen);
    expect(await borrowed(admin, needs)).toContain(unseen);
  });

  it.each([
    [[], /^requirements must have 1 to 50 items/],
    [[{ level: 1.5 }], /^requirements[.]0: level: must be/],
    [[{}, { skill: { source: 'nowhere', id: 'none' } }], /^requirements[.]1: skill/],
  ])('are refused where they cannot be: %p', async (given, message) => {
    const requirements = given.map((one) => ({ ...need(0, 0.5), ...one }));
    const { errors } = await admin.ask(OF_PROJECT, { id: built.projects.get('small')!, asOf, requirements });
    expect(errors![0]!.extensions.code).toBe('BAD_INPUT');
    expect(errors![0]!.message).toMatch(message);
  });
});
