import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day, recordClaims } from './kit/graph';
import {
  topLead,
  middleLead,
  lowLead,
  otherLead,
  ofLow,
  ofTwo,
  ofMiddle,
  ofSide,
  ofOther,
  buildNestedTeams,
  gapsOf,
  positionsIn,
  type NestedTeams,
} from './kit/nested-teams';
import { askFor } from './kit/nouns';

let app: TestApp;
let admin: Client;
let built: NestedTeams;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildNestedTeams(admin);
});
afterAll(() => app.close());

const asLead = (position: number): Promise<Client> => app.as('lead', built.idOf(position));

/** Whom a viewer sees, of those of this file. */
async function seenBy(client: Client): Promise<number[]> {
  const { nodes } = await askFor<{ nodes: readonly ({ viewerCanSeeDetails: boolean } | null)[] }>(
    client,
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { viewerCanSeeDetails } } }',
    { ids: built.graph.people.map(({ id }) => id) },
  );
  return nodes.flatMap((node, position) => (node?.viewerCanSeeDetails ? [position] : []));
}

describe('leads of a broader team', () => {
  it('see the people of all teams within theirs, and nobody sees upward', async () => {
    expect(await seenBy(await asLead(topLead))).toEqual([topLead, lowLead, ofLow, ofTwo, ofMiddle, ofSide]);
    expect(await seenBy(await asLead(middleLead))).toEqual([middleLead, lowLead, ofLow, ofTwo, ofMiddle]);
    expect(await seenBy(await asLead(lowLead))).toEqual([lowLead, ofLow, ofTwo]);
    expect(await seenBy(await asLead(otherLead))).toEqual([otherLead, ofOther]);
  });

  it('see no more than themselves where they do not come as leads', async () => {
    expect(await seenBy(await app.as('person', built.idOf(topLead)))).toEqual([topLead]);
  });

  it('see them in lists and with their levels, by as many statements as their own people', async () => {
    const text = `query ($skill: ID!) {
      people(first: 50) { nodes { id memberships { nodes { team { name } } } } }
      skill(id: $skill) { masteries(first: 50) { nodes { person { id } level } } }
    }`;
    const asked = async (position: number) => {
      const client = await asLead(position);
      app.forget();
      const { people, skill } = await askFor<{
        people: { nodes: { id: string }[] };
        skill: { masteries: { nodes: { person: { id: string } }[] } };
      }>(client, text, { skill: built.graph.skills[0]!.id });
      const known = skill.masteries.nodes.map((one) => one.person);
      return {
        people: positionsIn(built, people.nodes),
        known: positionsIn(built, known),
        statements: [...app.statements].sort(),
      };
    };
    // Whoever asks first has what others wrote read into memory.
    await asked(otherLead);
    const [top, low] = [await asked(topLead), await asked(lowLead)];
    expect(top.people).toEqual([topLead, lowLead, ofLow, ofTwo, ofMiddle, ofSide]);
    expect(top.known).toEqual([lowLead, ofLow, ofTwo, ofMiddle, ofSide]);
    expect(low.known).toEqual([lowLead, ofLow, ofTwo]);
    expect(top.statements).toEqual(low.statements);
  });

  it('are named to the people whom they see', async () => {
    const text = 'query ($id: ID!) { person(id: $id) { visibleTo { totalCount nodes { id } } } }';
    const namedTo = async (client: Client, position: number) => {
      const { data, errors } = await client.ask<
        { person: { visibleTo: { nodes: { id: string }[] } | null } | null },
        object
      >(text, { id: built.idOf(position) });
      return data?.person?.visibleTo
        ? positionsIn(built, data.person.visibleTo.nodes)
        : errors?.map(({ extensions }) => extensions.code);
    };
    const own = async (position: number) => namedTo(await app.as('person', built.idOf(position)), position);
    expect(await own(ofTwo)).toEqual([topLead, middleLead, lowLead]);
    expect(await own(lowLead)).toEqual([topLead, middleLead]);
    expect(await own(ofSide)).toEqual([topLead]);
    expect(await own(topLead)).toEqual([]);
    expect(await namedTo(await app.as('person', built.idOf(ofLow)), ofSide)).not.toEqual([topLead]);
  });

  it('state requirements of projects of the teams within theirs and see their candidates, and leads of the narrower none above', async () => {
    const text = `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Project { viewerCanSeeCandidates } } }`;
    const change = `mutation ($items: [RequirementInput!]!) { saveRequirements(items: $items) { errors { code } } }`;
    const staffed = async (position: number) => {
      const client = await asLead(position);
      const { nodes } = await askFor<{ nodes: { viewerCanSeeCandidates: boolean }[] }>(client, text, {
        ids: [built.projects['of middle'], built.projects['of low']],
      });
      const { saveRequirements } = await askFor<{ saveRequirements: { errors: { code: string }[] } }>(
        client,
        change,
        {
          items: ['of middle', 'of low'].map((id) => ({
            ...{ project: built.ref(id), skill: built.graph.skills[0]!.reference, level: 0.9, headcount: 0 },
          })),
        },
      );
      const refused = saveRequirements.errors.filter(({ code }) => code === 'FORBIDDEN').length;
      return [nodes.map((node) => node.viewerCanSeeCandidates), refused];
    };
    expect(await staffed(topLead)).toEqual([[true, true], 0]);
    expect(await staffed(lowLead)).toEqual([[false, true], 1]);
    expect(await staffed(otherLead)).toEqual([[false, false], 2]);
  });

  it('claim for the people of the teams within theirs, and not above', async () => {
    const claimed = async (by: number, of: number) => {
      const item = {
        ...{ source: built.graph.source, id: `claim ${String(by)} ${String(of)}`, person: built.person(of) },
        ...{
          by: built.person(by),
          skill: built.graph.skills[1]!.reference,
          kind: 'LEAD' as const,
          level: 0.5,
          at: day(1),
        },
      };
      return (await recordClaims(await asLead(by), [item])).errors.map(({ code }) => code);
    };
    expect([await claimed(topLead, ofLow), await claimed(lowLead, ofMiddle)]).toEqual([[], ['FORBIDDEN']]);
  });
});

describe('a team that is moved', () => {
  const move = (broader: string | null) =>
    buildOrganisation(admin, {
      teams: [{ ...built.ref('low'), broader: broader === null ? null : built.ref(broader) }],
    });
  afterEach(() => move('middle'));

  it('is seen and counted from the next request on by those who lead above it now, and by no others', async () => {
    const [top, other] = [await asLead(topLead), await asLead(otherLead)];
    const count = async (id: string) => (await gapsOf(admin, id)).personCount;
    expect([await count(built.teams.middle), await count(built.teams.other)]).toEqual([4, 1]);
    await move('other');
    expect(await seenBy(top)).toEqual([topLead, ofTwo, ofMiddle, ofSide]);
    expect(await seenBy(other)).toEqual([lowLead, otherLead, ofLow, ofTwo, ofOther]);
    expect([await count(built.teams.middle), await count(built.teams.other)]).toEqual([1, 4]);
    await move(null);
    expect(await seenBy(other)).toEqual([otherLead, ofOther]);
    expect(await count(built.teams.other)).toEqual(1);
  });

  it('comes to be within none where the team above it is deleted', async () => {
    await buildOrganisation(admin, {
      teams: [{ ...built.ref('gone'), name: 'gone', leads: [built.person(otherLead)] }],
    });
    await move('gone');
    expect(await seenBy(await asLead(otherLead))).toContain(ofLow);
    await askFor(
      admin,
      'mutation ($items: [ReferenceInput!]!) { deleteTeams(items: $items) { errors { code } } }',
      {
        items: [built.ref('gone')],
      },
    );
    expect(await seenBy(await asLead(otherLead))).toEqual([otherLead, ofOther]);
    expect((await gapsOf(admin, built.teams.low)).personCount).toBe(3);
  });

  it('is refused below itself, and stays', async () => {
    const { saveTeams } = await askFor<{ saveTeams: { errors: { code: string; message: string }[] } }>(
      admin,
      'mutation ($items: [TeamInput!]!) { saveTeams(items: $items) { errors { code message } } }',
      { items: [{ ...built.ref('top'), broader: built.ref('low') }] },
    );
    expect(saveTeams.errors).toMatchObject([{ code: 'INVALID', message: expect.stringContaining('cycle') }]);
    expect(await seenBy(await asLead(lowLead))).toEqual([lowLead, ofLow, ofTwo]);
  });
});
