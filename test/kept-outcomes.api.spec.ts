import { startApp, type TestApp } from './kit/app';
import { AskedCourse } from './kit/asked-course';
import { buildOrganisation, day, withdraw, withdrawal } from './kit/graph';
import { MERGE_PEOPLE } from './kit/merging-operations';
import { SAVE_SKILLS } from './kit/operations';
import { FAILURES, LEARNING_GAIN } from './kit/outcomes-operations';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, place) => from + place);

/** Figures on a course to a role, of everybody and of a team. */
async function figures(on: TestApp, { module, teams }: AskedCourse, role: 'admin' | 'author') {
  const client = await on.as(role);
  return Promise.all(
    [undefined, teams.red].map(async (team) => {
      const cut = { id: module, ...(team !== undefined && { team }) };
      const { failureRate } = (await client.get(FAILURES, cut)).module!;
      const { learningGain } = (await client.get(LEARNING_GAIN, cut)).module!;
      return { failureRate, learningGain };
    }),
  );
}

it('shows whatever has changed as a server does that has looked at nothing before', async () => {
  const admin = await app.as('admin');
  const own = await AskedCourse.build(admin, { people: 14, red: 7, skills: 2 });
  const { people, skills } = own.graph;
  const wrong = (person: number, question: number) => ({ score: (person + question) % 2, at: day(person) });
  const changes: Readonly<Record<string, () => Promise<unknown>>> = {
    'first answers': () => own.answered(range(0, 12), [0, 1, 2], wrong),
    'more answers': () => own.answered(range(0, 12), [3], wrong),
    'a withdrawal': async () => {
      const [given] = await own.answered([12], [0], wrong);
      await withdraw(admin, [withdrawal(given!)]);
    },
    'a membership': () =>
      buildOrganisation(admin, {
        memberships: [
          { person: people[0]!.reference, team: { source: own.graph.source, id: 'red' }, remove: true },
        ],
      }),
    'a merge': () =>
      admin.ask(MERGE_PEOPLE, { items: [{ keep: people[13]!.reference, merge: people[1]!.reference }] }),
    'the name of a skill': () =>
      admin.get(SAVE_SKILLS, { items: [{ ...skills[0]!.reference, name: 'Renamed' }] }),
    'a revision': () => own.publish('second'),
    'answers in it': () => own.answered(range(0, 12), [0, 1], () => ({ attempt: 2 })),
  };
  for (const [what, change] of Object.entries(changes)) {
    await change();
    const fresh = await startApp();
    try {
      for (const role of ['admin', 'author'] as const) {
        const shown = await figures(app, own, role);
        expect({ what, role, shown }).toEqual({ what, role, shown: await figures(fresh, own, role) });
        // What is kept is what was found.
        expect(await figures(app, own, role)).toEqual(shown);
      }
    } finally {
      await fresh.close();
    }
  }
});

it('reads no answer again for a figure that is made of what it was made of before', async () => {
  const admin = await app.as('admin');
  const own = await AskedCourse.build(admin, { people: 6, red: 5 });
  await own.answered(range(0, 6), [0, 1]);
  await figures(app, own, 'admin');
  app.forget();
  await figures(app, own, 'admin');
  expect(app.statements.filter((name) => name === 'outcomes.answersToVersions')).toEqual([]);
  await own.answered([0], [0], () => ({ attempt: 2 }));
  await figures(app, own, 'admin');
  expect(app.statements).toContain('outcomes.answersToVersions');
});
