import { randomBytes } from 'node:crypto';
import { keyOfGlobalId } from '../src/shared/ids';
import { startApp, type TestApp } from './kit/app';
import { listedCalibrations } from './kit/calibrations';
import { told } from './kit/catalogue';
import type { Client } from './kit/client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  claimAll,
  day,
  masteryOf,
  recordAll,
  recordClaims,
} from './kit/graph';
import { rowsOf, tokenFor } from './kit/exports';
import { rebuildEverybody } from './kit/stored';
import { MERGE_SKILLS, SPLIT_SKILL } from './kit/merging-operations';
import { SAVE_QUESTIONS, SAVE_SKILLS } from './kit/operations';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import {
  AFTER,
  CLAIMS_AND_REASONS,
  DELETE_SKILLS,
  REQUIRED,
  reference,
  pair,
  HANG_ON,
  TAKE_OFF,
} from './kit/merged-skills';

const secret = randomBytes(32).toString('hex');
let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0', SKILLWAKE_SECRET: secret }, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

async function merge(...items: object[]) {
  return (await admin.get(MERGE_SKILLS, { items: items as never })).mergeSkills;
}
async function split(...items: object[]) {
  return (await admin.get(SPLIT_SKILL, { items: items as never })).splitSkills;
}

it('merged skills are one in all that names them: questions, claims, requirements, modules, reasons, ids', async () => {
  const graph = await buildGraph(admin, { people: 2, skills: 3, questions: [[0], [1], [0, 1], [2]] });
  const { source, skills, people } = graph;
  const one = { source, id: 'one' };
  const { projects } = await buildOrganisation(admin, {
    modules: [{ ...one, name: 'Module' }],
    teaches: [
      { module: one, skill: reference(graph, 0), from: 0.3, to: 0.5 },
      { module: one, skill: reference(graph, 1), from: 0.2, to: 0.8 },
    ],
    projects: [{ ...one, name: 'Project' }],
    requirements: [
      { project: one, skill: reference(graph, 0), level: 0.5, importance: 1, headcount: 3 },
      { project: one, skill: reference(graph, 1), level: 0.5, importance: 2, headcount: 2 },
      { project: one, skill: reference(graph, 1), level: 0.7, importance: 4, headcount: 1 },
    ],
  });
  const modules = (await admin.get(AFTER, { id: skills[0]!.id, project: projects[0]!, module: 'none' }))
    .modules;
  await recordAll(admin, [
    answer(graph, 0, 0),
    answer(graph, 0, 1),
    answer(graph, 0, 2),
    answer(graph, 1, 3),
  ]);
  const claim = {
    ...{ source, id: 'claim', kind: 'SELF', level: 0.6, at: day(-1) },
    person: people[0]!.reference,
    skill: reference(graph, 1),
  };
  await claimAll(admin, [claim]);

  const payload = await merge(pair(graph, 0, 1));
  expect(payload).toMatchObject({
    run: { state: 'DONE', skillCount: 1, summary: 'A merge of 1 skill into others: done.' },
    errors: [],
    skills: [{ id: skills[0]!.id }],
  });
  expect(payload.skills[0]!.externalIds.map(({ value }) => value)).toEqual(['skill-0001', 'skill-0002']);

  const kept = { id: skills[0]!.id };
  for (const { id } of skills.slice(0, 2)) {
    const found = await admin.get(AFTER, { id, project: projects[0]!, module: modules.nodes[0]!.id });
    expect([found.skill, found.node, found.questions.totalCount]).toEqual([kept, kept, 3]);
    expect([found.projects.nodes[0]!.id, found.modules.nodes]).toEqual([projects[0], modules.nodes]);
    expect(found.project!.requirements.nodes).toEqual([
      { skill: kept, level: 0.5, importance: 2, headcount: 3 },
      { skill: kept, level: 0.7, importance: 4, headcount: 1 },
    ]);
    expect(found.project!.candidates!.nodes).toEqual([{ person: { id: people[0]!.id } }]);
    expect(found.project!.gaps).toEqual({ gaps: Array(2).fill({ requirement: { skill: kept } }) });
    expect(found.module!.teaches.nodes).toEqual([{ skill: kept, from: 0.2, to: 0.8 }]);
    const { person } = await admin.get(CLAIMS_AND_REASONS, { id: people[0]!.id, skill: id });
    expect(person!.claims!.nodes).toEqual([{ skill: kept }]);
    const [mastery] = person!.mastery!.nodes;
    expect(mastery).toMatchObject({ answerCount: 3, claimCount: 1 });
    const { prior, level, changes } = mastery!.explanation;
    const sum = changes.reduce((total, { change }) => total + change, prior);
    expect(Math.abs(sum - mastery!.level)).toBeLessThan(1e-9);
    expect(Math.abs(level - mastery!.level)).toBeLessThan(1e-9);
    expect(changes.filter(({ kind }) => kind === 'ANSWER')).toHaveLength(3);
    expect(changes.filter(({ kind }) => kind === 'CLAIM')).toHaveLength(1);
  }
  // What was delivered before is known under either name.
  for (const skill of [0, 1]) {
    const again = await recordClaims(admin, [{ ...claim, skill: reference(graph, skill) }]);
    expect(again).toMatchObject({ recorded: 0, duplicates: 1, errors: [] });
  }
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('the kept skill says what it said, takes what it lacks, and has the other words as synonyms', async () => {
  const { source } = await buildGraph(admin, {});
  const named = (id: string) => ({ source, id });
  const label = (language: string, text: string) => ({ language, text });
  const saved = await admin.get(SAVE_SKILLS, {
    items: [
      { ...named('keep'), name: 'SQL', labels: [label('de', 'SQL auf Deutsch')] },
      {
        ...named('merge'),
        name: 'Structured Query Language',
        description: 'Tables.',
        labels: [label('de', 'Abfragen'), label('fr', 'Requêtes')],
        synonyms: [label('en', 'queries')],
      },
    ],
  });
  expect(saved.saveSkills.errors).toEqual([]);
  const { skills } = await merge({ keep: named('keep'), merge: named('merge') });
  expect(skills[0]).toMatchObject({
    name: 'SQL',
    description: 'Tables.',
    labels: [label('de', 'SQL auf Deutsch'), label('fr', 'Requêtes')],
    synonyms: [label('de', 'Abfragen'), label('en', 'queries'), label('und', 'Structured Query Language')],
  });
});

it('copies are told of a skill that was merged, and of no person', async () => {
  const graph = await buildGraph(admin, { people: 1, skills: 2 });
  const token = await tokenFor(secret, 'exports:people', 'exports:changes');
  const { snapshot } = (await rowsOf(app, 'people', token)).end;
  expect(await merge(pair(graph, 0, 1))).toMatchObject({ errors: [] });
  const [kept, merged] = graph.skills.map(({ id }) => id);
  const { rows } = await rowsOf(app, 'changes', token, { since: snapshot });
  expect(rows.filter(({ change }) => change === 'merged')).toEqual([
    expect.objectContaining({ type: 'skill', id: merged, mergedInto: kept }),
  ]);
  expect((await rowsOf(app, 'people', token, { since: snapshot })).rows).toEqual([]);
});

it('the kept skill keeps its place in the taxonomy: links that would close a circle are left out', async () => {
  const graph = await buildGraph(admin, { skills: 5 });
  const [keep, between, gone, above, below] = graph.skills;
  const links = { keep: [between], between: [gone], gone: [above], below: [gone] };
  const items = [
    { ...keep!.reference, broader: links.keep.map((one) => one!.reference) },
    { ...between!.reference, broader: links.between.map((one) => one!.reference) },
    {
      ...gone!.reference,
      broader: links.gone.map((one) => one!.reference),
      prerequisites: [keep!.reference, above!.reference],
    },
    { ...below!.reference, broader: links.below.map((one) => one!.reference) },
  ];
  expect((await admin.get(SAVE_SKILLS, { items })).saveSkills.errors).toEqual([]);
  const { skills, errors } = await merge(pair(graph, 0, 2));
  expect(errors).toEqual([]);
  const ids = (nodes: readonly { id: string }[]) => new Set(nodes.map(({ id }) => id));
  expect(ids(skills[0]!.broader.nodes)).toEqual(new Set([between!.id, above!.id]));
  expect(ids(skills[0]!.narrower.nodes)).toEqual(new Set([below!.id]));
  expect(ids(skills[0]!.prerequisites.nodes)).toEqual(new Set([above!.id]));
});

it('items fail one by one, the others are done; nothing is begun where none is good', async () => {
  const graph = await buildGraph(admin, { skills: 4, questions: [[0], [1]] });
  const { source } = graph;
  const nothing = { source, id: 'nothing' };
  const { deleteSkills } = await admin.get(DELETE_SKILLS, { items: [reference(graph, 1)] });
  expect(deleteSkills.errors).toEqual([]);
  expect(told((await merge(pair(graph, 0, 0), pair(graph, 1, 0))).errors)).toEqual([
    '0 INVALID merge',
    '1 INVALID keep',
  ]);
  const payload = await merge(
    { keep: nothing, merge: reference(graph, 0) },
    { keep: reference(graph, 0), merge: nothing },
    pair(graph, 0, 1),
    pair(graph, 1, 0),
    pair(graph, 2, 1),
    pair(graph, 3, 0),
  );
  expect(told(payload.errors)).toEqual(['0 NOT_FOUND keep', '1 NOT_FOUND merge', '4 INVALID merge']);
  const kept = graph.skills[3]!.id;
  expect(payload.skills.map((skill) => skill?.id ?? null)).toEqual([null, null, kept, kept, null, kept]);
  const again = await merge(pair(graph, 0, 1));
  expect(again).toMatchObject({ errors: [], run: null, skills: [{ id: kept }] });
  const moved = (skill: number, part: number, question: number) => ({
    skill: reference(graph, skill),
    part: reference(graph, part),
    question: graph.questions[question]!.reference,
  });
  const parted = await split(
    moved(3, 3, 0),
    moved(2, 3, 0),
    { ...moved(3, 2, 0), question: nothing },
    { ...moved(3, 2, 0), part: nothing },
    moved(3, 2, 0),
    moved(3, 2, 0),
  );
  expect(parted.run).toMatchObject({ state: 'DONE', questionCount: 1 });
  expect(told(parted.errors)).toEqual([
    '0 INVALID part',
    '1 INVALID question',
    '2 NOT_FOUND question',
    '3 NOT_FOUND part',
    '5 INVALID question',
  ]);
});

it('what is saved for the merged skill while it is merged is of the one that it becomes', async () => {
  const pairs = 12;
  const graph = await buildGraph(admin, { people: 4, skills: 2 * pairs, questionsPerSkill: 1 });
  const { source } = graph;
  const one = { source, id: 'one' };
  const { projects } = await buildOrganisation(admin, {
    modules: [{ ...one, name: 'Module' }],
    projects: [{ ...one, name: 'Project' }],
  });
  const each = Array.from({ length: pairs }, (_, index) => index);
  const gone = (index: number) => reference(graph, pairs + index);
  const [{ errors }] = await Promise.all([
    merge(...each.map((index) => pair(graph, index, pairs + index))),
    ...each.map(async (index) => {
      const question = { source, id: `new ${index}` };
      const saved = await admin.get(SAVE_QUESTIONS, {
        items: [{ ...question, prompt: `New ${index}?`, skills: [gone(index)] }],
      });
      expect(saved.saveQuestions.errors).toEqual([]);
      await recordAll(admin, [answer(graph, index % 4, 0, { question, at: day(index) })]);
      await buildOrganisation(admin, {
        requirements: [{ project: one, skill: gone(index), level: 0.5 }],
        teaches: [{ module: one, skill: gone(index), to: 0.7 }],
      });
    }),
  ]);
  expect(errors).toEqual([]);
  const kept = graph.skills.slice(0, pairs).map(({ id }) => id);
  const { project } = await admin.get(REQUIRED, { id: projects[0]! });
  expect(new Set(project!.requirements.nodes.map(({ skill }) => skill.id))).toEqual(new Set(kept));
  for (const person of graph.people.keys()) {
    const known = [...(await masteryOf(admin, graph, person, day(300))).keys()].sort((a, b) => a - b);
    expect(known).toEqual(each.filter((index) => index % 4 === person));
  }
  expect(await rebuildEverybody(app.database)).toBe(0);
});

it('one that fails at its switch leaves both skills as they were, and asked again it goes on where it was', async () => {
  const graph = await buildGraph(admin, { people: 3, skills: 2, questionsPerSkill: 1 });
  await recordAll(admin, [answer(graph, 0, 0, { at: day(0) }), answer(graph, 1, 1, { at: day(1) })]);
  const known = () =>
    Promise.all(
      graph.people.map(async (_, person) => [...(await masteryOf(admin, graph, person, day(300))).keys()]),
    );
  const key = keyOfGlobalId('Skill', graph.skills[1]!.id);
  await app.database.transaction((tx) => tx.query(HANG_ON, { key }));
  const { run } = await merge(pair(graph, 0, 1));
  expect(run).toMatchObject({ state: 'FAILED', calibration: null });
  expect(run!.failure).toMatch(/nothing of this was done/);
  expect(await known()).toEqual([[0], [1], []]);
  const [left] = await listedCalibrations(admin);
  expect(left!.state).toBe('BUILDING');
  // Whose next states are made has them moved on, whose are not is left to whoever goes on.
  await recordAll(admin, [answer(graph, 0, 1, { at: day(2) }), answer(graph, 2, 1, { at: day(3) })]);
  await app.database.transaction((tx) => tx.query(TAKE_OFF, { key }));

  expect(await merge(pair(graph, 0, 1))).toMatchObject({
    run: { state: 'DONE', calibration: left!.number },
    errors: [],
  });
  expect((await listedCalibrations(admin))[0]).toMatchObject({ number: left!.number, madeAt: left!.madeAt });
  expect(await known()).toEqual([[0], [0], [0]]);
  expect(await rebuildEverybody(app.database)).toBe(0);
});
