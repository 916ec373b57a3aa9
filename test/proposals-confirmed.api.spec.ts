import { statement } from '../src/graph/driver/statement';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day } from './kit/graph';
import { askFor } from './kit/nouns';
import {
  ACCEPT_PROPOSAL,
  CONFIRM_PROPOSAL,
  DECLINE_PROPOSAL,
  WITHDRAW_PROPOSAL,
} from './kit/proposal-operations';
import { codesOf, ofOthers, ofTeam, Proposing, send } from './kit/proposing';

let app: TestApp;
let at: Proposing;
let admin: Client;
let lead: Client;
let otherLead: Client;
let hr: Client;
beforeAll(async () => {
  app = await startApp();
  at = await Proposing.build(app);
  ({ admin, lead, otherLead, hr } = at);
});
afterAll(() => app.close());

describe('confirming', () => {
  it('assigns everybody with share, beginning and end, and names who confirmed it', async () => {
    const members = [
      { person: at.reference(0), share: 0.25, from: day(40_000), to: day(40_010) },
      { person: at.reference(1), share: 0.5, from: day(40_000) },
    ];
    const { id: proposal } = await at.propose([], { members });
    const confirmed = await send(lead, CONFIRM_PROPOSAL, { proposal, without: [] });
    expect(confirmed).toMatchObject({
      errors: [],
      proposal: { state: 'CONFIRMED', confirmedBy: { id: at.idOf(ofTeam) } },
    });
    expect(await at.assignmentsOf(0)).toMatchObject([{ share: 0.25, from: day(40_000), to: day(40_010) }]);
    expect(await at.assignmentsOf(1)).toMatchObject([{ share: 0.5, from: day(40_000), to: null }]);
    const free = await askFor<{ person: { freeShare: { least: number } } }>(
      admin,
      'query ($id: ID!, $from: DateTimeISO!) { person(id: $id) { freeShare(from: $from) { least } } }',
      { id: at.idOf(1), from: day(40_000) },
    );
    expect(free.person.freeShare.least).toBe(0.5);
    expect(await send(lead, CONFIRM_PROPOSAL, { proposal, without: [] })).toEqual(confirmed);
    expect(codesOf(await send(hr, CONFIRM_PROPOSAL, { proposal, without: [] }))).toEqual([
      ['INVALID', 'proposal'],
    ]);
    for (const operation of [WITHDRAW_PROPOSAL, ACCEPT_PROPOSAL])
      expect(codesOf(await send(lead, operation, { proposal, person: undefined }))).not.toEqual([]);
    expect(codesOf(await send(await at.person(0), DECLINE_PROPOSAL, { proposal }))).toEqual([
      ['INVALID', 'proposal'],
    ]);
  });

  it('is refused with the name of everybody in the way, who are left out only where that is said', async () => {
    const busy = { person: at.reference(4), share: 0.6 };
    await buildOrganisation(admin, {
      assignments: [{ project: at.own('empty project'), person: at.reference(4), share: 0.5 }],
    });
    const { id: proposal } = await at.propose([], {
      members: [{ person: at.reference(2) }, { person: at.reference(3) }, busy, { person: at.reference(9) }],
    });
    await send(await at.person(2), DECLINE_PROPOSAL, { proposal });
    await send(otherLead, DECLINE_PROPOSAL, { proposal, person: at.idOf(3) });
    await buildOrganisation(admin, { people: [{ ...at.reference(9), activeUntil: day(50) }] });
    const refused = await send(lead, CONFIRM_PROPOSAL, { proposal, without: [] });
    expect(refused.proposal).toBeNull();
    expect(codesOf(refused)).toEqual(refused.errors.map(() => ['INVALID', 'without']));
    const said = refused.errors.map(({ message }) => message.replace(/ on \d{4}-\d\d-\d\d/, ''));
    const wayOut = 'leave them out, or propose another team';
    expect(said.sort()).toEqual(
      [
        `without: ${at.nameOf(2)} declined: ${wayOut}`,
        `without: ${at.nameOf(ofOthers)} for ${at.nameOf(3)} declined: ${wayOut}`,
        `without: ${at.nameOf(4)} has 50 % of working time free throughout, and 60 % is proposed: ${wayOut}`,
        `without: ${at.nameOf(9)} has left: ${wayOut}`,
      ].sort(),
    );
    for (const position of [2, 3, 4]) expect(await at.assignmentsOf(position)).toEqual([]);
    const others = [3, 4, 9].map((one) => at.idOf(one));
    expect(codesOf(await send(lead, CONFIRM_PROPOSAL, { proposal, without: others }))).toHaveLength(1);
    await send(await at.person(2), ACCEPT_PROPOSAL, { proposal });
    const { proposal: done } = await send(lead, CONFIRM_PROPOSAL, { proposal, without: others });
    expect(done!.members.filter((member) => member.isLeftOut).map((one) => one.person.id)).toEqual(others);
    expect(await at.assignmentsOf(2)).toHaveLength(1);
    for (const position of [3, 4]) expect(await at.assignmentsOf(position)).toEqual([]);
  });

  it('shows what was declined to the person and whoever declined alone, once it is done', async () => {
    const period = { from: day(50_000), to: day(50_001) };
    const members = [1, 3].map((one) => ({ person: at.reference(one), ...period }));
    const { id: proposal } = await at.propose([], { members });
    await send(otherLead, DECLINE_PROPOSAL, { proposal, person: at.idOf(1) });
    const { proposal: done } = await send(lead, CONFIRM_PROPOSAL, { proposal, without: [at.idOf(1)] });
    expect(at.answersFor(done!, 1)).toEqual([]);
    const shown = async (client: Client) =>
      at.answersFor(
        (await at.seenBy(client, 1)).find((one) => one.id === proposal)!,
        1,
      );
    expect(await shown(admin)).toEqual([]);
    expect(await shown(await at.person(1))).toHaveLength(1);
    expect(await shown(otherLead)).toHaveLength(1);
  });

  it('asks nothing of the time of people whom its sender may not see', async () => {
    await buildOrganisation(admin, {
      assignments: [{ project: at.own('empty project'), person: at.reference(5), share: 0.9 }],
    });
    const { id: proposal } = await at.propose([5]);
    expect(codesOf(await send(hr, CONFIRM_PROPOSAL, { proposal, without: [] }))).toEqual([
      ['INVALID', 'without'],
    ]);
    expect(codesOf(await send(lead, CONFIRM_PROPOSAL, { proposal, without: [] }))).toEqual([]);
  });

  it('is for a named human who answers for the project', async () => {
    const { id: proposal } = await at.propose([1]);
    const refused = async (client: Client) =>
      codesOf(await send(client, CONFIRM_PROPOSAL, { proposal, without: [] }));
    expect(await refused(await app.as('hr'))).toEqual([['FORBIDDEN']]);
    expect(await refused(admin)).toEqual([['FORBIDDEN']]);
    expect(await refused(otherLead)).toEqual([['FORBIDDEN']]);
    const { id: ofEven } = await at.propose([2]);
    expect(codesOf(await send(otherLead, CONFIRM_PROPOSAL, { proposal: ofEven, without: [] }))).toEqual([
      ['NOT_FOUND', 'proposal'],
    ]);
    expect(codesOf(await send(lead, CONFIRM_PROPOSAL, { proposal, without: [at.idOf(1)] }))).toEqual([
      ['INVALID', 'without'],
    ]);
    expect(codesOf(await send(lead, CONFIRM_PROPOSAL, { proposal, without: [at.idOf(2)] }))).toEqual([
      ['INVALID', 'without.0'],
    ]);
  });

  it('is done by one of two who confirm at once, and once', async () => {
    const { id: proposal } = await at.propose([], {
      members: [{ person: at.reference(7), share: 0.5, from: day(60_000) }],
    });
    const sent = await Promise.all(
      [lead, hr, await app.as('admin', at.idOf(8))].map((client) =>
        send(client, CONFIRM_PROPOSAL, { proposal, without: [] }),
      ),
    );
    expect(sent.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(sent.flatMap(({ errors }) => errors.map(({ code }) => code))).toEqual(['INVALID', 'INVALID']);
    expect(await at.assignmentsOf(7)).toHaveLength(1);
  });

  it('gives the same time of somebody to one of two teams that are confirmed at once', async () => {
    const members = [{ person: at.reference(3), share: 0.6, from: day(70_000) }];
    const later = [{ ...members[0]!, from: day(70_001) }];
    const ids = [await at.propose([], { members }), await at.propose([], { members: later })].map(
      ({ id }) => id,
    );
    const sent = await Promise.all(
      ids.map((proposal) => send(hr, CONFIRM_PROPOSAL, { proposal, without: [] })),
    );
    expect(sent.map(({ errors }) => errors.length).sort()).toEqual([0, 1]);
  });
});

describe('a proposal that is not confirmed', () => {
  const EXPIRE = statement(
    'spec.expire',
    `MATCH (proposal:Proposal {key: $key}) SET proposal.expiresAt = $now`,
  );

  it('is withdrawn, or expires by itself', async () => {
    const [{ id: withdrawn }, { id: expired }] = [await at.propose([1]), await at.propose([1])];
    expect(codesOf(await send(otherLead, WITHDRAW_PROPOSAL, { proposal: withdrawn }))).toEqual([
      ['FORBIDDEN'],
    ]);
    const done = await send(admin, WITHDRAW_PROPOSAL, { proposal: withdrawn });
    expect(done.proposal!.state).toBe('WITHDRAWN');
    expect(await send(lead, WITHDRAW_PROPOSAL, { proposal: withdrawn })).toMatchObject({ errors: [] });
    const key = Buffer.from(expired, 'base64url').toString();
    await app.database.transaction((tx) => tx.query(EXPIRE, { key, now: Date.now() }));
    const shown = (await at.seenBy(await at.person(1), 1, { states: ['EXPIRED'] })).find(
      ({ id }) => id === expired,
    );
    expect(shown!.summary).toMatch(/: expired on [-\d]+[.]$/);
    for (const proposal of [withdrawn, expired]) {
      expect(codesOf(await send(lead, CONFIRM_PROPOSAL, { proposal, without: [] }))).toEqual([
        ['INVALID', 'proposal'],
      ]);
      expect(codesOf(await send(await at.person(1), DECLINE_PROPOSAL, { proposal }))).toEqual([
        ['INVALID', 'proposal'],
      ]);
    }
  });

  it('goes with its project', async () => {
    const { projects } = await buildOrganisation(admin, {
      projects: [{ ...at.own('brief'), name: 'Brief' }],
    });
    const { id } = await at.propose([0], { project: { globalId: projects[0]! } }, hr);
    await askFor(
      admin,
      'mutation ($items: [ReferenceInput!]!) { deleteProjects(items: $items) { errors { message } } }',
      {
        items: [at.own('brief')],
      },
    );
    expect((await at.seenBy(admin, 0)).map((one) => one.id)).not.toContain(id);
    expect(codesOf(await send(hr, CONFIRM_PROPOSAL, { proposal: id, without: [] }))).toEqual([
      ['NOT_FOUND', 'proposal'],
    ]);
  });
});
