import { setTimeout as delay } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { Claimed } from './kit/claims';
import {
  answer,
  buildGraph,
  day,
  record,
  recordClaims,
  withdraw,
  withdrawal,
  withdrawClaims,
  type Saved,
} from './kit/graph';
import { holding, storedOf } from './kit/stored';

type Answer = ReturnType<typeof answer>;
type Claim = ReturnType<Claimed['claim']>;

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

type Payload = Awaited<ReturnType<typeof record>>;

const toldOf = (payloads: readonly Payload[]) =>
  payloads.map(({ recorded, duplicates, errors }) => ({
    recorded,
    duplicates,
    errors: errors.map(({ index, code }) => [index, code]),
  }));

const ran = (name: string) => app.statements.filter((statement) => statement === name);

/** What requests are told that are sent one after the other while the people are held by somebody else. */
async function sentWhileHeld(people: readonly Saved[], requests: readonly (() => Promise<Payload>)[]) {
  // In an object: the transaction must not wait for what waits for it.
  const { held } = await holding(app.database, people, async () => {
    app.forget();
    const sent: Promise<Payload>[] = [];
    for (const send of requests) {
      sent.push(send());
      await delay(150);
    }
    return { held: Promise.all(sent) };
  });
  return toldOf(await held);
}

describe('requests that record answers of the same people at a time', () => {
  it('are written together, and each is told of its own', async () => {
    const [graph, twin] = [
      await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 2 }),
      await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 2 }),
    ];
    const items = Array.from({ length: 8 }, (_, index) =>
      answer(graph, index % 2, index % 2, { score: index / 7, at: day((index * 5) % 8) }),
    );
    const [first, ...rest] = items as [(typeof items)[0], ...typeof items];
    const batches = [
      [first],
      rest.slice(0, 3),
      [{ ...first, score: 0.3 }, rest[3]!],
      [rest[2]!, { ...rest[4]!, score: 7 }],
      rest.slice(4),
    ];
    const told = await sentWhileHeld(
      graph.people,
      batches.map((batch) => () => record(admin, batch)),
    );
    expect(told).toEqual([
      { recorded: 1, duplicates: 0, errors: [] },
      { recorded: 3, duplicates: 0, errors: [] },
      { recorded: 1, duplicates: 0, errors: [[0, 'CONFLICT']] },
      { recorded: 0, duplicates: 1, errors: [[1, 'INVALID']] },
      { recorded: 3, duplicates: 0, errors: [] },
    ]);
    expect(ran('evidence.writeAnswers')).toHaveLength(2);
    const alike = items.map((item, index) => ({
      ...answer(twin, index % 2, index % 2),
      ...{ id: item.id, score: item.score, at: item.at },
    }));
    for (const item of alike) await record(admin, [item]);
    const [stored, oneByOne] = [
      await storedOf(app.database, graph.people),
      await storedOf(app.database, twin.people),
    ];
    const figures = ({ general, skills }: (typeof stored)[0]) => [general, skills.map(([, edge]) => edge)];
    expect(stored.map(figures)).toEqual(oneByOne.map(figures));
  });
});

describe('requests that claim things of the same people at a time, or withdraw evidence of them', () => {
  let claimed: Claimed;
  beforeAll(async () => {
    claimed = await Claimed.build(admin, 6);
  });

  it('are written together, and each is told of its own; whoever may not is told so at once', async () => {
    const [one, other] = [claimed.someone(), claimed.someone()];
    const people = claimed.graph.people.slice(0, 2);
    const claims = [one, other, one, other].map((person, place) =>
      claimed.claim(person, { level: (place + 1) / 5, at: day(place) }),
    ) as [Claim, Claim, Claim, Claim];
    const somebody = await app.as('person', claimed.idOf(other));
    const refused = await holding(app.database, people, () => recordClaims(somebody, [claims[0]]));
    expect(toldOf([refused])).toEqual([{ recorded: 0, duplicates: 0, errors: [[0, 'FORBIDDEN']] }]);
    const told = await sentWhileHeld(people, [
      () => recordClaims(admin, [claims[1]]),
      () => recordClaims(somebody, [claims[0], claims[3]]),
      () => recordClaims(admin, [claims[1], claims[0]]),
      () => recordClaims(admin, [{ ...claims[0], level: 0.9 }, claims[2]]),
    ]);
    expect(told).toEqual([
      { recorded: 1, duplicates: 0, errors: [] },
      { recorded: 1, duplicates: 0, errors: [[0, 'FORBIDDEN']] },
      { recorded: 1, duplicates: 1, errors: [] },
      { recorded: 1, duplicates: 0, errors: [[0, 'CONFLICT']] },
    ]);
    expect(ran('evidence.writeClaims')).toHaveLength(2);
    expect((await claimed.of(one)).map(({ level }) => level).sort()).toEqual([0.2, 0.6]);
  });

  it('withdraw together, answers and claims alike', async () => {
    const [one, other] = [claimed.someone(), claimed.someone()];
    const people = [claimed.graph.people[one]!, claimed.graph.people[other]!];
    const answers = [one, other, one].map((person) => answer(claimed.graph, person, 0)) as [
      Answer,
      Answer,
      Answer,
    ];
    await record(admin, answers);
    const claim = claimed.claim(one);
    await recordClaims(admin, [claim]);
    const told = await sentWhileHeld(people, [
      () => withdraw(admin, [withdrawal(answers[0])]),
      () => withdraw(admin, [withdrawal(answers[1]), withdrawal(answers[0])]),
      () => withdraw(admin, [withdrawal(answers[0], { reason: 'Another one.' }), withdrawal(answers[2])]),
      () => withdrawClaims(admin, [withdrawal(claim)]),
    ]);
    expect(told).toEqual([
      { recorded: 1, duplicates: 0, errors: [] },
      { recorded: 1, duplicates: 1, errors: [] },
      { recorded: 1, duplicates: 0, errors: [[0, 'CONFLICT']] },
      { recorded: 1, duplicates: 0, errors: [] },
    ]);
    expect(ran('evidence.writeWithdrawals')).toHaveLength(2);
    expect((await storedOf(app.database, people)).map(({ skills }) => skills)).toEqual([[], []]);
  });

  it('wait in one line with those that record answers', async () => {
    const person = claimed.someone();
    const answered = answer(claimed.graph, person, 0);
    await record(admin, [answered]);
    const told = await sentWhileHeld(
      [claimed.graph.people[person]!],
      [
        () => record(admin, [answer(claimed.graph, person, 0)]),
        () => withdraw(admin, [withdrawal(answered)]),
        () => recordClaims(admin, [claimed.claim(person)]),
        () => record(admin, [answer(claimed.graph, person, 0)]),
      ],
    );
    expect(told).toEqual(Array(4).fill({ recorded: 1, duplicates: 0, errors: [] }));
    const writes = ['evidence.writeAnswers', 'evidence.writeWithdrawals', 'evidence.writeClaims'];
    expect(app.statements.filter((name) => writes.includes(name))).toEqual([...writes, writes[0]]);
  });
});
