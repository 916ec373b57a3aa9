import { Database } from '../src/graph/driver/database';
import { statement } from '../src/graph/driver/statement';
import { migrate } from '../src/graph/migrations/migrations';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  claimAll,
  day,
  record,
  recordAll,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';
import { MERGE_PEOPLE, MERGE_SKILLS, SPLIT_SKILL } from './kit/merging-operations';
import { pair, reference } from './kit/merged-skills';
import { askFor } from './kit/nouns';
import { SAVE_PEOPLE, SAVE_SKILLS } from './kit/operations';
import {
  deletePlanned,
  moveOn,
  nestTeams,
  planAnew,
  planned,
  planProjects,
  stateAvailability,
} from './kit/planning';
import { HeldInMemory, statesInGraph } from './kit/read-model';
import { rebuildEverybody } from './kit/stored';
import { otherCalibration, switchTo } from './kit/switching';
import { emptyGraph } from './kit/whole-graph';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';

/** As three processes would be: each with connections, lanes and a memory of its own. */
const processes = 3;

const LEAVE = statement('spec.leave', 'MATCH (person:Person {id: $key}) SET person.activeUntil = $moment');
const HARM = statement('spec.harm', 'MATCH (:Person)-[mastery:HAS_SKILL]->() SET mastery.intercept = 0.5');

let own: EmptiedDatabase;
const opened: Database[] = [];
let held: HeldInMemory[];
let app: TestApp;
let admin: Client;
let graph: TestGraph;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  for (let one = 0; one < processes; one++) opened.push(await Database.open(own.address));
  held = opened.map((database) => new HeldInMemory(database));
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' }, own.address);
  admin = await app.as('admin');
  await expectTheSame();
  graph = await buildGraph(admin, { people: 12, skills: 6, questionsPerSkill: 2 });
});
afterAll(async () => {
  await app.close();
  for (const database of opened) await database.close();
  await own.close();
});

/** That every process holds what the graph has, to the bit. */
async function expectTheSame(): Promise<void> {
  const lines = await statesInGraph(own.database);
  for (const one of held) expect(await one.lines()).toEqual(lines);
}

const nobody = { source: 'spec', id: 'nobody' };
/** The answer that is withdrawn. */
let last: ReturnType<typeof answer>;
const deletePeople = (items: object[]) =>
  askFor(admin, 'mutation ($items: [ReferenceInput!]!) { deletePeople(items: $items) { errors { code } } }', {
    items,
  });
const people = (...positions: number[]) => positions.map((position) => graph.people[position]!.reference);
it.each<[what: string, work: () => Promise<unknown>]>([
  ['teams work on projects that require something', () => planProjects(admin, graph)],
  ['it is stated who is available', () => stateAvailability(admin, graph)],
  ['memberships and assignments end, and others begin', () => moveOn(admin, graph)],
  [
    'what is required changes, a task moves, a project is renamed and another team answers for it',
    () => planAnew(admin, graph),
  ],
  ['a team comes to be within others', () => nestTeams(admin)],
  [
    'it is moved to the team above',
    () => buildOrganisation(admin, { teams: [{ ...planned('t1'), broader: planned('above') }] }),
  ],
  [
    'answers are recorded',
    () =>
      recordAll(
        admin,
        graph.people.flatMap((_, person) => [0, 3, 8, 10].map((at) => answer(graph, person, at))),
      ),
  ],
  [
    'some come late, and some on other skills',
    () =>
      recordAll(
        admin,
        [0, 1, 2, 3].map((person) => answer(graph, person, person + 2, { at: day(-5), score: 0 })),
      ),
  ],
  [
    'claims are made',
    () =>
      claimAll(admin, [
        {
          ...{ source: graph.source, id: 'claim', person: people(5)[0]!, skill: reference(graph, 5) },
          ...{ kind: 'SELF', level: 0.7, at: day(3) },
        },
      ]),
  ],
  ['an answer on another skill is recorded', () => recordAll(admin, [(last = answer(graph, 7, 4))])],
  ['it is withdrawn, the last on its skill', () => withdraw(admin, [withdrawal(last)])],
  [
    'people are renamed, leave and are archived',
    () =>
      admin.get(SAVE_PEOPLE, {
        items: [
          { ...people(1)[0]!, name: 'Renamed' },
          { ...people(2)[0]!, name: 'Left', activeUntil: day(1) },
        ],
      }),
  ],
  ['people are deleted, those with evidence archived', () => deletePeople(people(3, 4))],
  ['somebody new is saved', () => admin.get(SAVE_PEOPLE, { items: [{ ...nobody, name: 'Nobody' }] })],
  [
    'they are planned for',
    () => buildOrganisation(admin, { memberships: [{ person: nobody, team: planned('t1') }] }),
  ],
  ['they are deleted', () => deletePeople([nobody])],
  [
    'two people become one',
    () => admin.get(MERGE_PEOPLE, { items: [{ keep: people(0)[0]!, merge: people(6)[0]! }] as never }),
  ],
  [
    'skills get broader ones',
    () =>
      admin.get(SAVE_SKILLS, {
        items: [{ ...reference(graph, 1), broader: [reference(graph, 2)] }] as never,
      }),
  ],
  ['two skills become one', () => admin.get(MERGE_SKILLS, { items: [pair(graph, 0, 4)] as never })],
  [
    'a skill is split',
    () =>
      admin.get(SPLIT_SKILL, {
        items: [
          { skill: reference(graph, 1), part: reference(graph, 3), question: graph.questions[3]!.reference },
        ] as never,
      }),
  ],
  ['a task is deleted', () => deletePlanned(admin, 'Tasks', 'k0')],
  ['a team is deleted', () => deletePlanned(admin, 'Teams', 't0')],
  ['a broader team is deleted', () => deletePlanned(admin, 'Teams', 'above')],
  ['a project is deleted', () => deletePlanned(admin, 'Projects', 'j0')],
  [
    'a skill is new, and its difficulty stated',
    async () => {
      const skill = { source: graph.source, id: 'new' };
      await admin.get(SAVE_SKILLS, { items: [{ ...skill, name: 'New' }] });
      await expectTheSame();
      await askFor(
        admin,
        'mutation ($items: [DifficultyInput!]!) { saveDifficulties(items: $items) { errors { code message } } }',
        { items: [{ skill, difficulty: 0.6 }] },
      );
    },
  ],
  [
    'another calibration is switched to',
    () => switchTo(own.database, () => otherCalibration(own.database, graph)),
  ],
  ['answers follow the switch', () => recordAll(admin, [answer(graph, 8, 0, { at: day(9) })])],
  [
    'the graph is emptied, and filled anew',
    async () => {
      await emptyGraph(own.database);
      await migrate(own.database);
      await expectTheSame();
      graph = await buildGraph(admin, { people: 8, skills: 3, questionsPerSkill: 2 });
      await recordAll(
        admin,
        graph.people.map((_, person) => answer(graph, person, person % 6)),
      );
    },
  ],
])('every process holds what the graph has once %s', async (_, work) => {
  await expectTheSame();
  const before = await statesInGraph(own.database);
  await work();
  expect(await statesInGraph(own.database)).not.toEqual(before);
  await expectTheSame();
});

it('a rebuild mends what was harmed, in memory too', async () => {
  await own.database.transaction((tx) => tx.query(HARM));
  expect(await rebuildEverybody(own.database)).toBeGreaterThan(0);
  await expectTheSame();
});

it('what is acknowledged is held at once by every process, however many write the same people', async () => {
  const keys = graph.people.map(({ id }) => keyOfGlobalId('Person', id)!);
  const before = await held[0]!.answersOf(keys);
  const acknowledged = new Map(before);
  let isDone = false;
  const write = async (writer: number): Promise<void> => {
    for (let round = 0; round < 6; round++) {
      const items = keys.map((__, person) => answer(graph, person, (writer + round) % 6, { at: day(round) }));
      expect((await record(admin, items)).errors).toEqual([]);
      for (const key of keys) acknowledged.set(key, (acknowledged.get(key) ?? 0) + 1);
    }
  };
  const read = async (one: HeldInMemory): Promise<void> => {
    while (!isDone) {
      const expected = new Map(acknowledged);
      const found = await one.answersOf(keys);
      expect(keys.filter((key) => (found.get(key) ?? 0) < (expected.get(key) ?? 0))).toEqual([]);
    }
  };
  // Several ask the same process, also while it looks for another of them what came since.
  const reading = [...held, ...held, ...held].map(read);
  await Promise.all([0, 1, 2, 3].map(write));
  isDone = true;
  await Promise.all(reading);
  await expectTheSame();
}, 60_000);

it('what is planned is held at once by every process, however many write', async () => {
  const project = planned('at once');
  const [, ...rest] = people(0, 1, 2, 3);
  await buildOrganisation(admin, { projects: [{ ...project, name: 'At once' }] });
  const keys = graph.people.slice(1, 4).map(({ id }) => keyOfGlobalId('Person', id)!);
  const acknowledged = new Map<string, number>();
  let isDone = false;
  const write = async (person: (typeof rest)[number], key: string): Promise<void> => {
    for (let share = 0.05; share < 1; share += 0.05) {
      await buildOrganisation(admin, { assignments: [{ person, project, share, from: day(0) }] });
      acknowledged.set(key, share);
    }
  };
  const read = async (one: HeldInMemory): Promise<void> => {
    while (!isDone) {
      const expected = new Map(acknowledged);
      const found = await one.assignedOf(keys);
      expect(keys.filter((key) => (found.get(key) ?? 0) < (expected.get(key) ?? 0))).toEqual([]);
    }
  };
  const reading = held.map(read);
  await Promise.all(rest.map((person, at) => write(person, keys[at]!)));
  isDone = true;
  await Promise.all(reading);
  await expectTheSame();
});

it('who asks while it is found out what came since is not told what that look began before', async () => {
  const key = keyOfGlobalId('Person', graph.people[0]!.id)!;
  const one = held[0]!;
  let isDone = false;
  const look = async (): Promise<void> => {
    while (!isDone) await one.activeUntilOf(key);
  };
  const looking = look();
  for (let moment = 1; moment <= 60; moment++) {
    await own.database.transaction((tx) => {
      tx.changed('people', [key]);
      return tx.query(LEAVE, { key, moment });
    });
    expect(await one.activeUntilOf(key)).toBe(moment);
  }
  isDone = true;
  await looking;
});
