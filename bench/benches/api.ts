import neo4j, { type Driver } from 'neo4j-driver';
import { seededUniforms } from '../../src/estimators/random';
import { externalKey } from '../../src/shared/ids';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { startApp } from '../../test/kit/app';
import { answerSource, itemsOf, RECORD, type SentAnswer } from '../answers-sent';
import type { Bench } from '../run';
import { openBench } from '../installation';
import { compare } from '../compare';
import { metricsOf, secondsOf } from '../api-metrics';
import { bodyOf, poster } from '../load';
import { say } from '../say';
import { CANDIDATES, cursorsOfPeople, PAGE } from '../people-asked';
import { makeRandomGraph, type RandomGraph } from '../random-graph';

const writers = 4;
const readers = 8;
const batch = 1_000;

/**
 * The fastest idempotent write found: ids that are there are left alone, the rest is created. MERGE on the two
 * relationships, which locks both their ends, has four writers wait for each other: a third of this.
 */
const BARE_WRITE = `
UNWIND $rows AS row
OPTIONAL MATCH (old:Evidence {id: row.id})
WITH row, old WHERE old IS NULL
MATCH (person:Person {id: row.person})
MATCH (version:QuestionVersion {id: row.version})
CREATE (evidence:Evidence:Answer {id: row.id, at: row.at, recordedAt: row.at, score: row.score, attempt: 1, hash: row.hash})
CREATE (evidence)-[:BY]->(person)
CREATE (evidence)-[:TO]->(version)`;

const BARE_PAGE = `
MATCH (person:Person) WHERE person.sortName >= $after AND person.id IS NOT NULL
WITH person ORDER BY person.sortName, person.id LIMIT 50
RETURN person.id AS id, person.name AS name,
  COLLECT { MATCH (person)-[mastery:HAS_SKILL]->(skill:Skill)
    RETURN {skill: skill.name, intercept: mastery.intercept, variance: mastery.variance, lastEvidenceAt: mastery.lastEvidenceAt,
      answers: mastery.answers} } AS skills`;

const BARE_CANDIDATES = `
UNWIND $skills AS key
MATCH (skill:Skill {id: key})<-[mastery:HAS_SKILL]-(person:Person)
WITH person, sum(mastery.intercept) AS total ORDER BY total DESC LIMIT 20
RETURN person.id AS id, person.name AS name, total`;

/**
 * The API beside the bare driver doing the same work in the same run, in alternating rounds. Words choose among
 * recordAnswers, page and candidates; none means all. What clients send is prepared before the clock starts: two cores
 * carry the database, the API and the load.
 */
export const bench: Bench = async (words) => {
  const rounds = words.includes('--short') ? 1 : 5;
  const each = words.includes('--short') ? 3 : 10;
  const chosen = words.filter((word) => !word.startsWith('--'));
  const wanted = (part: string): boolean => chosen.length === 0 || chosen.includes(part);
  const installation = await openBench();
  const driver = neo4j.driver(
    installation.embedded.uri,
    neo4j.auth.basic(installation.embedded.username, installation.embedded.password),
    { disableLosslessIntegers: true },
  );
  try {
    say('Making 10,000 people, 2,000 skills, 200,000 skill edges, 500 projects.');
    const graph = await makeRandomGraph(installation.database);
    const post = poster(installation.url, installation.token);
    const next = answerSource(graph, writers, batch);
    const random = seededUniforms(11);
    const anyPlace = (): number => Math.floor(random() * 9_900);
    const anyProject = (): RandomGraph['projects'][number] =>
      graph.projects[Math.floor(random() * graph.projects.length)] ?? { key: '', internalId: '', skills: [] };
    const recordAnswers = wanted('recordAnswers') && {
      recordAnswers: await compare(
        'recordAnswers, batches of 1,000, 4 clients (batches a second)',
        rounds,
        writers,
        each,
        (client) => {
          const rows = rowsOf(graph, next(client));
          return () => writeBare(driver, rows);
        },
        (client) => {
          const body = bodyOf(RECORD, { items: itemsOf(next(client)) });
          return async () => {
            const { recordAnswers: payload } = (await post(body)) as { recordAnswers: { recorded: number } };
            if (payload.recorded !== batch) throw new Error('Not all answers were recorded.');
          };
        },
      ),
    };
    if (recordAnswers) await sayFeedsShare(installation);
    const cursors = wanted('page') ? await cursorsOfPeople(post) : [];
    const page = wanted('page') && {
      page: await compare(
        'page of 50 people with 20 skill edges each, 8 clients',
        rounds,
        readers,
        each * 6,
        () => () => readBare(driver, BARE_PAGE, { after: `person ${String(anyPlace()).padStart(5, '0')}` }),
        () => async () => {
          await post(bodyOf(PAGE, { after: cursors[anyPlace()] }));
        },
      ),
    };
    const candidates = wanted('candidates') && {
      candidates: await compare(
        'candidates of a project with 5 requirements, 8 clients',
        rounds,
        readers,
        each * 6,
        () => () => readBare(driver, BARE_CANDIDATES, { skills: anyProject().skills }),
        () => async () => {
          await post(bodyOf(CANDIDATES, { project: anyProject().key }));
        },
      ),
    };
    const statements = await countStatements(installation.embedded, {
      recordAnswers: [RECORD, { items: itemsOf(next(0)) }],
      page: [PAGE, {}],
      candidates: [CANDIDATES, { project: anyProject().key }],
    });
    say(`Statements a request: ${JSON.stringify(statements)}.`);
    return { statements, ...recordAnswers, ...page, ...candidates };
  } finally {
    await driver.close();
    await installation.close();
  }
};

/** How much of the time of all recording requests went into saying what they change. */
async function sayFeedsShare(api: { readonly url: string }): Promise<void> {
  const metrics = await metricsOf(api);
  const statements = secondsOf(metrics, 'skillwake_statement_duration_seconds', 'statement="[^"]+"');
  const said = secondsOf(metrics, 'skillwake_statement_duration_seconds', 'statement="feed[.]say"');
  const requests = secondsOf(metrics, 'skillwake_request_duration_seconds', 'type="mutation",status="200"');
  const share = (of: number): string => `${((100 * said) / of).toFixed(1)} %`;
  say(
    `Saying what changes takes ${share(requests)} of the time of recordAnswers, ${share(statements)} of that of its statements.`,
  );
}

function rowsOf(graph: RandomGraph, answers: readonly SentAnswer[]): object[] {
  return answers.map(({ id, person, question, score, at }) => ({
    id: externalKey('answer', 'bare', id),
    person: graph.people[person],
    version: graph.versions[question],
    score,
    at,
    hash: id,
  }));
}

async function writeBare(driver: Driver, rows: readonly object[]): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite((tx) => tx.run(BARE_WRITE, { rows }));
  } finally {
    await session.close();
  }
}

async function readBare(driver: Driver, cypher: string, parameters: object): Promise<void> {
  const { records } = await driver.executeQuery(cypher, parameters, { routing: neo4j.routing.READ });
  for (const record of records) record.toObject();
}

/** How many statements one request of each kind costs, seen from inside an API of this process. */
async function countStatements(
  address: DatabaseAddress,
  requests: Readonly<Record<string, readonly [string, object]>>,
): Promise<Record<string, number>> {
  const app = await startApp({}, address);
  try {
    const admin = await app.as('admin');
    const counted: Record<string, number> = {};
    for (const [name, [query, variables]] of Object.entries(requests)) {
      app.forget();
      const { errors } = await admin.ask(query, variables);
      if (errors) throw new Error(errors[0]?.message);
      counted[name] = app.statements.length;
    }
    return counted;
  } finally {
    await app.close();
  }
}
