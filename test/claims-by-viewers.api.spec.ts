import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { CLAIMS } from './kit/claims';
import type { Client } from './kit/client';
import { claimAll, day, recordClaims, withdrawal, withdrawClaims } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { RECORD_CLAIMS, WITHDRAW_CLAIMS } from './kit/evidence-operations';
import { adam, ann, bea, boris, buildStory, former, future, type Story } from './kit/story';

const LOOKS = graphql(`
  query LooksAtClaims($id: ID!) {
    person(id: $id) {
      accessLog {
        nodes {
          role
          need
          operation
        }
      }
    }
  }
`);

let app: TestApp;
let admin: Client;
/** Ann leads team A with Adam in it, Boris leads team B with Bea. */
let story: Story;
let made = 0;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(async () => {
  story = await buildStory(admin);
});
afterAll(() => app.close());

const idOf = (position: number) => story.graph.people[position]!.id;
const referenceOf = (position: number) => story.graph.people[position]!.reference;
const self = (position: number) => ({
  ...{ source: story.graph.source, id: `claim ${String(made++)}`, at: day(0) },
  ...{ person: referenceOf(position), skill: story.graph.skills[0]!.reference, level: 0.6 },
  kind: 'SELF',
});
const by = (kind: string, who: number, position: number) => ({
  ...self(position),
  kind,
  by: referenceOf(who),
});
const credential = (position: number) => ({ ...self(position), kind: 'CREDENTIAL', credential: 'SQL I' });

/** Records items, of which so many land and every other is refused alike. */
async function expectOnly(client: Client, landing: number, items: ReturnType<typeof self>[]): Promise<void> {
  const { recorded, results, errors } = await recordClaims(client, items);
  expect([recorded, results.map(({ index }) => index)]).toEqual([landing, [...Array(landing).keys()]]);
  expect(errors.map(({ index, code }) => `${String(index)} ${code}`)).toEqual(
    [...items.keys()].slice(landing).map((index) => `${String(index)} FORBIDDEN`),
  );
  for (const { message } of errors)
    expect(message).toMatch(/^You may state SELF claims about yourself.*ask HR/);
}

describe('claims are stated', () => {
  it('by a person of themselves, and nothing else', async () => {
    const nobody = { source: story.graph.source, id: 'nobody' };
    await expectOnly(await app.as('person', idOf(adam)), 1, [
      self(adam),
      self(bea),
      by('PEER', bea, adam),
      by('PEER', adam, bea),
      by('LEAD', ann, adam),
      by('LEAD', adam, bea),
      credential(adam),
      // Whether somebody is there is not told either.
      { ...self(adam), person: nobody },
    ]);
  });

  it('by a lead of themselves, and as a lead of those who are in their teams now', async () => {
    await expectOnly(await app.as('lead', idOf(ann)), 2, [
      self(ann),
      by('LEAD', ann, adam),
      by('LEAD', ann, former),
      by('LEAD', ann, future),
      by('LEAD', ann, bea),
      by('LEAD', boris, adam),
      by('PEER', ann, adam),
      self(adam),
      credential(adam),
    ]);
    // Who leads a team but comes as a person is one.
    await expectOnly(await app.as('person', idOf(ann)), 1, [self(ann), by('LEAD', ann, adam)]);
  });

  it('by hr whatever they are, and by nobody who writes content', async () => {
    const items = [self(bea), by('LEAD', boris, bea), by('PEER', adam, bea), credential(bea)];
    await expectOnly(await app.as('hr'), 4, items);
    const { errors } = await (await app.as('author', idOf(bea))).ask(RECORD_CLAIMS, { items: [self(bea)] });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('by somebody into whom another was merged since, under either id', async () => {
    const kept = await app.as('lead', idOf(former));
    const { mergePeople } = await admin.get(MERGE_PEOPLE, {
      items: [{ keep: referenceOf(former), merge: referenceOf(ann) }],
    });
    expect(mergePeople.errors).toEqual([]);
    await expectOnly(kept, 3, [self(ann), self(former), by('LEAD', former, adam), by('LEAD', former, bea)]);
  });

  it('without telling what stands under an id that others gave', async () => {
    const item = self(bea);
    await claimAll(admin, [item]);
    await expectOnly(await app.as('person', idOf(adam)), 0, [item, { ...item, level: 0.7 }]);
  });
});

it('claims are taken back by hr alone', async () => {
  const item = self(adam);
  await claimAll(admin, [item]);
  for (const client of [await app.as('person', idOf(adam)), await app.as('lead', idOf(ann))]) {
    const { errors } = await client.ask(WITHDRAW_CLAIMS, { items: [withdrawal(item)] });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  }
  expect((await withdrawClaims(await app.as('hr'), [withdrawal(item)])).recorded).toBe(1);
});

describe('claims about a person are seen', () => {
  const seenBy = async (client: Client) => {
    const { data, errors } = await client.ask(CLAIMS, { id: idOf(adam) });
    return errors?.map(({ extensions }) => extensions.code) ?? data!.person?.claims!.nodes.length;
  };

  it('by themselves, by who leads them now, and by hr, and not by others', async () => {
    await claimAll(admin, [self(adam), by('PEER', bea, adam)]);
    expect(await seenBy(await app.as('person', idOf(adam)))).toBe(2);
    expect(await seenBy(await app.as('lead', idOf(ann)))).toBe(2);
    expect(await seenBy(await app.as('hr'))).toBe(2);
    // To others the person is not there, and nobody who only is named shows them.
    expect(await seenBy(await app.as('person', idOf(ann)))).toBeUndefined();
    expect(await seenBy(await app.as('author'))).toEqual(['FORBIDDEN']);
    const members = 'query ($id: ID!) { team(id: $id) { leads { nodes { claims { nodes { level } } } } } }';
    const { errors } = await (await app.as('person', idOf(adam))).ask(members, { id: story.teamA });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(errors![0]!.message).toMatch(/claimed of this person is not yours to see/);
  });

  it('with a look, which the person is told of', async () => {
    await claimAll(admin, [self(adam)]);
    const api = await startApp();
    expect(await seenBy(await api.as('lead', idOf(ann)))).toBe(1);
    await api.close();
    const { person } = await (await app.as('person', idOf(adam))).get(LOOKS, { id: idOf(adam) });
    expect(person!.accessLog!.nodes).toEqual([
      { role: 'LEAD', need: 'MASTERY', operation: 'ClaimsOfPerson' },
    ]);
  });
});
