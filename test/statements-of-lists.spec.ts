import { parse, type OperationDefinitionNode } from 'graphql';
import { costOf } from '../src/app/graphql/cost';
import { buildApiSchema } from '../src/app/graphql/schema';
import { seededUniforms } from '../src/estimators/random';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { decide } from './kit/deciding-operations';
import { buildEverything, most, word, type Everything } from './kit/everything';
import {
  endOf,
  nameOf,
  isTheirsAlone,
  objectsAt,
  pathsOfLists,
  pathsOfThings,
  queryOf,
  type Generated,
  type Path,
} from './kit/from-schema';
import { day, uniqueSource } from './kit/graph';
import { askFor } from './kit/nouns';
import { openEverything } from './kit/openings-everywhere';
import { leaveProblems } from './kit/problems-everywhere';
import { proposeEverything } from './kit/proposals-everywhere';
import { oneOfEach, testSeed } from './kit/sampling';
import { grownIn, valueOf } from './kit/values-of-lists';
import { SAVE_ACTIVITY_MAPPINGS } from './kit/xapi-operations';

/** What an operation may cost where nothing else is configured. */
const mostCost = 100_000;

let app: TestApp;
let admin: Client;
let everything: Everything;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_MAX_COST: '10000000' });
  admin = await app.as('admin');
  everything = await buildEverything(admin);
  await leaveTombstones(admin);
  await mapActivities(admin, everything);
  await leaveProblems(app.database, everything);
  await openEverything(admin, everything);
  await proposeEverything(app, everything);
  await decideEverything(admin, everything);
});
afterAll(() => app.close());

/** As many tombstones as there are of everything else. */
async function leaveTombstones(client: Client): Promise<void> {
  const source = uniqueSource();
  const gone = Array.from({ length: most }, (_, place) => ({ source, id: String(place) }));
  await askFor(
    client,
    `mutation ($teams: [TeamInput!]!, $gone: [ReferenceInput!]!) {
      saveTeams(items: $teams) { errors { message } } deleteTeams(items: $gone) { errors { message } } }`,
    { teams: gone.map((team) => ({ ...team, name: team.id })), gone },
  );
}

/** As many activities of learning platforms as modules and as questions. */
async function mapActivities(client: Client, { ids }: Everything): Promise<void> {
  const kinds = { module: ids['Module']!.at(-1)!, question: ids['Question']!.at(-1)! };
  const items = Object.entries(kinds).flatMap(([kind, globalId]) =>
    Array.from({ length: most }, (_, place) => ({
      platform: word,
      activity: `https://lms.example.org/${kind}/${String(place)}`,
      [kind]: { globalId },
    })),
  );
  const { saveActivityMappings } = await client.get(SAVE_ACTIVITY_MAPPINGS, { items });
  expect(saveActivityMappings.errors).toEqual([]);
}

/** A decision about each question, and as many about the last. */
async function decideEverything(client: Client, { ids }: Everything): Promise<void> {
  const questions = ids['Question']!;
  const source = uniqueSource();
  const items = [...questions, ...Array<string>(most - 1).fill(questions.at(-1)!)].map((globalId, place) => ({
    ...{ source, id: String(place), question: { globalId } },
    ...{ decision: 'KEEP', reason: word, at: day(place / 100) },
  }));
  expect((await decide(client, items)).errors).toEqual([]);
}

/** Made of what five people did, which is not everywhere here: their own specs count their statements. */
const figures = new Set([
  'DropOffRate',
  'FailureRate',
  'LearningGain',
  'PageFigures',
  'RevisionComparison',
  'SecondsSeen',
  'TimeToCompletion',
]);

// Each root is hundreds of requests.
jest.setTimeout(180_000);

/** What needs another viewer or another place to be there, and is seen to by other specs and paths. */
const elsewhere: readonly ((path: Path) => boolean)[] = [
  // An admin sees everybody, so that nothing is withheld.
  (path) => path.some(({ to }) => to.name === 'Withheld'),
  // Told to the person alone.
  isTheirsAlone,
  // Tokens are issued by hand, one by one: test/tokens.spec.ts reads them.
  (path) => path.some(({ to }) => to.name === 'Token'),
  // Webhooks are few, and tell somebody: test/webhooks-saved.api.spec.ts counts their statements.
  (path) => path.some(({ to }) => to.name === 'Webhook'),
  // Only a list of people who are asked for by needs says on its edges how they fit.
  (path) => path.some(({ through, field }) => through === 'edges' && field.name !== 'people'),
  // One item of evidence is one person's: it is asked about one by one.
  (path) => path.some(({ field }) => field.name === 'influence'),
  // A server remembers its runs in memory, and one goes on at a time.
  (path) => path.some(({ field }) => field.name === 'runs'),
  (path) => path.some(({ on, to }) => figures.has(on.name) || figures.has(to.name)),
  // A gain takes five people who answered before something was taught and after it.
  (path) => path.some(({ field }) => field.name === 'learningGains'),
  // Whom ways out of a gap name follows from levels: test/ways-out.api.spec.ts counts their statements.
  (path) => path.some(({ field }) => field.name === 'waysOut'),
  // Whose requirements lapse follows from levels, and what is not taught or not required is little here.
  (path) => path.some(({ field }) => ['fadingSoon', 'catalogueAlignment'].includes(field.name)),
  // The report of a day is one object: test/daily-report.api.spec.ts counts its statements.
  (path) => path.some(({ field }) => field.name === 'dailyReport'),
  // What changed since a day is of days that were kept: test/gap-changes.api.spec.ts keeps some.
  (path) => path.some(({ field }) => ['gapChanges', 'organisationGapChanges'].includes(field.name)),
  // A month lists requirements as gaps do, whose paths are tried: test/gaps-by-month.api.spec.ts counts the statements of months.
  (path) => path.some(({ field }) => ['gapsByMonth', 'organisationGapsByMonth'].includes(field.name)),
  // Who is on the way follows from levels: test/pipeline.api.spec.ts counts the statements of pipelines.
  (path) => path.some(({ field }) => field.name === 'pipeline'),
  // Who leads is among the many who are listed, so that who may see them is known by then.
  (path) => path.filter(({ field }) => field.name === 'visibleTo').length > 1,
  // A draft is one object: test/hiring.api.spec.ts counts its statements.
  (path) => path.some(({ field }) => field.name === 'draftJobDescription'),
  // Who is in a team follows from levels, and its members are found in a thread: test/forming.api.spec.ts forms teams.
  (path) => path.some(({ field }) => field.name === 'formTeam'),
  // A proposal is confirmed, or its answers are shown: test/proposals-confirmed.api.spec.ts reads both.
  (path) => path.some(({ on, field }) => on.name === 'Proposal' && field.name === 'confirmedBy'),
  // Projects have no dates here, so that nothing is said of the time that is left of them.
  (path) => path.some(({ on, field }) => on.name === 'Candidate' && field.name === 'freeShare'),
  // So nothing starts either: test/fit-in-full.api.spec.ts counts the statements.
  (path) => path.some(({ on, field }) => on.name === 'Candidate' && field.name === 'fitAtStart'),
  // What is best asked next need not have been decided about.
  (path) => path[0]!.field.name === 'nextQuestions' && path.some(({ field }) => field.name === 'decisions'),
  // A program that decides is nobody.
  (path) => path.some(({ on, field }) => on.name === 'QuestionDecision' && field.name === 'by'),
  // A report is one object, of two statements whatever it says.
  (path) => path.some(({ field }) => field.name === 'xapiReport'),
  // A rehearsal of a calibration keeps what it found in memory, and ends some time after it was asked for.
  (path) => path.some(({ field }) => field.name === 'forecast'),
  // A program that changes what is required is nobody.
  (path) => path.some(({ on, field }) => on.name === 'RequirementChange' && field.name === 'viewer'),
  // A problem is on a question or a page, or on a skill that a team lacks, and a diagnosis names a team where it lacks one.
  (path) => path.some(({ on, field }) => on.name === 'Problem' && field.name === 'on'),
  (path) => path.some(({ on, field }) => on.name === 'Gap' && field.name === 'problem'),
  (path) => path.some(({ on, field }) => on.name === 'Diagnosis' && field.name === 'team'),
  // Of pages nobody sees everybody: who is in a small team waits a day for others before a figure is made of them.
  (path) => path.some(({ on, field }) => ['Module', 'Page'].includes(on.name) && field.name === 'diagnosis'),
  // Problems of modules are looked for when they are asked for, and pages are read only of modules that have answers to go by.
  (path) => path.some(({ on, field }) => on.name === 'Module' && field.name === 'problems'),
  // Only a requirement of a task names one.
  (path) =>
    path.some(({ field, on }, index) => {
      const task = on.name === 'Requirement' && field.name === 'task';
      return task && path[index - 1]!.on.name !== 'Task';
    }),
];

const random = seededUniforms(testSeed());

/** One path to each step, in the long form one over every two steps that follow each other; by the root they begin at. */
function byRoot(paths: readonly Path[]): [root: string, paths: Path[]][] {
  const here = paths.filter((path) => !elsewhere.some((is) => is(path)));
  const found = new Map<string, Path[]>();
  for (const path of oneOfEach(here, endOf, random)) {
    const root = nameOf(path.slice(0, 1));
    found.set(root, [...(found.get(root) ?? []), path]);
  }
  return [...found];
}

/** With what fields cost beside them: the manual knows nothing of it. */
const schema = buildApiSchema();

function costs({ text, variables }: Generated): number {
  const document = parse(text);
  return costOf(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
}

interface Run {
  readonly size: number;
  /** Names of the statements in alphabetical order. */
  readonly ran: readonly string[];
  /** Objects of the step whose length is asked for, and at the end of the path. */
  readonly grown: number;
  readonly reached: number;
}

/**
 * Asks for one and for the largest size that the limit of cost lets through. graphql-js answers what is asked for the first
 * time, and only compiled answers meet in the same batches: one is asked for twice.
 */
async function inSizes(path: Path): Promise<[one: Run, large: Run]> {
  const ask = async (size: number): Promise<Run> => {
    const { text, variables } = queryOf(path, valueOf(everything, size));
    app.forget();
    const { data, errors } = await admin.ask(text, variables);
    if (errors) throw new Error(`${nameOf(path)}: ${errors[0]!.message}`);
    const objects = (steps: Path) => objectsAt(data, steps).length;
    const grown = objects(path.slice(0, grownIn(path) + 1));
    return { size, ran: [...app.statements].sort(), grown, reached: objects(path) };
  };
  // Nothing of it can be asked to be longer.
  if (grownIn(path) < 0) return Array<Run>(2).fill(await ask(1)) as [Run, Run];
  const large =
    [most, 20, 10, 5].find((size) => costs(queryOf(path, valueOf(everything, size))) <= mostCost) ?? 2;
  await ask(1);
  return [await ask(1), await ask(large)];
}

/** What is wrong with a path; nothing where it is as it should be. */
async function faultsOf(path: Path): Promise<string[]> {
  const [one, large] = await inSizes(path);
  const times = Math.max(...large.ran.map((name) => large.ran.filter((other) => other === name).length));
  const pages = grownIn(path) >= 0;
  const faults = [
    large.ran.join() !== one.ran.join() &&
      `${String(large.size)} items run ${large.ran.join(' ')}, one runs ${one.ran.join(' ')}`,
    // Where there is no page to ask for, the list is long by itself.
    !pages && times > path.length && `runs a statement ${String(times)} times: ${large.ran.join(' ')}`,
    pages && [one, large].some(({ size, grown }) => grown !== size) && 'the list is not as long as asked for',
    large.reached < (pages ? large.size : 1) && `only ${String(large.reached)} objects at the end`,
  ];
  return faults.flatMap((fault) => (fault === false ? [] : [`${nameOf(path)}: ${fault}`]));
}

describe('what follows what in a list costs the same statements however long it is', () => {
  it.each(byRoot(pathsOfLists()))('%s', async (_, paths) => {
    const faults: string[] = [];
    for (const path of paths) faults.push(...(await faultsOf(path)));
    expect(faults).toEqual([]);
  });
});

describe('a list in one thing costs the same statements however long it is', () => {
  it.each(byRoot(pathsOfThings()))('%s', async (_, paths) => {
    const faults: string[] = [];
    for (const path of paths) faults.push(...(await faultsOf(path)));
    expect(faults).toEqual([]);
  });
});
