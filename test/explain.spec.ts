import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import '../src/app/graphql/schema';
import '../src/graph/backup/backup';
import '../src/graph/backup/restore';
import '../src/graph/feed/changes-after';
import '../src/graph/migrations/migrations';
import { lists } from '../src/graph/nouns/list';
import { statements } from '../src/graph/driver/statement';
import { startApp } from './kit/app';
import { Course } from './kit/capture';
import './kit/doubting';
import {
  propertiesOfPerson,
  propertiesOfSkill,
  relationshipsOfPerson,
  relationshipsOfSkill,
} from '../src/graph/nouns/model';
import {
  answer,
  buildGraph,
  buildOrganisation,
  claimAll,
  day,
  recordAll,
  withdraw,
  withdrawal,
} from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { triesWhole } from './kit/sampling';
import { fillStatements } from './kit/xapi';
import { testDatabaseAddress } from './kit/worker-database';

/** Constraints and indexes: Neo4j explains no schema commands. Only migrations have them. */
const schemaCommand = /^\/\* migrations[.]\S+ \*\/ CREATE (CONSTRAINT|INDEX) /;
/** Those of the kit and of other specs are loaded beside them. */
const ofSpecs = /^(kit|test|spec|kill)[.]/;
const explained = [...statements.values()].filter(
  ({ name, text }) => !ofSpecs.test(name) && !schemaCommand.test(text),
);

let driver: Driver;

/** The planner goes by counts: a graph in which a scan would cost, some hundred nodes of every label. */
async function fillGraph(): Promise<void> {
  const app = await startApp();
  const admin = await app.as('admin');
  const graph = await buildGraph(admin, { people: 300, skills: 200, questionsPerSkill: 1 });
  const { source, people, skills, questions } = graph;
  const each = <Item>(make: (index: number) => Item) =>
    Array.from({ length: 200 }, (_, index) => make(index));
  const named = (kind: string, index: number) => ({
    source,
    id: `${kind}-${index}`,
    name: `${kind} ${index}`,
  });
  const reference = (kind: string, index: number) => ({ source, id: `${kind}-${index}` });
  await buildOrganisation(admin, {
    teams: each((index) => ({ ...named('team', index), leads: [people[index]!.reference] })),
    memberships: each((index) => ({ team: reference('team', index), person: people[index + 50]!.reference })),
    // Two items of one module: two revisions, of which the first is a former one.
    modules: [1, 2].flatMap((pages) =>
      each((index) => ({
        ...named('module', index),
        authors: [people[index]!.reference],
        prerequisites: index === 0 ? [] : [reference('module', index - 1)],
        pages: Array.from({ length: pages * 2 }, (_, page) => ({
          title: `page ${page}`,
          sections: [{ questions: [{ question: questions[(index + page) % 200]!.reference }] }],
        })),
      })),
    ),
    teaches: each((index) => ({
      module: reference('module', index),
      skill: skills[index]!.reference,
      to: 0.7,
    })),
    enrolments: each((index) => ({
      module: reference('module', index),
      person: people[index + 50]!.reference,
    })),
    projects: each((index) => ({ ...named('project', index), responsibleTeam: reference('team', index) })),
    tasks: each((index) => ({ ...named('task', index), project: reference('project', index) })),
    requirements: each((index) => ({
      task: reference('task', index),
      skill: skills[index]!.reference,
      level: 0.7,
    })),
    assignments: each((index) => ({
      project: reference('project', index),
      person: people[index]!.reference,
    })),
    difficulties: [
      ...each((index) => ({ question: questions[index]!.reference, difficulty: 1 })),
      ...each((index) => ({ skill: skills[index]!.reference, difficulty: 1 })),
    ],
  });
  const answers = Array.from({ length: 2_000 }, (_, index) => answer(graph, index % 300, index % 200));
  await recordAll(admin, answers);
  await withdraw(
    admin,
    answers.slice(0, 100).map((one) => withdrawal(one)),
  );
  await withdraw(
    admin,
    each((index) => withdrawal({ source, id: `awaited-${index}` })),
  );
  await claimAll(
    admin,
    each((index) => ({
      ...{ source, id: `claim-${index}`, kind: 'PEER', level: 0.6, at: day(0) },
      person: people[index]!.reference,
      by: people[index + 1]!.reference,
      skill: skills[index]!.reference,
    })),
  );
  const course = await Course.build(admin, 200, 50);
  const visits = each((index) => course.visit(index, { module: course.modules[index % 50]! }));
  await course.sendAll('visits', visits);
  await course.sendAll(
    'pageViews',
    each((index) => course.pageView(visits[index]!, 1)),
  );
  await course.sendAll(
    'videoViews',
    each((index) => course.videoView(visits[index]!, 2)),
  );
  await course.sendAll(
    'help',
    each((index) => course.help(index, (index + 1) % 200)),
  );
  await course.sendAll(
    'feedback',
    each((index) => course.feedback(index)),
  );
  const merged = await buildGraph(admin, { people: 200 });
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: each((index) => ({ keep: people[index]!.reference, merge: merged.people[index]!.reference })),
  });
  expect(mergePeople.errors).toEqual([]);
  await fillStatements(app, 200);
  // Who looks is written down when the API closes.
  const looking = await app.as('hr', people[0]!.id);
  const page = '{ people(first: 200) { nodes { mastery(first: 1) { nodes { level } } } } }';
  expect((await looking.ask(page)).errors).toBeUndefined();
  await app.close();
}

beforeAll(async () => {
  await fillGraph();
  const { uri, username, password } = await testDatabaseAddress();
  driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  // The planner takes an index for empty whose entries nobody has counted yet: that is done some time after they are written.
  await driver.executeQuery('CALL db.prepareForReplanning(60)');
});

afterAll(() => driver.close());

/** Operators of a plan that read a whole label, relationship type or index, with what they read. */
function scansOf({ operatorType, arguments: details, children }: Plan): string[] {
  const operator = operatorType.replace(/@.*$/, '');
  const own = operator.endsWith('Scan') ? [`${operator} (${String(details['Details'])})`] : [];
  return [...own, ...children.flatMap(scansOf)];
}

/** Planned anew: another spec may have had it planned when the graph was empty. */
async function explain(text: string): Promise<string[]> {
  const session = driver.session();
  try {
    const { summary } = await session.run(`CYPHER replan=force EXPLAIN ${text}`);
    if (!summary.plan) throw new Error('Neo4j gave no plan.');
    return scansOf(summary.plan);
  } finally {
    await session.close();
  }
}

it.each(explained.map((one) => [one.name, one] as const))(
  '%s scans no whole label, or says why',
  async (name, { text, scansBecause }) => {
    const scans = (await explain(text)).map((scan) => `${name}: ${scan}`);
    if (scansBecause === undefined) {
      expect(scans).toEqual([]);
    } else if (scans.length === 0) {
      throw new Error(`${name} scans nothing: take its reason out (scansBecause: ${scansBecause}).`);
    }
  },
);

/** What some conditions of a list must scan, as their reasons say. */
function allowed(list: (typeof lists)[number], filters: readonly string[]): boolean {
  return filters.some((name) => list.shape.filters[name]?.scansBecause !== undefined);
}

/** The first of each order's pages and all filters at once; in the long form each filter alone besides. */
function formsOf(list: (typeof lists)[number]) {
  const forms = [...list.forms()];
  const most = Math.max(...forms.map(({ filters }) => filters.length));
  return triesWhole()
    ? forms
    : forms.filter(({ filters }, place) => (filters.length === 0 && place < 2) || filters.length === most);
}

it.each(lists.map((list) => [list.shape.name, list] as const))(
  'list %s scans no whole label in any of its forms',
  async (name, list) => {
    const scans: string[] = [];
    for (const { statement, filters } of formsOf(list)) {
      if (!allowed(list, filters))
        scans.push(
          ...(await explain(statement.text)).map((scan) => `${statement.name}[${filters.join()}]: ${scan}`),
        );
    }
    expect(scans).toEqual([]);
    expect(name).not.toBe('');
  },
);

it('knows every list of the code', () => {
  expect(lists.length).toBeGreaterThan(15);
});

it('finds a scan where there is one', async () => {
  expect(await explain('MATCH (person:Person) WHERE person.email = $email RETURN person')).toEqual([
    expect.stringMatching(/^NodeByLabelScan .*person:Person/),
  ]);
  expect(await explain('MATCH (node) RETURN node LIMIT 1')).toEqual([expect.stringMatching(/^AllNodesScan/)]);
  expect(await explain('MATCH (one)-[mastery:HAS_SKILL]->(other) RETURN mastery')).toEqual([
    expect.stringMatching(/^DirectedRelationshipTypeScan/),
  ]);
});

/** Rows of one column from the filled graph. */
async function listed(text: string): Promise<string[]> {
  const { records } = await driver.executeQuery(text);
  return records.map((record) => record.get(0) as string).sort();
}

describe('graph/nouns/model lists of a Person, for whoever merges two of them,', () => {
  it('every type of relationship, with its direction', async () => {
    const there = await listed(
      `MATCH (:Person)-[relationship]->() RETURN DISTINCT 'out ' + type(relationship) AS found
       UNION MATCH (:Person)<-[relationship]-() RETURN DISTINCT 'in ' + type(relationship) AS found`,
    );
    const known = relationshipsOfPerson.map(({ type, direction }) => `${direction} ${type}`);
    expect(there).toEqual(
      expect.arrayContaining(['in BY', 'in IDENTIFIES', 'in STATED_BY', 'out HAS_SKILL', 'out LEADS']),
    );
    expect(there.filter((found) => !known.includes(found))).toEqual([]);
  });

  it('every property', async () => {
    const there = await listed(
      'MATCH (person:Person) UNWIND keys(person) AS name RETURN DISTINCT name AS found',
    );
    const { filled, own } = propertiesOfPerson;
    expect(there).toEqual(expect.arrayContaining(['foldedAt', 'id', 'lock', 'name']));
    expect(there.filter((found) => ![...filled, ...own].includes(found))).toEqual([]);
  });
});

describe('graph/nouns/model lists of a Skill, for whoever merges two of them,', () => {
  it('every type of relationship, with its direction', async () => {
    const there = await listed(
      `MATCH (:Skill)-[relationship]->() RETURN DISTINCT 'out ' + type(relationship) AS found
       UNION MATCH (:Skill)<-[relationship]-() RETURN DISTINCT 'in ' + type(relationship) AS found`,
    );
    const known = relationshipsOfSkill.map(({ type, direction }) => `${direction} ${type}`);
    expect(there).toEqual(
      expect.arrayContaining(['in ASSESSES', 'in CLAIMS', 'in HAS_SKILL', 'in REQUIRES', 'in TEACHES']),
    );
    expect(there.filter((found) => !known.includes(found))).toEqual([]);
  });

  it('every property', async () => {
    const there = await listed(
      'MATCH (skill:Skill) UNWIND keys(skill) AS name RETURN DISTINCT name AS found',
    );
    const { filled, joined, own } = propertiesOfSkill;
    expect(there).toEqual(expect.arrayContaining(['id', 'lock', 'name']));
    expect(there.filter((found) => ![...filled, ...joined, ...own].includes(found))).toEqual([]);
  });
});

it('knows every statement of the code', () => {
  const source = join(__dirname, '../src');
  const named = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .flatMap((path) => [
      ...readFileSync(join(source, path), 'utf8').matchAll(/\bstatement(?:<[^()]*>)?[(]\s*'([^']+)'/g),
    ])
    .map((match) => match[1]!);
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((name) => !statements.has(name))).toEqual([]);
});
