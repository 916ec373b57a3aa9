import { statement } from '../src/graph/driver/statement';
import { keyOfGlobalId } from '../src/shared/ids';
import { graphql } from './generated/gql';
import type { HistoryOfMasteryQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  masteryOf,
  recordAll,
  withdraw,
  withdrawal,
  type TestGraph,
} from './kit/graph';

const HISTORY = graphql(`
  query HistoryOfMastery($ids: [ID!]!, $skill: ID!, $since: DateTimeISO, $until: DateTimeISO, $points: Int) {
    nodes(ids: $ids) {
      ... on Person {
        masteryHistory(skill: $skill, since: $since, until: $until, points: $points) {
          before
          byEvidence
          byTime
          byCalibration
          omitted
          summary
          points {
            at
            kind
            level
            interval {
              low
              high
            }
            change
            calibration
            externalId {
              value
            }
            summary
          }
        }
      }
    }
  }
`);
const LEADS = graphql(`
  query HistoryOfLeads($team: ID!, $skill: ID!) {
    team(id: $team) {
      leads {
        nodes {
          masteryHistory(skill: $skill) {
            before
          }
        }
      }
    }
  }
`);
const STATE = graphql(`
  mutation HistoryDifficulties($items: [DifficultyInput!]!) {
    saveDifficulties(items: $items) {
      done
    }
  }
`);

/** A calibration that was in force until a moment, as the one now, but for how hard questions on one skill are. */
const ADD_PAST = statement(
  'test.addPastCalibration',
  `MATCH (now:Calibration {current: true})
   MATCH (skill:Skill {id: $skill})
   CREATE (past:Calibration)
   SET past = now {.*, number: 0, current: false, slot: null, inForceUntil: $until}
   CREATE (past)-[:SETS {difficulty: 1.0}]->(skill)`,
);
const REMOVE_PAST = statement(
  'test.removePastCalibration',
  `MATCH (past:Calibration {number: 0}) DETACH DELETE past`,
);

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
afterAll(() => app.close());

const until = day(100);

async function historyOf(
  graph: TestGraph,
  given: Partial<HistoryOfMasteryQueryVariables> = {},
  client = admin,
) {
  const ids = graph.people.map(({ id }) => id);
  const asked = { ids, skill: graph.skills[0]!.id, until, ...given };
  const { nodes } = await client.get(HISTORY, asked);
  return nodes.map(
    (node) => (node as { masteryHistory: NonNullable<typeof node>['masteryHistory'] }).masteryHistory,
  );
}

const three = (graph: TestGraph, person = 0) =>
  [1, 0, 1].map((score, index) => answer(graph, person, 0, { score, at: day(10 + 30 * index) }));

describe('the history of a mastery', () => {
  it('begins with the first evidence, tells each item and the fading between, and ends at the level of mastery', async () => {
    const graph = await buildGraph(admin, { people: 2, skills: 2, questions: [[0], [1]] });
    const items = three(graph);
    await recordAll(admin, [answer(graph, 0, 1, { at: day(5) }), ...items, answer(graph, 1, 1)]);
    const [history, unknown] = await historyOf(graph);
    expect(unknown).toBeNull();
    const { before, byEvidence, byTime, byCalibration, points, omitted, summary } = history!;
    expect(points.map(({ kind }) => kind).filter((kind) => kind !== 'FADING')).toEqual([
      'ANSWER',
      'ANSWER',
      'ANSWER',
    ]);
    expect(points[0]).toMatchObject({
      at: day(10),
      kind: 'ANSWER',
      externalId: { value: items[0]!.id },
      calibration: 1,
    });
    // What was known of ability in general counts from the start.
    expect(before).toBeGreaterThan(0.5);
    const told = (await masteryOf(admin, graph, 0, until)).get(0)!;
    expect(points.at(-1)).toMatchObject({
      ...{ at: until, kind: 'FADING', level: told.level },
      interval: { low: told.low, high: told.high },
    });
    expect(Math.abs(before + byEvidence + byTime - told.level)).toBeLessThan(1e-9);
    expect([byCalibration, omitted]).toEqual([0, 0]);
    expect(summary).toContain('changes of calibration by 0.0');
    const widths = points.map(({ interval }) => interval.high - interval.low);
    points.forEach(({ kind }, index) => {
      if (index > 0 && kind === 'FADING') expect(widths[index]).toBeGreaterThan(widths[index - 1]!);
    });
  });

  it('tells what is held now: late answers where they happened, nothing of what was withdrawn', async () => {
    const graph = await buildGraph(admin, { people: 2, skills: 1, questionsPerSkill: 1 });
    const [first, second, third] = three(graph);
    await recordAll(admin, [first!, third!, ...three(graph, 1).filter((_, index) => index !== 1)]);
    await recordAll(admin, [second!]);
    const times = async () =>
      (await historyOf(graph))[0]!.points.filter(({ kind }) => kind === 'ANSWER').map(({ at }) => at);
    expect(await times()).toEqual([day(10), day(40), day(70)]);
    await withdraw(admin, [withdrawal(second!)]);
    expect(await times()).toEqual([day(10), day(70)]);
    const [left, never] = await historyOf(graph);
    expect(left!.points.map(({ level }) => level)).toEqual(never!.points.map(({ level }) => level));
  });

  it('keeps what a change of calibration did apart, and tells the time before it as it was read then', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    const twin = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    await admin.get(STATE, { items: [{ skill: twin.skills[0]!.reference, difficulty: 1 }] });
    await recordAll(admin, [...three(graph), ...three(twin)]);
    const [now] = await historyOf(graph);
    const [then] = await historyOf(twin);
    const at = Date.parse(day(55));
    await app.database.transaction((tx) =>
      tx.query(ADD_PAST, { skill: keyOfGlobalId('Skill', graph.skills[0]!.id)!, until: at }),
    );
    try {
      const [history] = await historyOf(graph);
      const { before, byEvidence, byTime, byCalibration, points } = history!;
      const switches = points.filter(({ kind }) => kind === 'CALIBRATION');
      expect(switches).toHaveLength(1);
      const [{ change, level, summary }] = switches as [(typeof switches)[number]];
      expect(switches[0]!.at).toBe(day(55));
      expect(change).not.toBe(0);
      expect(byCalibration).toBe(change);
      expect(summary).toMatch(
        /^Calibration 1 came into force, which reads the same evidence with other parameters/,
      );
      const position = points.indexOf(switches[0]!);
      expect(level - points[position - 1]!.level).toBeCloseTo(change, 12);
      const answers = (of: typeof history) => of!.points.filter(({ kind }) => kind === 'ANSWER');
      expect(answers(history).map(({ level }) => level)).toEqual([
        ...answers(then)
          .slice(0, 2)
          .map(({ level }) => level),
        answers(now)[2]!.level,
      ]);
      expect(answers(history).map(({ calibration }) => calibration)).toEqual([0, 0, 1]);
      expect(before).toBe(then!.before);
      const last = points.at(-1)!.level;
      expect(last).toBe(now!.points.at(-1)!.level);
      expect(Math.abs(before + byEvidence + byTime + byCalibration - last)).toBeLessThan(1e-9);
      // Levels themselves are told with the calibration in force, whatever was before.
      expect((await masteryOf(admin, graph, 0, until)).get(0)!.level).toBe(last);
      const [short] = await historyOf(graph, { points: 2 });
      expect(short!.points.map(({ kind }) => kind)).toEqual(['ANSWER', 'CALIBRATION', 'FADING']);
      expect(short!.omitted).toBe(points.length - 3);
    } finally {
      await app.database.transaction((tx) => tx.query(REMOVE_PAST));
    }
  });

  it('is told from one moment to another, in as few points as asked for', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    await recordAll(admin, three(graph));
    const [all] = await historyOf(graph);
    const [part] = await historyOf(graph, { since: day(20), until: day(50) });
    const second = all!.points.find(({ at, kind }) => at === day(40) && kind === 'ANSWER');
    expect(part!.points.find(({ kind }) => kind === 'ANSWER')).toEqual(second);
    expect([part!.points[0]!.at, part!.points.at(-1)!.at]).toEqual([day(20), day(50)]);
    expect(part!.points[0]).toMatchObject({ kind: 'FADING', level: part!.before });
    const [few] = await historyOf(graph, { points: 4 });
    expect(few!.points).toHaveLength(4);
    expect(few!.omitted).toBe(all!.points.length - 4);
    expect(await historyOf(graph, { until: day(9) })).toEqual([null]);
  });

  it('is for those who see the person, and refuses what cannot be with the way out', async () => {
    const graph = await buildGraph(admin, { people: 1, skills: 1, questionsPerSkill: 1 });
    await recordAll(admin, three(graph));
    const ids = [graph.people[0]!.id];
    const skill = graph.skills[0]!.id;
    expect((await historyOf(graph, {}, await app.as('person', ids[0])))[0]).not.toBeNull();
    const refused = async (client: Client, given: object, code: string, word: string) => {
      const { errors } = await client.ask(HISTORY, { ids, skill, ...given });
      expect([errors![0]!.extensions.code, errors![0]!.message]).toEqual([
        code,
        expect.stringContaining(word),
      ]);
    };
    const other = await buildGraph(admin, { people: 1 });
    const stranger = await app.as('person', other.people[0]!.id);
    // Who leads a team is known to everybody, and no more of them.
    const { teams } = await buildOrganisation(admin, {
      teams: [{ source: graph.source, id: 'led', name: 'Led', leads: [graph.people[0]!.reference] }],
    });
    const { errors } = await stranger.ask(LEADS, { team: teams[0]!, skill });
    expect(errors![0]!.extensions.code).toBe('FORBIDDEN');
    expect(errors![0]!.message).toContain('not yours to see');
    await refused(admin, { skill: ids[0] }, 'BAD_INPUT', 'skill: no skill has the global id');
    await refused(admin, { since: day(9), until: day(8) }, 'BAD_INPUT', 'since lies after until');
    await refused(admin, { points: 0 }, 'BAD_INPUT', 'points must be a whole number from 1 to 200');
  });
});
