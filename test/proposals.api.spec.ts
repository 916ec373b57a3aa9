import { getNamedType, type GraphQLArgument } from 'graphql';
import { seededUniforms } from '../src/estimators/random';
import { startApp, type TestApp } from './kit/app';
import { attackOn, shown } from './kit/attacking';
import type { Client } from './kit/client';
import { leftOut, manual, sitesIn, type Sensible } from './kit/from-schema';
import { buildOrganisation, day } from './kit/graph';
import { hostileValues, inside } from './kit/hostile';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { askFor } from './kit/nouns';
import {
  ACCEPT_PROPOSAL,
  DECLINE_PROPOSAL,
  FORMED_FOR_PROPOSAL,
  PROPOSALS_FOR_PROJECT,
  PROPOSALS_OF_PERSON,
  PROPOSE_TEAM,
  WITHDRAW_PROPOSAL,
  type ShownProposal,
} from './kit/proposal-operations';
import { codesOf, ofOthers, ofTeam, Proposing, send } from './kit/proposing';
import { testSeed, triesWhole } from './kit/sampling';
import { changesBeyond, snapshotOf } from './kit/snapshot';
import { leaver } from './kit/staffing';

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

describe('a proposed team', () => {
  it('is kept with who proposed it, why and what it promised, and assigns nobody', async () => {
    const before = await at.assigned();
    const { id } = await at.propose([0, 1], {
      members: [
        { person: at.reference(0), share: 0.5, from: day(0), to: day(9), why: 'Knows it best.' },
        { person: at.reference(1) },
      ],
      expiresAt: '2090-01-01T00:00:00.000Z',
    });
    const { nodes } = (await admin.get(PROPOSALS_FOR_PROJECT, { id: at.project })).project!.proposals!;
    const kept = nodes.find((one) => one.id === id)!;
    expect(kept).toMatchObject({
      ...{ state: 'OPEN', role: 'LEAD', why: 'They cover it together.', size: 2, confirmedBy: null },
      ...{ proposedBy: { id: at.idOf(ofTeam) }, project: { name: 'Work' } },
      expiresAt: '2090-01-01T00:00:00.000Z',
      members: [
        { person: { id: at.idOf(0) }, share: 0.5, from: day(0), to: day(9), why: 'Knows it best.' },
        { person: { id: at.idOf(1) }, share: 1, to: null, why: null, isLeftOut: false, answers: [] },
      ],
    });
    expect(kept.summary).toMatch(
      new RegExp(
        `^${at.nameOf(0)} and ${at.nameOf(1)} for Work, proposed by ${at.nameOf(ofTeam)} on [-\\d]+: open until 2090-01-01[.]$`,
        'u',
      ),
    );
    const mustHave = [at.idOf(0), at.idOf(1)];
    const formed = await admin.get(FORMED_FOR_PROPOSAL, { project: at.project, size: 2, mustHave });
    const { readiness, coverage } = formed.formTeam!;
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const { coveredProbability, expectedFilled, seats, summary } = kept.promised!;
    expect(coveredProbability).toBeCloseTo(readiness, 6);
    expect(expectedFilled).toBeCloseTo(sum(coverage.map((one) => one.expectedFilled)), 6);
    expect(seats).toBe(sum(coverage.map((one) => one.seats)));
    expect(summary).toMatch(/of \d seats expected to be filled, all requirements covered with probability/);
    expect(await at.assigned()).toEqual(before);
  });

  it('is kept once however often it is sent, and another one of its id is a conflict', async () => {
    const input = at.inputOf([0, 1]);
    const [one, again] = [await send(lead, PROPOSE_TEAM, input), await send(lead, PROPOSE_TEAM, input)];
    expect(again).toEqual(one);
    const others = [
      { why: 'Otherwise.' },
      { members: [{ person: at.reference(0) }] },
      { members: [{ person: at.reference(0), share: 0.5 }, { person: at.reference(1) }] },
    ];
    for (const other of others)
      expect(codesOf(await send(lead, PROPOSE_TEAM, { ...input, ...other }))).toEqual([['CONFLICT', 'id']]);
    const together = at.inputOf([0, 1]);
    const sent = await Promise.all([lead, hr, admin].map((client) => send(client, PROPOSE_TEAM, together)));
    expect(new Set(sent.map(({ proposal }) => proposal!.id)).size).toBe(1);
    expect((await at.seenBy(admin, 0)).filter(({ id }) => id === sent[0]!.proposal!.id)).toHaveLength(1);
  });

  it.each<[given: () => object, code: string, field: string]>([
    [() => ({ project: at.own('nothing') }), 'NOT_FOUND', 'project'],
    [() => ({ members: [] }), 'INVALID', 'members'],
    [() => ({ members: [{ person: at.own('nobody') }] }), 'NOT_FOUND', 'members.0.person'],
    [
      () => ({ members: [{ person: at.reference(0) }, { person: { globalId: at.idOf(0) } }] }),
      'INVALID',
      'members.1.person',
    ],
    [() => ({ members: [{ person: at.reference(leaver) }] }), 'INVALID', 'members.0.person'],
    [() => ({ members: [{ person: at.reference(0), share: 0 }] }), 'INVALID', 'members.0.share'],
    [() => ({ members: [{ person: at.reference(0), to: day(0) }] }), 'INVALID', 'members.0.to'],
    [() => ({ why: ' ' }), 'INVALID', 'why'],
    [() => ({ expiresAt: day(0) }), 'INVALID', 'expiresAt'],
  ])('is refused by the field at fault, %#', async (given, code, field) => {
    expect(codesOf(await send(lead, PROPOSE_TEAM, at.inputOf([0], given())))).toEqual([[code, field]]);
  });

  it('is proposed by whoever answers for the project alone', async () => {
    expect(codesOf(await send(otherLead, PROPOSE_TEAM, at.inputOf([1])))).toEqual([['FORBIDDEN']]);
    const { errors } = await (await at.person(0)).ask(PROPOSE_TEAM, { input: at.inputOf([0]) });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(await at.propose([1], {}, admin)).toMatchObject({ proposedBy: null, role: 'ADMIN' });
  });
});

describe('whoever is proposed', () => {
  it('sees it with who proposed it and nobody besides, as do their leads; others see nothing of it', async () => {
    const { id } = await at.propose([0, 1, 2]);
    const shown = async (client: Client, position: number) =>
      (await at.seenBy(client, position)).find((one) => one.id === id)!;
    const named = ({ members }: ShownProposal) => members.map((one) => one.person.id);
    const toThem = await shown(await at.person(1), 1);
    expect(toThem).toMatchObject({ proposedBy: { id: at.idOf(ofTeam) }, size: 3, state: 'OPEN' });
    expect(named(toThem)).toEqual([at.idOf(1)]);
    expect(toThem.summary).toContain(`${at.nameOf(1)} and 2 others for Work`);
    expect(named(await shown(otherLead, 1))).toEqual([at.idOf(1)]);
    expect(named(await shown(lead, 0))).toEqual([0, 1, 2].map((one) => at.idOf(one)));
    const { data } = await (await at.person(4)).ask(PROPOSALS_OF_PERSON, { id: at.idOf(1) });
    expect(data!.person).toBeNull();
    const { errors } = await otherLead.ask(PROPOSALS_FOR_PROJECT, { id: at.project });
    expect(errors!.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
  });

  it('is looked at, and whoever may not see all of them is told in tenths what they promise', async () => {
    const { id } = await at.propose([0, 1]);
    const { nodes } = (await lead.get(PROPOSALS_FOR_PROJECT, { id: at.project })).project!.proposals!;
    const { coveredProbability, expectedFilled } = nodes.find((one) => one.id === id)!.promised!;
    for (const figure of [coveredProbability, expectedFilled])
      expect(figure).toBe(Math.round(10 * figure) / 10);
    // What was looked at is written once this API is closed.
    const other = await startApp();
    await at.propose([5], {}, await other.as('hr', at.idOf(9)));
    await other.close();
    const log = await askFor<{ person: { accessLog: { nodes: { operation: string; role: string }[] } } }>(
      await at.person(5),
      'query ($id: ID!) { person(id: $id) { accessLog { nodes { operation role } } } }',
      { id: at.idOf(5) },
    );
    expect(log.person.accessLog.nodes).toContainEqual({ operation: 'ProposeTeam', role: 'HR' });
  });

  it('answers for themselves, as does who leads them, each once, and changes it until it is confirmed', async () => {
    const { id: proposal } = await at.propose([1, 2]);
    const them = await at.person(1);
    const declined = await send(them, DECLINE_PROPOSAL, { proposal, reason: 'On leave.' });
    expect(at.answersFor(declined.proposal!, 1)).toEqual([
      { by: { id: at.idOf(1) }, as: 'PERSON', accepts: false, reason: 'On leave.' },
    ]);
    expect(await send(them, DECLINE_PROPOSAL, { proposal, reason: 'On leave.' })).toEqual(declined);
    await send(them, ACCEPT_PROPOSAL, { proposal });
    const byLead = await send(otherLead, DECLINE_PROPOSAL, { proposal, person: at.idOf(1) });
    expect(at.answersFor(byLead.proposal!, 1)).toEqual([
      { by: { id: at.idOf(1) }, as: 'PERSON', accepts: true, reason: null },
      { by: { id: at.idOf(ofOthers) }, as: 'LEAD', accepts: false, reason: null },
    ]);
    const toLead = (await at.seenBy(lead, 2)).find((one) => one.id === proposal)!;
    expect(at.answersFor(toLead, 1)).toHaveLength(2);
  });

  it('is answered for by nobody else', async () => {
    const { id: proposal } = await at.propose([1, 2]);
    const refused = async (client: Client, position?: number) =>
      codesOf(await send(client, DECLINE_PROPOSAL, { proposal, person: position && at.idOf(position) }));
    expect(await refused(lead, 1)).toEqual([['FORBIDDEN', 'person']]);
    expect(await refused(await at.person(2), 1)).toEqual([['FORBIDDEN', 'person']]);
    expect(await refused(hr, 1)).toEqual([['FORBIDDEN', 'person']]);
    expect(await refused(admin, 1)).toEqual([['FORBIDDEN']]);
    expect(await refused(await at.person(4))).toEqual([['NOT_FOUND', 'proposal']]);
    expect(await refused(lead)).toEqual([['INVALID', 'person']]);
    expect(await refused(lead, 4)).toEqual([['NOT_FOUND', 'person']]);
    expect(codesOf(await send(lead, DECLINE_PROPOSAL, { proposal: 'nothing' }))).toEqual([
      ['NOT_FOUND', 'proposal'],
    ]);
  });

  it('finds them by what became of them, and as the person whom they were merged into', async () => {
    const [{ id: first }, { id: second }] = [await at.propose([6]), await at.propose([6])];
    await send(lead, WITHDRAW_PROPOSAL, { proposal: first });
    const found = async (...states: string[]) =>
      (await at.seenBy(await at.person(6), 6, { states })).map(({ id }) => id);
    expect(await found('OPEN')).toEqual([second]);
    expect(await found('WITHDRAWN', 'CONFIRMED')).toEqual([first]);
    await buildOrganisation(admin, { people: [{ ...at.own('same person'), name: 'Same Person' }] });
    await admin.get(MERGE_PEOPLE, { items: [{ keep: at.own('same person'), merge: at.reference(6) }] });
    expect((await at.seenBy(admin, 6)).map(({ id }) => id)).toEqual([second, first]);
  });
});

describe('a mutation of proposals with a hostile value', () => {
  const seed = testSeed();
  const share = triesWhole() ? 1 : 0.05;
  const mutations = Object.values(manual.getMutationType()!.getFields()).filter(
    ({ name, args }) => args[0]?.name === 'input' && /Proposal$|^proposeTeam$/.test(name),
  );
  expect(mutations).toHaveLength(5);

  it.each(mutations.map((field) => [field.name, field] as const))(
    '%s is done or refused by name, tells nothing of the inside and touches nobody beside',
    async (name, field) => {
      const [faults, random] = [[] as string[], seededUniforms(seed)];
      const { id } = await at.propose([4]);
      const { source } = at.own('');
      const sensible: Sensible = (input, argument) => {
        const given: Record<string, unknown> = {
          ...{ proposal: id, without: [], project: { globalId: at.project }, source, id: `hostile ${name}` },
          ...{ person: input === 'ProposedPersonInput' ? at.reference(4) : at.idOf(4), share: 0.5 },
          ...{ from: day(0), to: day(9), expiresAt: day(30_000), why: 'Why.', reason: 'Why.' },
        };
        return given[argument.name] ?? leftOut;
      };
      const [{ type }] = field.args as [GraphQLArgument];
      const query = `mutation ($input: ${String(type)}) { ${name}(input: $input) { errors { code message } } }`;
      const before = await snapshotOf(app.database, source);
      for (const site of sitesIn('', getNamedType(type), sensible))
        for (const value of hostileValues.filter(() => random() < share)) {
          const what = `seed ${String(seed)}, ${name}(input${site.name}) = ${shown(value)}`;
          const to = { url: app.url, token: admin.token };
          const { data } = await attackOn(
            to,
            what,
            { query, variables: { input: site.holding(value) } },
            faults,
          );
          const answered = (data as Record<string, { errors: { message: string }[] } | null> | null)?.[name];
          for (const { message } of answered?.errors ?? [])
            if (inside.test(message)) faults.push(`${what}: ${message}`);
        }
      expect(faults).toEqual([]);
      const named = new Set([at.reference(4).id]);
      expect(changesBeyond(named, before, await snapshotOf(app.database, source))).toEqual([]);
    },
  );
});
