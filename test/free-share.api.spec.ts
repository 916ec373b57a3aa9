import { graphql } from './generated/gql';
import type { FreeFor } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day } from './kit/graph';
import { SAVE_AVAILABILITY } from './kit/operations';
import { asOf, buildStaffing, eligible, elsewhere, type Staffing } from './kit/staffing';

const FREE_SHARE = graphql(`
  query FreeShareOfPerson($id: ID!, $from: DateTimeISO, $to: DateTimeISO) {
    person(id: $id) {
      freeShare(from: $from, to: $to) {
        from
        to
        least
        mean
        summary
      }
    }
  }
`);
const FREE_SHARE_OF_CANDIDATES = graphql(`
  query FreeShareOfCandidates($id: ID!) {
    project(id: $id) {
      candidates(first: 200) {
        nodes {
          person {
            id
            freeShare {
              least
            }
          }
        }
      }
    }
  }
`);
const FREE_CANDIDATES = graphql(`
  query FreeCandidates($id: ID!, $asOf: DateTimeISO, $first: Int! = 200, $after: String, $freeFor: FreeFor) {
    project(id: $id) {
      candidates(first: $first, after: $after, asOf: $asOf, freeFor: $freeFor, includeAssigned: true) {
        totalCount
        nodes {
          person {
            id
          }
          freeShare {
            from
            to
            least
            mean
          }
          summary
        }
        pageInfo {
          endCursor
        }
      }
    }
  }
`);
const FREE_PEOPLE = graphql(`
  query FreePeople($meeting: [SkillNeed!], $asOf: DateTimeISO, $freeFor: FreeFor) {
    people(meeting: $meeting, asOf: $asOf, freeFor: $freeFor, first: 200) {
      nodes {
        id
      }
    }
  }
`);

/** By position: works here, works elsewhere until the middle of the project, has less time, leaves in its course. */
const [here, busy, part, leaving] = [8, 0, 2, 4] as const;
const [begins, middle, ends] = [day(30_010), day(30_060), day(30_110)];

let app: TestApp;
let staffing: Staffing;
let hr: Client;
let lead: Client;
beforeAll(async () => {
  app = await startApp();
  const admin = await app.as('admin');
  staffing = await buildStaffing(admin);
  const { source, people } = staffing.graph;
  const person = (position: number) => people[position]!.reference;
  const [project, other] = [
    { source, id: 'project' },
    { source, id: 'other project' },
  ];
  await buildOrganisation(admin, {
    people: [{ ...person(leaving), activeUntil: day(30_070) }],
    teams: [{ source, id: 'team', leads: [person(elsewhere)] }],
    projects: [
      { ...project, from: begins, to: ends },
      { ...other, name: 'Other' },
    ],
    assignments: [{ project: other, person: person(busy), share: 0.7, from: day(0), to: middle }],
  });
  const items = [{ person: person(part), share: 0.4 }];
  expect((await admin.get(SAVE_AVAILABILITY, { items })).saveAvailability.errors).toEqual([]);
  [hr, lead] = await Promise.all([app.as('hr'), app.as('lead', people[elsewhere]!.id)]);
});
afterAll(() => app.close());

const idOf = (position: number) => staffing.graph.people[position]!.id;
const freeShare = async (position: number, from: string, to: string | null) =>
  (await hr.get(FREE_SHARE, { id: idOf(position), from, to })).person!.freeShare;
async function candidates(client: Client, given: { freeFor?: FreeFor; first?: number; after?: string } = {}) {
  const { project } = await client.get(FREE_CANDIDATES, { id: staffing.project, asOf, ...given });
  return project!.candidates!;
}
const shareOf = async (client: Client, position: number) =>
  (await candidates(client)).nodes.find(({ person }) => person.id === idOf(position));

describe('the free share of a person', () => {
  it('is what availability leaves beside assignments in a period', async () => {
    expect(await freeShare(busy, begins, ends)).toEqual({
      ...{ from: begins, to: ends, least: 0.3, mean: 0.65 },
      summary: '30 % of working time is free throughout the period.',
    });
    expect(await freeShare(busy, middle, ends)).toMatchObject({ least: 1, mean: 1 });
    expect(await freeShare(part, begins, ends)).toMatchObject({ least: 0.4, mean: 0.4 });
    expect(await freeShare(leaving, begins, ends)).toMatchObject({ least: 0, mean: 0.6 });
    expect(await freeShare(busy, begins, null)).toMatchObject({ to: null, least: 0.3, mean: null });
  });

  it('is refused for a period that ends before it begins', async () => {
    const { errors } = await hr.ask(FREE_SHARE, { id: idOf(busy), from: ends, to: begins });
    expect(errors![0]).toMatchObject({
      message: `to: must lie after from, ${ends}.`,
      extensions: { code: 'BAD_INPUT' },
    });
  });

  it('is not shown of people whom the viewer may not see', async () => {
    const { data } = await lead.ask(FREE_SHARE, { id: idOf(busy), from: begins, to: ends });
    expect(data!.person!.freeShare!.least).toBe(0.3);
    const { data: none, errors } = await lead.ask(FREE_SHARE_OF_CANDIDATES, { id: staffing.project });
    const shown = none!.project!.candidates!.nodes.map(({ person }) => [
      person.id,
      person.freeShare !== null,
    ]);
    expect(shown).toEqual(
      expect.arrayContaining([[idOf(busy), true], ...[1, 3, 5].map((at) => [idOf(at), false])]),
    );
    expect(new Set(errors!.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  });
});

describe('candidates', () => {
  it('say what share of the time they have while the project lasts, what it takes itself not subtracted', async () => {
    expect(await shareOf(hr, busy)).toMatchObject({
      freeShare: { from: begins, to: ends, least: 0.3, mean: 0.65 },
      summary: expect.stringMatching(/; has 30 % of the time[.]$/),
    });
    expect(await shareOf(hr, here)).toMatchObject({ freeShare: { least: 1 } });
    expect(await shareOf(hr, leaving)).toMatchObject({
      freeShare: { least: 0 },
      summary: expect.stringMatching(/; does not have the time throughout[.]$/),
    });
  });

  it('say nothing of it where the project has no dates left', async () => {
    const { project } = await hr.get(FREE_CANDIDATES, { id: staffing.project, asOf: day(30_120) });
    for (const { freeShare: none, summary } of project!.candidates!.nodes) {
      expect(none).toBeNull();
      expect(summary).not.toContain('time');
    }
  });

  it('are left out where they do not have the time, of those alone whom the viewer sees', async () => {
    const freeFor = { from: begins, to: ends, atLeast: 0.5 };
    const found = async (client: Client) =>
      (await candidates(client, { freeFor })).nodes.map(({ person }) => person.id);
    const all = (await candidates(hr)).nodes.map(({ person }) => person.id);
    const without = [busy, part, leaving].map(idOf);
    expect(await found(hr)).toEqual(all.filter((id) => !without.includes(id)));
    expect((await candidates(hr, { freeFor })).totalCount).toBe(all.length - without.length);
    expect(await found(lead)).toEqual(await found(hr));
    const unseen = (await candidates(lead, { freeFor: { ...freeFor, atLeast: 1 } })).nodes;
    expect(unseen.map(({ person }) => person.id)).toEqual(expect.arrayContaining([1, 3, 5].map(idOf)));
  });

  it('show nothing of the time of people whom the viewer may not see, and drop none of them by it', async () => {
    const { source, people } = staffing.graph;
    const busyToo = { project: { source, id: 'other project' }, person: people[1]!.reference, from: begins };
    await buildOrganisation(await app.as('admin'), { assignments: [busyToo] });
    expect((await shareOf(hr, 1))!.freeShare!.least).toBe(0);
    expect(await shareOf(lead, 1)).toMatchObject({ freeShare: null });
    expect((await shareOf(lead, 1))!.summary).not.toContain('time');
    const given = { freeFor: { from: begins, atLeast: 0.5 } };
    const isIn = async (client: Client) =>
      (await candidates(client, given)).nodes.some(({ person }) => person.id === idOf(1));
    expect([await isIn(hr), await isIn(lead)]).toEqual([false, true]);
  });

  it('are paged under the same conditions alone', async () => {
    const freeFor = { atLeast: 0.2, to: ends };
    const first = await candidates(hr, { first: 2, freeFor });
    const after = first.pageInfo.endCursor!;
    const { project } = await hr.get(FREE_CANDIDATES, { id: staffing.project, after, freeFor });
    const all = (await candidates(hr, { freeFor })).nodes;
    expect([...first.nodes, ...project!.candidates!.nodes]).toEqual(all);
    const other = { id: staffing.project, after, freeFor: { ...freeFor, atLeast: 0.3 } };
    expect((await hr.ask(FREE_CANDIDATES, other)).errors![0]!.extensions.code).toBe('BAD_INPUT');
  });

  it.each([
    [{ atLeast: 0 }, 'freeFor.atLeast: must be above 0, at most 1.'],
    [{ atLeast: 1.5 }, 'freeFor.atLeast: must be above 0, at most 1.'],
    [{ from: ends, to: begins, atLeast: 1 }, `freeFor.to: must lie after from, ${ends}.`],
  ])('are refused for %p', async (freeFor, message) => {
    const { errors } = await hr.ask(FREE_CANDIDATES, { id: staffing.project, freeFor });
    expect(errors![0]).toMatchObject({ message, extensions: { code: 'BAD_INPUT' } });
  });
});

describe('people who meet a need', () => {
  const meeting = () => [{ skill: staffing.graph.skills[0]!.id, level: 0.5 }];

  it('are those who have the time, where that is asked', async () => {
    const found = async (freeFor: FreeFor | null) =>
      (await hr.get(FREE_PEOPLE, { meeting: meeting(), asOf, freeFor })).people.nodes.map(({ id }) => id);
    const all = await found(null);
    expect(all).toEqual(expect.arrayContaining(eligible.map(idOf)));
    const without = [busy, part, leaving].map(idOf);
    expect(await found({ from: begins, to: ends, atLeast: 0.5 })).toEqual(
      all.filter((id) => !without.includes(id) && id !== idOf(here) && id !== idOf(1)),
    );
  });

  it('are needed for that to be asked', async () => {
    const { errors } = await hr.ask(FREE_PEOPLE, { freeFor: { atLeast: 0.5 } });
    expect(errors![0]!.message).toBe(
      'freeFor: give meeting too; filterBy.freeShare asks who has the time now.',
    );
  });
});
