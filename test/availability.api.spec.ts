import { graphql } from './generated/gql';
import type { AvailabilityFilter, AvailabilityOrder, PersonFilter } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { personOf, told } from './kit/catalogue';
import type { Client } from './kit/client';
import { buildOrganisation, day, uniqueSource, type Reference } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_ASSIGNMENTS, SAVE_AVAILABILITY } from './kit/operations';

const AVAILABILITY = graphql(`
  query AvailabilityOfPerson($id: ID!, $filterBy: AvailabilityFilter, $orderBy: AvailabilityOrder) {
    person(id: $id) {
      availability(filterBy: $filterBy, orderBy: $orderBy) {
        nodes {
          share
          from
          to
        }
      }
    }
  }
`);
const AVAILABLE = graphql(`
  query AvailablePeople($filterBy: PersonFilter) {
    people(filterBy: $filterBy) {
      totalCount
      nodes {
        name
      }
    }
  }
`);
const OF_LEADS = graphql(`
  query AvailabilityOfLeads($id: ID!) {
    team(id: $id) {
      leads {
        nodes {
          availability {
            nodes {
              share
            }
          }
        }
      }
    }
  }
`);

const longAgo = '2020-01-01T00:00:00.000Z';
const lately = '2021-01-01T00:00:00.000Z';
const ahead = '2089-01-01T00:00:00.000Z';
const farAhead = '2090-01-01T00:00:00.000Z';

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
const state = async (...items: object[]) =>
  (await admin.get(SAVE_AVAILABILITY, { items: items as never })).saveAvailability;
const shown = async (id: string, filterBy?: AvailabilityFilter, orderBy?: AvailabilityOrder) =>
  (
    await admin.get(AVAILABILITY, { id, filterBy: filterBy ?? null, orderBy: orderBy ?? null })
  ).person!.availability!.nodes.map(({ share, from, to }) => [share, from, to]);

describe('availability', () => {
  it('is told by person and from: the same change the stretch that is there', async () => {
    const ann = await personOf(admin, source, 'ann');
    const person = named('ann');
    expect(
      await state({ person, share: 0.5 }, { person: { globalId: ann }, share: 0, from: ahead, to: farAhead }),
    ).toEqual({ done: 2, errors: [] });
    expect(await shown(ann)).toEqual([
      [0.5, null, null],
      [0, ahead, farAhead],
    ]);
    await state({ person, from: ahead }, { person, share: 0.25, to: farAhead });
    expect(await shown(ann)).toEqual([
      [0.25, null, farAhead],
      [1, ahead, null],
    ]);
  });

  it('is taken away by person and from, whatever else is given', async () => {
    const ann = await personOf(admin, source, 'ann');
    const person = named('ann');
    await state({ person }, { person, from: lately }, { person, from: ahead });
    const removal = { person, from: ahead, to: lately, share: 0.5, remove: true };
    expect(await state(removal, { person, from: farAhead, remove: true })).toEqual({ done: 2, errors: [] });
    expect(await shown(ann)).toEqual([
      [1, null, null],
      [1, lately, null],
    ]);
    await state({ person, remove: true });
    expect(await shown(ann)).toEqual([[1, lately, null]]);
  });

  it('takes the last of the items for one stretch', async () => {
    const [ann, bob] = [await personOf(admin, source, 'ann'), await personOf(admin, source, 'bob')];
    const person = named('ann');
    const { done } = await state(
      { person, share: 0.1 },
      { person: named('bob'), remove: true },
      { person: { globalId: ann }, share: 0.2 },
      { person: named('bob'), share: 0.3 },
      { person, from: ahead },
      { person, from: ahead, remove: true },
    );
    expect([done, await shown(ann), await shown(bob)]).toEqual([6, [[0.2, null, null]], [[0.3, null, null]]]);
  });

  it('names bad items and keeps the good ones', async () => {
    const ann = await personOf(admin, source, 'ann');
    const person = named('ann');
    const { done, errors } = await state(
      { person, share: 1.1 },
      { person, share: -0.1 },
      { person, share: 'half' },
      { person: named('nobody') },
      { person: { source } },
      { person, from: ahead, to: ahead },
      { person, from: 'once' },
      { person, to: 'then' },
      { person, remove: 'yes' },
      { person, share: 0.5 },
    );
    expect(done).toBe(1);
    expect(told(errors)).toEqual([
      '0 INVALID share',
      '1 INVALID share',
      '2 INVALID share',
      '3 NOT_FOUND person',
      '4 INVALID person',
      '5 INVALID to',
      '6 INVALID from',
      '7 INVALID to',
      '8 INVALID remove',
    ]);
    expect(await shown(ann)).toEqual([[0.5, null, null]]);
  });

  it('is listed by state, what has not ended where none is asked for, in both ways', async () => {
    const ann = await personOf(admin, source, 'ann');
    const person = named('ann');
    await state({ person, from: longAgo, to: lately }, { person, from: lately }, { person, from: ahead });
    const states = async (...wanted: string[]) =>
      (await shown(ann, { states: wanted as never })).map(([, from]) => from);
    expect((await shown(ann)).map(([, from]) => from)).toEqual([lately, ahead]);
    expect([await states('PAST'), await states('CURRENT'), await states('FUTURE')]).toEqual([
      [longAgo],
      [lately],
      [ahead],
    ]);
    expect(await states('PAST', 'FUTURE')).toEqual([longAgo, ahead]);
    const down = await shown(ann, {}, { field: 'FROM', direction: 'DESC' });
    expect(down.map(([, from]) => from)).toEqual([ahead, lately]);
  });

  it('is shown of those alone whom the viewer sees', async () => {
    const [ann, bob] = [await personOf(admin, source, 'ann'), await personOf(admin, source, 'bob')];
    await state({ person: named('ann'), share: 0.5 });
    const { teams } = await buildOrganisation(admin, {
      teams: [{ ...named('team'), name: 'Team', leads: [named('ann')] }],
    });
    const seenBy = async (id: string) => {
      const { data, errors = [] } = await (await app.as('person', id)).ask(OF_LEADS, { id: teams[0]! });
      return [data!.team!.leads.nodes, errors.map(({ extensions }) => extensions.code)];
    };
    expect(await seenBy(bob)).toEqual([[{ availability: null }], ['FORBIDDEN']]);
    expect(await seenBy(ann)).toEqual([[{ availability: { nodes: [{ share: 0.5 }] } }], []]);
  });
});

describe('people are found by the share that is free now', () => {
  const found = async (filterBy: PersonFilter) => {
    const { people } = await admin.get(AVAILABLE, { filterBy: { nameContains: source, ...filterBy } });
    expect(people.totalCount).toBe(people.nodes.length);
    return people.nodes.map(({ name }) => name.split(' ')[0]);
  };

  it('what the stretch that begins last states, all of it where none lies, less what is assigned', async () => {
    const people = ['none', 'half', 'latest', 'over', 'later', 'assigned', 'twice'];
    await buildOrganisation(admin, {
      people: people.map((id) => ({ ...named(id), name: `${id} ${source}` })),
      projects: ['p', 'q'].map((id) => ({ ...named(id), name: id })),
    });
    await state(
      { person: named('half'), share: 0.5 },
      { person: named('latest'), share: 1, from: longAgo },
      { person: named('latest'), share: 0.25, from: lately },
      { person: named('over'), share: 0, from: longAgo, to: lately },
      { person: named('later'), share: 0, from: ahead },
      { person: named('twice'), share: 0.9 },
    );
    await admin.get(SAVE_ASSIGNMENTS, {
      items: [
        { person: named('assigned'), project: named('p'), share: 0.4, from: day(0) },
        { person: named('assigned'), project: named('q'), share: 0.6, from: ahead },
        { person: named('twice'), project: named('p'), share: 0.3 },
        { person: named('twice'), project: named('q'), share: 0.3 },
      ],
    });
    expect(await found({ freeShare: 1 })).toEqual(['later', 'none', 'over']);
    expect(await found({ freeShare: 0.6 })).toEqual(['assigned', 'later', 'none', 'over']);
    expect(await found({ freeShare: 0.5 })).toEqual(['assigned', 'half', 'later', 'none', 'over']);
    expect(await found({ freeShare: 0.3 })).toEqual(['assigned', 'half', 'later', 'none', 'over', 'twice']);
    expect(await found({ freeShare: 0 })).toHaveLength(people.length);
    expect(await found({ freeShare: 0.3, assigned: true })).toEqual(['assigned', 'twice']);
    expect(await found({ freeShare: 0.3, assigned: false })).toEqual(['half', 'later', 'none', 'over']);
  });
});

it('two records that become one have one stretch from each moment, as the kept one has it', async () => {
  const ids: string[] = [];
  for (const id of ['keep', 'first', 'second']) ids.push(await personOf(admin, source, id));
  await state(
    { person: named('keep'), share: 0.1 },
    { person: named('first'), share: 0.2, to: ahead },
    { person: named('first'), share: 0.3, from: lately, to: farAhead },
    { person: named('second'), share: 0.4, from: lately },
    { person: named('second'), share: 0.5, from: ahead },
  );
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: ['first', 'second'].map((id) => ({ keep: named('keep'), merge: named(id) })),
  });
  expect(mergePeople.errors).toEqual([]);
  expect(await shown(ids[0]!)).toEqual([
    [0.1, null, null],
    [0.3, lately, farAhead],
    [0.5, ahead, null],
  ]);
  await state({ person: named('second'), share: 0.6, from: lately });
  expect(await shown(ids[0]!)).toEqual([
    [0.1, null, null],
    [0.6, lately, null],
    [0.5, ahead, null],
  ]);
});
