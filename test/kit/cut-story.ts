import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { statement } from '../../src/graph/driver/statement';
import type { TestApp } from './app';
import { calibrateBy } from './calibrations';
import type { Client } from './client';
import type { CommandInstallation, Settings } from './command';
import { SAVE_CATALOGUE } from './everything-operations';
import { RECORD_CLAIMS, WITHDRAW_CLAIMS } from './evidence-operations';
import { day, record, withdraw, withdrawal, type Reference } from './graph';
import { MERGE_PEOPLE, MERGE_SKILLS, SPLIT_SKILL } from './merging-operations';
import { SAVE_ORGANISATION } from './organisation-operations';
import { triesWhole } from './sampling';
import { SAVE_ASSESSED_SKILLS, SAVE_BROADER_SKILLS } from './operations';
import { emptyGraph, wholeGraphOf } from './whole-graph';

const people = 24;
const questions = 12;

const one = (kind: string, place: number | string): Reference => ({
  source: 'story',
  id: `${kind} ${String(place).padStart(4, '0')}`,
});
const named = (reference: Reference) => ({ ...reference, name: reference.id });
const several = <Item>(length: number, make: (place: number) => Item): Item[] =>
  Array.from({ length }, (_, place) => make(place));

const answers = several(people, (person) =>
  several(questions * 2, (place) => ({
    ...one('answer', `${String(person)} ${String(place)}`),
    person: one('person', person),
    question: one('question', place % questions),
    score: (person * 7 + place * 11) % 24 < person / 2 + 10 - place / 3 ? 1 : 0,
    at: day(place / 4),
  })),
).flat();

const claim = (place: number) => ({
  ...one('claim', place),
  person: one('person', place),
  skill: one('skill', 0),
  kind: 'SELF',
  level: 0.7,
  at: day(1),
});

const SPOIL = statement(
  'test.spoilMastery',
  `MATCH (:Person)-[mastery:HAS_SKILL]->() SET mastery.intercept = mastery.intercept + 1`,
);

export interface Stage {
  readonly app: TestApp;
  readonly admin: Client;
  readonly commands: CommandInstallation;
  /** What leads commands to the database that the app is at. */
  readonly settings: Settings;
}

type Step = (stage: Stage) => Promise<unknown>;

const deletes = (kind: string, name: string): Step => {
  const text = `mutation ($items: [ReferenceInput!]!) { ${name}(items: $items) { results { index status } errors { index code } } }`;
  return ({ admin }) => admin.ask(text, { items: [one(kind, 0), one(kind, 1)] });
};
const runs =
  (...words: string[]) =>
  ({ commands, settings }: Stage) =>
    commands.here(words, settings);
/** People as a file lists them, all of its source or some. */
const imports =
  (lines: readonly string[], ...options: string[]): Step =>
  async (stage) => {
    const file = join(stage.commands.directory, 'people.csv');
    await writeFile(file, ['id,name', ...lines].join('\n'));
    return runs('import', file, '--source', 'list', ...options)(stage);
  };
const inDirectory = (name: string, file: string): Step => {
  return ({ commands, settings }) => commands.here([name, join(commands.directory, file)], settings);
};

/** Every mutation, and every command that writes, each of which depends on those before it. */
export const steps: Readonly<Record<string, Step>> = {
  catalogue: ({ admin }) =>
    admin.ask(SAVE_CATALOGUE, {
      people: several(people, (place) => named(one('person', place))),
      availability: [{ person: one('person', 0), share: 0.5, from: day(0) }],
      skills: several(4, (place) => named(one('skill', place))),
      questions: several(questions, (place) => ({
        ...one('question', place),
        prompt: `${String(place)}?`,
        skills: [one('skill', place % 3)],
      })),
      modules: several(2, (place) => ({
        ...named(one('module', place)),
        pages: [{ title: 'Page', sections: [{ questions: [{ question: one('question', place) }] }] }],
      })),
      roleTemplates: several(2, (place) => named(one('template', place))),
      requirements: [{ roleTemplate: one('template', 0), skill: one('skill', 0), level: 0.6 }],
    }),
  organisation: ({ admin }) =>
    admin.ask(SAVE_ORGANISATION, {
      teams: several(2, (place) => ({ ...named(one('team', place)), leads: [one('person', place)] })),
      memberships: [{ team: one('team', 0), person: one('person', 1) }],
      teaches: [{ module: one('module', 0), skill: one('skill', 0), from: 0.2, to: 0.8 }],
      enrolments: [{ module: one('module', 0), person: one('person', 2), from: day(0) }],
      projects: several(3, (place) => ({ ...named(one('project', place)), responsibleTeam: one('team', 0) })),
      tasks: several(2, (place) => ({ ...named(one('task', place)), project: one('project', 0) })),
      requirements: [{ project: one('project', 0), skill: one('skill', 1), level: 0.5 }],
      assignments: [{ person: one('person', 3), project: one('project', 0), share: 0.5 }],
      difficulties: [{ question: one('question', 0), difficulty: 0.3 }],
    }),
  relations: async ({ admin }) => [
    await admin.ask(SAVE_BROADER_SKILLS, {
      items: [{ skill: one('skill', 1), broader: one('skill', 3) }],
    }),
    await admin.ask(SAVE_ASSESSED_SKILLS, {
      items: [{ question: one('question', 5), skill: one('skill', 3) }],
    }),
    await admin.ask(
      `mutation ($items: [RoleTemplateApplicationInput!]!) { applyRoleTemplates(items: $items) { done errors { code } } }`,
      { items: [{ roleTemplate: one('template', 0), project: one('project', 2), headcount: 2 }] },
    ),
  ],
  answers: ({ admin }) => record(admin, answers),
  claims: ({ admin }) => admin.get(RECORD_CLAIMS, { items: several(3, claim) }),
  'withdrawn answers': ({ admin }) => withdraw(admin, [withdrawal(answers[0]!), withdrawal(answers[30]!)]),
  'withdrawn claims': ({ admin }) => admin.get(WITHDRAW_CLAIMS, { items: [withdrawal(claim(0))] }),
  import: imports(['1,Ann', '2,Bob']),
  'a list of all people': imports(['1,Ann'], '--full', '--yes'),
  'a token': runs('token', '--role', 'hr', '--name', 'story'),
  'a revoked token': async (stage) => {
    const { stdout } = await runs('token', '--list')(stage);
    return runs('token', '--revoke', stdout.split('\t')[0]!)(stage);
  },
  'merged people': ({ admin }) =>
    admin.ask(MERGE_PEOPLE, { items: [{ keep: one('person', 4), merge: one('person', 5) }] }),
  'merged skills': ({ admin }) =>
    admin.ask(MERGE_SKILLS, { items: [{ keep: one('skill', 0), merge: one('skill', 1) }] }),
  'a split skill': ({ admin }) =>
    admin.ask(SPLIT_SKILL, {
      items: [{ skill: one('skill', 0), part: one('skill', 3), question: one('question', 3) }],
    }),
  'a calibration': async ({ admin }) => {
    const { state, calibration, failure } = await calibrateBy(admin, false);
    return { state, calibration, failure };
  },
  spoiled: ({ commands }) => commands.database.transaction((tx) => tx.query(SPOIL)),
  rebuild: runs('rebuild'),
  'calibrate, the command': runs('calibrate'),
  'deleted people': deletes('person', 'deletePeople'),
  'deleted teams': deletes('team', 'deleteTeams'),
  'deleted tasks': deletes('task', 'deleteTasks'),
  'deleted projects': deletes('project', 'deleteProjects'),
  'deleted templates': deletes('template', 'deleteRoleTemplates'),
  'deleted modules': deletes('module', 'deleteModules'),
  'deleted questions': deletes('question', 'deleteQuestions'),
  'deleted skills': deletes('skill', 'deleteSkills'),
  backup: inDirectory('backup', 'story.ndjson.gz'),
  emptied: ({ commands }) => emptyGraph(commands.database),
  restore: inDirectory('restore', 'story.ndjson.gz'),
};

/** What a run without the long form leaves out: what goes another's way, by one transaction of its kind. */
const inLongForm = new Set([
  ...['organisation', 'relations', 'claims', 'withdrawn claims', 'a list of all people'],
  ...['a token', 'a revoked token', 'calibrate, the command', 'deleted teams', 'deleted tasks'],
  ...['deleted projects', 'deleted templates', 'deleted modules', 'deleted questions'],
]);

/** What a step came to: the answer, and the graph after it. */
export interface Outcome {
  readonly step: string;
  readonly answer: string;
  readonly graph: readonly string[];
}

/**
 * Goes through all of it; what it comes to is the same each time.
 * @param beforeEach called before each step
 */
export async function tell(stage: Stage, beforeEach: () => void): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [step, work] of Object.entries(steps)) {
    if (inLongForm.has(step) && !triesWhole()) continue;
    beforeEach();
    const answer = comparable(JSON.stringify([await work(stage)]));
    const graph = (await wholeGraphOf(stage.commands.database)).map(comparable).sort();
    outcomes.push({ step, answer, graph });
  }
  return outcomes;
}

/**
 * Without what is new each time: internal ids, digests of them, moments, and what is said where something takes long. Of
 * evidence sent again it is said that it was there.
 */
function comparable(text: string): string {
  return text
    .replace(/[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}/g, 'key')
    .replace(/\bey[\w-]+\.[\w-]+\.[\w-]+/g, 'token')
    .replace(/(?<![\w-])[\w-]{43}"/g, 'digest"')
    .replace(/\b1[6-9]\d{11}\b/g, 'moment')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'moment')
    .replace(/"id":"[\w=-]+"/g, '"id"')
    .replace(/"memories":(\[[^\]]*\])/g, (_, list: string) => `"memories":${withoutQuestions(list)}`)
    .replace(/\(\d+ bytes\)/g, '(bytes)')
    .replace(/(\d+ (nodes read|people rebuilt) so far|\d+ % (of the file loaded|done: [^.]+))\.\\n/g, '')
    .replace(/"recorded":\d+,"duplicates":\d+/g, '"there"')
    .replace(/"status":"(RECORDED|DUPLICATE)"/g, '"there"');
}

/** What is remembered, six numbers a question: the first is made of the question version's internal id. */
function withoutQuestions(list: string): string {
  return JSON.stringify((JSON.parse(list) as number[]).filter((_, place) => place % 6 !== 0));
}
