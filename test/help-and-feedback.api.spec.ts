import { startApp, type TestApp } from './kit/app';
import { Course, minute } from './kit/capture';
import type { Client } from './kit/client';
import { buildGraph, buildOrganisation, withdrawal, type TestGraph } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { deleteNouns, nounKinds } from './kit/nouns';

let app: TestApp;
let admin: Client;
let course: Course;
let graph: TestGraph;
/** People of the course: the lead leads the one who was helped. */
const [helper, helped, lead] = [0, 1, 2];
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  course = await Course.build(admin, 4);
  graph = await buildGraph(admin, { skills: 1, questionsPerSkill: 1 });
  const team = { source: course.source, id: 'team' };
  await buildOrganisation(admin, {
    teams: [{ ...team, name: 'Team', leads: [course.people[lead]!.reference] }],
    memberships: [{ team, person: course.people[helped]!.reference }],
  });
});
afterAll(() => app.close());

const as = (role: 'person' | 'lead' | 'hr', person: number) => app.as(role, course.people[person]!.id);
const recorded = { recorded: 1, duplicates: 0, errors: [] };
const duplicate = { recorded: 0, duplicates: 1, errors: [] };
const refused = (code: string, ...fields: string[]) => ({
  recorded: 0,
  errors: [{ index: 0, code, fields }],
});
const storedWith = async (text: string) =>
  (await course.stored(app.database)).filter((item) => item.includes(text));

describe.each([
  ['help', 'helpWithdrawals', () => course.help(helper, helped), { note: 'Else.' }],
  ['feedback', 'feedbackWithdrawals', () => course.feedback(helped), { unclear: false }],
] as const)('%s', (kind, withdrawals, make, other) => {
  it('is recorded once; of two with one id the first stands', async () => {
    const item = make();
    expect(await course.send(kind, [item, item])).toMatchObject({ recorded: 1, duplicates: 1 });
    expect(await course.send(kind, [item])).toMatchObject(duplicate);
    expect(await course.send(kind, [{ ...item, ...other }])).toMatchObject(
      refused('CONFLICT', 'source', 'id'),
    );
  });

  it('is withdrawn once, before or after it comes', async () => {
    const [item, early] = [make(), make()];
    await course.sendAll(kind, [item]);
    expect(await course.send(withdrawals, [withdrawal(item)])).toMatchObject(recorded);
    expect(await course.send(withdrawals, [withdrawal(item), withdrawal(early)])).toMatchObject({
      recorded: 1,
      duplicates: 1,
    });
    expect(await course.send(kind, [early])).toMatchObject(recorded);
    for (const { id } of [item, early])
      expect(await storedWith(id)).toEqual(
        expect.arrayContaining([expect.stringContaining('["withdrawn",true]')]),
      );
  });

  it('is kept apart from that of others where people record it themselves', async () => {
    const item = make();
    const own = await as('person', helped);
    expect(await course.send(kind, [item], own)).toMatchObject(recorded);
    expect(await course.send(kind, [{ ...item, ...other }])).toMatchObject(recorded);
    expect(await course.send(kind, [item], own)).toMatchObject(duplicate);
    expect(await course.send(withdrawals, [withdrawal(item)], own)).toMatchObject(recorded);
    const stored = await storedWith(`${item.id}"`);
    expect(stored.filter((one) => one.includes('["withdrawn",false]'))).toHaveLength(1);
    expect(await course.send(kind, [{ ...item, source: 's'.repeat(121) }], own)).toMatchObject(
      refused('INVALID', 'source'),
    );
  });

  it('of others is refused, whether they exist or not, and costs no other item', async () => {
    const own = await as('person', helped);
    const of = (person: object) => ({ ...make(), person: person as never });
    const { recorded: count, errors } = await course.send(
      kind,
      [of(course.people[3]!.reference), make(), of({ source: course.source, id: 'nobody' })],
      own,
    );
    expect(count).toBe(1);
    expect(errors.map(({ index, code }) => [index, code])).toEqual([
      [0, 'FORBIDDEN'],
      [2, 'FORBIDDEN'],
    ]);
    expect(errors[0]!.message).toBe(errors[1]!.message);
  });
});

describe('help', () => {
  it('is attested by the one who was helped or by a lead of theirs, and the graph says by whom', async () => {
    for (const [role, person] of [
      ['person', helped],
      ['lead', lead],
      ['hr', 3],
    ] as const) {
      const item = course.help(helper, helped);
      expect(await course.send('help', [item], await as(role, person))).toMatchObject(recorded);
      expect(await storedWith(`${item.id}"`)).toEqual([
        expect.stringContaining(`"ATTESTED_BY person ${String(person)}"`),
      ]);
    }
    const item = course.help(helper, helped);
    await course.sendAll('help', [item]);
    expect(await storedWith(item.id)).toEqual([expect.not.stringContaining('ATTESTED_BY')]);
  });

  it('is not attested by whoever gave it, whatever their role', async () => {
    await expect(
      course.send('help', [course.help(helper, helped)], await as('person', helper)),
    ).resolves.toMatchObject(refused('FORBIDDEN'));
    for (const role of ['lead', 'hr'] as const)
      expect(await course.send('help', [course.help(lead, helped)], await as(role, lead))).toMatchObject(
        refused('FORBIDDEN', 'helper'),
      );
  });

  it('is with a skill or a module, and not of oneself', async () => {
    const skill = graph.skills[0]!.reference;
    const about = (given: object) => course.send('help', [{ ...course.help(helper, helped), ...given }]);
    expect(await about({ module: null, skill })).toMatchObject(recorded);
    expect(await about({ skill })).toMatchObject(refused('INVALID', 'skill', 'module'));
    expect(await about({ module: null })).toMatchObject(refused('INVALID', 'skill', 'module'));
    expect(await about({ helper: course.people[helped]!.reference })).toMatchObject(
      refused('INVALID', 'helper'),
    );
    expect(await about({ module: { ...skill, id: 'none' } })).toMatchObject(refused('NOT_FOUND', 'module'));
    const kind = nounKinds.find(({ type }) => type === 'Skill')!;
    expect((await deleteNouns(admin, kind, [skill])).results[0]!.status).toBe('ARCHIVED');
  });
});

describe('feedback', () => {
  it('is on a revision, a page, or a version of a question', async () => {
    const question = graph.questions[0]!.reference;
    const on = async (given: object) => {
      const item = { ...course.feedback(helped), ...given };
      const payload = await course.send('feedback', [item]);
      const [stored] = await storedWith(item.id);
      return payload.errors[0] ?? /ON ([\d.]+)/u.exec(stored ?? '')?.[1];
    };
    expect(await on({})).toMatch(/2$/u);
    expect(await on({ revision: 1, page: 3 })).toBe('1.3');
    expect(await on({ module: null, question })).toBe('1');
    const error = (code: string, ...fields: string[]) => ({ code, fields });
    expect(await on({ question })).toMatchObject(error('INVALID', 'module', 'question'));
    expect(await on({ unclear: null })).toMatchObject(
      error('INVALID', 'unclear', 'outdated', 'rating', 'words'),
    );
    expect(await on({ version: 1 })).toMatchObject(error('INVALID', 'version'));
    expect(await on({ rating: 6 })).toMatchObject(error('INVALID', 'rating'));
    expect(await on({ revision: 3 })).toMatchObject(error('NOT_FOUND', 'revision'));
    expect(await on({ page: 4 })).toMatchObject(error('NOT_FOUND', 'page'));
    expect(await on({ module: null, question, version: 2 })).toMatchObject(error('NOT_FOUND', 'version'));
    expect(await on({ words: 'x'.repeat(2_001) })).toMatchObject(error('INVALID', 'words'));
    const kind = nounKinds.find(({ type }) => type === 'Question')!;
    expect((await deleteNouns(admin, kind, [question])).results[0]!.status).toBe('ARCHIVED');
  });
});

it('help and feedback of people who become one are theirs, and are known again', async () => {
  const own = await Course.build(admin, 3);
  const help = [own.help(0, 1), own.help(1, 0), own.help(2, 1, { at: minute(5) })];
  const feedback = [own.feedback(0), own.feedback(1)];
  await own.sendAll('help', help);
  await own.sendAll('feedback', feedback);
  const [keep, merge] = own.people;
  const { mergePeople } = await admin.get(MERGE_PEOPLE, {
    items: [{ keep: keep!.reference, merge: merge!.reference }],
  });
  expect(mergePeople.errors).toEqual([]);
  expect(await own.send('help', help)).toMatchObject({ duplicates: 3, errors: [] });
  expect(await own.send('feedback', feedback)).toMatchObject({ duplicates: 2, errors: [] });
});
