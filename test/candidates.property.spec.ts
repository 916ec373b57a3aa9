import fc from 'fast-check';
import { fitOf } from '../src/estimators/fit';
import { probabilityAtLeast } from '../src/estimators/level';
import { statement, type Queries } from '../src/graph/driver/statement';
import { globalId, newKey } from '../src/shared/ids';
import { abilityOf, type StoredAbility } from './kit/ability';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { undisturbed } from './kit/stored';
import { numberOfRuns } from './kit/sampling';

/**
 * A graph as it is stored, past the API: any state may come of some evidence. Without names to sort by no list has it,
 * and it is gone before a rebuild could find that no evidence is behind it.
 */
const MAKE = statement(
  'spec.makeStaffing',
  `MATCH (calibration:Calibration {current: true})
   CREATE (project:Project {id: $project, name: 'Random'})
   CREATE (project)-[:HAS_TASK]->(task:Task {id: $task, name: 'Task'})
   WITH calibration, project, task
   CALL (calibration, project, task) {
     UNWIND $skills AS row
     CREATE (skill:Skill {id: row.key, name: row.key})
     FOREACH (level IN row.levels | CREATE (project)-[:REQUIRES {id: row.key + level, level: level, importance: row.importance, headcount: 1}]->(skill))
     FOREACH (level IN row.taskLevels | CREATE (task)-[:REQUIRES {id: row.key + level, level: level, importance: row.importance, headcount: 1}]->(skill))
     FOREACH (difficulty IN row.difficulty | CREATE (calibration)-[:SETS {difficulty: difficulty}]->(skill))
     RETURN count(*) AS made
   }
   UNWIND $people AS row
   CREATE (person:Person {id: row.key, name: row.key, activeUntil: row.activeUntil, general0: row.general})
   FOREACH (_ IN CASE WHEN row.assigned THEN [1] ELSE [] END | CREATE (person)-[:ASSIGNED_TO {from: 0.0}]->(project))
   WITH person, row
   UNWIND row.states AS state
   MATCH (skill:Skill {id: state.skill})
   CREATE (person)-[mastery:HAS_SKILL]->(skill)
   SET mastery = state.edge, mastery.slot = 0`,
);
const REMOVE = statement(
  'spec.removeStaffing',
  `UNWIND $keys AS key
   CALL (key) {
     MATCH (node:Person {id: key}) RETURN node
     UNION ALL MATCH (node:Skill {id: key}) RETURN node
     UNION ALL MATCH (node:Project {id: key}) RETURN node
     UNION ALL MATCH (node:Task {id: key}) RETURN node
   }
   DETACH DELETE node`,
);
const PARAMETERS = statement<Pick<StoredAbility, 'calibration'>>(
  'spec.parameters',
  `MATCH (calibration:Calibration {current: true}) RETURN properties(calibration) AS calibration`,
);
const PAGE = `query ($project: ID!, $first: Int!, $after: String, $asOf: DateTimeISO, $all: Boolean!) {
  project(id: $project) { candidates(first: $first, after: $after, asOf: $asOf, includeAssigned: $all) {
    nodes { fit knownShare person { id } } pageInfo { hasNextPage endCursor }
  } }
}`;

interface Page {
  readonly nodes: {
    readonly fit: number;
    readonly knownShare: number;
    readonly person: { readonly id: string };
  }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const day = 86_400_000;
const latest = Date.UTC(2026, 0, 1);
/** Few values each, so that equal fits and edges of the bound come often. */
const state = fc.record({
  intercept: fc.constantFrom(-2, -0.5, 0, 0.25, 0.3, 1, 2.5),
  generalSlope: fc.constantFrom(-0.9, -0.4, 0),
  sittingSlope: fc.constantFrom(0, 0, -0.5),
  rateSlope: fc.constantFrom(0, 0, 0.7),
  variance: fc.constantFrom(0.05, 0.3, 0.8),
  daysAgo: fc.constantFrom(0, 3, 40, 400, 4_000),
});
const person = fc.record({
  general: fc.constantFrom(-1, 0, 0.6),
  generalVariance: fc.constantFrom(0.1, 0.7, 1.2),
  states: fc.array(fc.option(state, { freq: 2 }), { minLength: 5, maxLength: 5 }),
  kind: fc.constantFrom('', '', '', '', '', '', 'assigned', 'leaver'),
});
const skill = fc.record({
  levels: fc.constantFrom([0.5], [0.6], [0.7, 0.9], []),
  taskLevels: fc.constantFrom([], [], [0.55]),
  importance: fc.constantFrom(0.5, 1, 3),
  difficulty: fc.constantFrom([], [0.7], [-1]),
});
const organisation = fc.record({
  people: fc.array(person, { minLength: 1, maxLength: 60, size: 'max' }),
  skills: fc.array(skill, { minLength: 5, maxLength: 5 }),
  first: fc.integer({ min: 3, max: 25 }),
  daysLater: fc.constantFrom(0, 1, 90, 1_500),
  includeAssigned: fc.boolean(),
});
type Organisation = typeof organisation extends fc.Arbitrary<infer Value> ? Value : never;

let app: TestApp;
let admin: Client;
let parameters: StoredAbility['calibration'];
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  const [row] = await app.database.query(PARAMETERS);
  parameters = row!.calibration;
});
afterAll(() => app.close());

async function make({ people, skills }: Organisation) {
  const made = {
    project: newKey(),
    task: newKey(),
    skills: skills.map((one) => ({ ...one, key: newKey() })),
    people: people.map((one) => ({
      ...one,
      key: newKey(),
      general: [
        1,
        one.general,
        one.generalVariance,
        0.2,
        0.05,
        -0.02,
        3,
        latest - 3 * day,
        4,
        0.3,
        0.4,
        0.05,
        -0.01,
      ] as const,
    })),
  };
  await app.database.transaction((tx) => {
    sayChanged(tx, made);
    return tx.query(MAKE, {
      ...made,
      people: made.people.map(({ key, kind, states, general }) => ({
        key,
        general,
        assigned: kind === 'assigned',
        activeUntil: kind === 'leaver' ? latest : null,
        states: states.flatMap((one, index) =>
          one
            ? [
                {
                  skill: made.skills[index]!.key,
                  edge: edgeOf(one),
                },
              ]
            : [],
        ),
      })),
    });
  });
  return made;
}

/** What is written past the API is said to its readers as the API says it. */
function sayChanged(tx: Queries, { people, skills, project, task }: Made): void {
  const keysOf = (rows: readonly { readonly key: string }[]) => rows.map(({ key }) => key);
  tx.changed('people', keysOf(people));
  tx.changed('assignments', keysOf(people));
  tx.changed('requirements', [project, task]);
  tx.changed('catalogue', keysOf(skills));
}

type Made = Awaited<ReturnType<typeof make>>;

/** Makes the graph, does the work with it, and takes it away again. */
function withStaffing(given: Organisation, work: (made: Made) => Promise<void>) {
  return undisturbed(app.database, async () => {
    const made = await make(given);
    try {
      await work(made);
    } finally {
      const keys = [made.project, made.task, ...[...made.skills, ...made.people].map(({ key }) => key)];
      await app.database.transaction((tx) => {
        sayChanged(tx, made);
        return tx.query(REMOVE, { keys });
      });
    }
  });
}

/** The properties of a skill edge. */
function edgeOf({ daysAgo, ...known }: NonNullable<Organisation['people'][number]['states'][number]>) {
  return { ...known, lastEvidenceAt: latest - daysAgo * day, sitting: 3, answers: 1, claims: 0 };
}

/** Everybody's fit, computed for all, ranked without any bound. */
function unpruned({ people, skills }: Made, asOf: number, includeAssigned: boolean) {
  const needs = skills
    .flatMap((one, index) => [...one.levels, ...one.taskLevels].map((level) => ({ ...one, index, level })))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : left.level - right.level));
  return people
    .filter(({ kind }) => kind !== 'leaver' && (includeAssigned || kind !== 'assigned'))
    .filter(({ states }) => needs.some(({ index }) => states[index]))
    .map(({ key, states, general }) => {
      const weighed = needs.map(({ index, level, importance, difficulty }) => {
        const known = states[index];
        const faded =
          known &&
          abilityOf(
            { person: key, skill: '', reference: 0, edge: edgeOf(known), general, calibration: parameters },
            asOf,
          );
        return {
          importance,
          probability: faded ? probabilityAtLeast(faded, level, difficulty[0] ?? 0) : undefined,
        };
      });
      return { key, ...fitOf(weighed) };
    })
    .sort((left, right) => right.fit - left.fit || (left.key < right.key ? -1 : 1))
    .map(({ key, fit, knownShare }) => ({ fit, knownShare, person: { id: globalId('Person', key) } }));
}

async function page(project: string, given: object): Promise<Page> {
  const { data, errors } = await admin.ask<{ project: { candidates: Page } }, object>(PAGE, {
    project: globalId('Project', project),
    ...given,
  });
  expect(errors).toBeUndefined();
  return data!.project.candidates;
}

it('pages of candidates are the ranking of everybody', async () => {
  const pagesAreTheRanking = (given: Organisation) =>
    withStaffing(given, async (made) => {
      const asOf = latest + given.daysLater * day;
      const nodes: Page['nodes'] = [];
      for (let after: string | null = null; ;) {
        const { nodes: more, pageInfo } = await page(made.project, {
          first: given.first,
          after,
          asOf: new Date(asOf).toISOString(),
          all: given.includeAssigned,
        });
        nodes.push(...more);
        if (!pageInfo.hasNextPage) break;
        expect(more).toHaveLength(given.first);
        after = pageInfo.endCursor;
      }
      expect(nodes).toEqual(unpruned(made, asOf, given.includeAssigned));
    });
  await fc.assert(fc.asyncProperty(organisation, pagesAreTheRanking), { numRuns: numberOfRuns(5, 40) });
}, 120_000);
