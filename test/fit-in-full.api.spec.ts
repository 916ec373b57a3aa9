import { graphql } from './generated/gql';
import type { FitInFullQueryVariables } from './generated/graphql';
import { startApp, type TestApp } from './kit/app';
import { RECORD_VISITS } from './kit/capture-operations';
import type { Client } from './kit/client';
import { answer, buildGraph, buildOrganisation, day, recordAll, type TestGraph } from './kit/graph';
import { inAllSizes } from './kit/statements';

const FIT = graphql(`
  query FitInFull(
    $id: ID!
    $people: [ID!]
    $first: Int! = 20
    $asOf: DateTimeISO
    $from: DateTimeISO
    $hoursPerWeek: Float! = 4
  ) {
    project(id: $id) {
      candidates(people: $people, first: $first, asOf: $asOf) {
        nodes {
          person {
            id
          }
          fit
          requirements {
            requirement {
              level
            }
            status
            probability
            level
            summary
            shortfall {
              expected
              summary
            }
            learning {
              modules {
                module {
                  name
                }
                hours
                gain
              }
              hours
              probabilityAfter
              summary
            }
            settlingQuestions {
              version {
                id
                prompt
              }
              probability
              ifRight
              ifWrong
              told
              summary
            }
          }
          fitAtStart(from: $from, hoursPerWeek: $hoursPerWeek) {
            asOf
            withoutLearning
            fit
            low
            high
            hoursFree
            modules {
              module {
                name
              }
              hours
              gain
            }
            summary
          }
        }
      }
    }
  }
`);
type Given = Partial<FitInFullQueryVariables>;

/** By position, after those who took the course: below in both skills, unknown in one of them, there, of nobody's team, the lead. */
const takers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
const [below, unknown, there, foreign, lead] = [10, 11, 12, 13, 14] as const;
const [asOf, begins] = [day(60), day(130)];

let app: TestApp;
let admin: Client;
let asLead: Client;
let graph: TestGraph;
let project: string;
let undated: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 15, skills: 2, questionsPerSkill: 8 });
  const { source, questions } = graph;
  const named = (id: string) => ({ source, id });
  const person = (position: number) => graph.people[position]!.reference;
  const [taught, other] = graph.skills.map(({ reference }) => reference);
  const quiz = (places: readonly number[]) => ({
    kind: 'QUIZ' as const,
    sections: [{ questions: places.map((place) => ({ question: questions[place]!.reference })) }],
  });
  const saved = await buildOrganisation(admin, {
    teams: [{ ...named('own'), name: 'Own', leads: [person(lead)] }],
    memberships: [below, unknown, there].map((one) => ({ person: person(one), team: named('own') })),
    projects: [
      { ...named('project'), name: 'Project', responsibleTeam: named('own'), from: begins },
      { ...named('undated'), name: 'Undated', responsibleTeam: named('own') },
    ],
    requirements: ['project', 'undated'].flatMap((of) => [
      { project: named(of), skill: taught!, level: 0.7, importance: 2 },
      { project: named(of), skill: other!, level: 0.6 },
    ]),
    modules: [
      {
        ...{ ...named('course'), name: 'Course', expectedMinutes: 30 },
        pages: [quiz([0, 1, 2, 3]), { title: 'Text', kind: 'TEXT' as const }, quiz([4, 5, 6, 7])],
      },
      { ...named('reading'), name: 'Reading', expectedMinutes: 60 },
    ],
    teaches: [
      { module: named('course'), skill: taught!, to: 0.8 },
      { module: named('reading'), skill: other!, to: 0.8 },
    ],
  });
  [project, undated] = saved.projects as [string, string];
  const at = (minutes: number) => day(30 + minutes / 1_440);
  const visits = await admin.get(RECORD_VISITS, {
    items: takers.map((one) => ({
      ...{ ...named(`visit-${String(one)}`), person: person(one), module: named('course'), at: at(0) },
    })),
  });
  expect(visits.payload.errors).toEqual([]);
  const answers = (
    position: number,
    places: readonly number[],
    right: (place: number) => boolean,
    when = 1,
  ) => places.map((place) => answer(graph, position, place, { at: at(when), score: right(place) ? 1 : 0 }));
  await recordAll(admin, [
    ...takers.flatMap((one) => answers(one, [0, 1, 2, 3], (place) => (place + one) % 4 === 0)),
    ...takers.flatMap((one) => answers(one, [4, 5, 6, 7], (place) => (place + one) % 4 > 0, 10)),
    ...answers(below, [0, 1, 2], (place) => place === 0),
    ...answers(below, [8, 9], () => false),
    ...answers(unknown, [8, 9, 10], (place) => place === 8),
    ...[there, foreign].flatMap((one) => answers(one, [0, 1, 2, 3, 8, 9, 10, 11], () => true)),
  ]);
  asLead = await app.as('lead', graph.people[lead]!.id);
});
afterAll(() => app.close());

const idOf = (position: number) => graph.people[position]!.id;
async function candidate(position: number, given: Given = {}, client = admin) {
  const { data, errors } = await client.ask(FIT, { id: project, asOf, people: [idOf(position)], ...given });
  expect(errors).toBeUndefined();
  return data!.project!.candidates!.nodes[0]!;
}

describe('the fit of a candidate to a requirement', () => {
  it('says how far below somebody is, and of nobody else', async () => {
    const [first, second] = (await candidate(below)).requirements;
    expect([first!.status, second!.status]).toEqual(['BELOW', 'BELOW']);
    for (const { shortfall, level, requirement } of [first!, second!]) {
      // What is missing on average is more than what the average is short of.
      expect(shortfall!.expected).toBeGreaterThan(requirement.level - level!);
      expect(shortfall!.expected).toBeLessThan(requirement.level);
      expect(shortfall!.summary).toMatch(
        /^\d+[.]\d points short of level 0[.]\d: \w+(, \d bands? below \w+|, as is .*)[.]$/,
      );
    }
    const [missing] = (await candidate(unknown)).requirements;
    expect(missing).toMatchObject({ status: 'UNKNOWN', shortfall: null, learning: null, probability: null });
    const [met] = (await candidate(there)).requirements;
    expect(met).toMatchObject({ status: 'MEETS', shortfall: null, learning: null });
  });

  it('says what would close it, by the gains that were seen or else by what authors say', async () => {
    const [first, second] = (await candidate(below)).requirements;
    expect(first!.learning).toMatchObject({
      modules: [{ module: { name: 'Course' }, hours: 0.5, gain: expect.any(Number) }],
      hours: 0.5,
      summary: expect.stringMatching(
        /^Course, about 0[.]5 hours: then reached with probability .*, by the gains seen[.]$/,
      ),
    });
    expect(first!.learning!.probabilityAfter).toBeGreaterThan(first!.probability!);
    expect(second!.learning).toMatchObject({
      modules: [{ module: { name: 'Reading' }, hours: 1, gain: null }],
      summary: expect.stringContaining('by what authors expect'),
    });
  });

  it('says which questions would settle it, of whoever is unknown too', async () => {
    const reasons = [...(await candidate(below)).requirements, ...(await candidate(unknown)).requirements];
    for (const { settlingQuestions, status, probability } of reasons) {
      expect(settlingQuestions!.length).toBeGreaterThan(0);
      expect(settlingQuestions!.length).toBeLessThanOrEqual(3);
      const told = settlingQuestions!.map((one) => one.told);
      expect(told).toEqual(told.toSorted((one, other) => other - one));
      for (const { ifRight, ifWrong, version, summary } of settlingQuestions!) {
        expect(ifWrong).toBeLessThan(ifRight);
        if (status !== 'UNKNOWN') expect(ifRight).toBeGreaterThan(probability!);
        expect(version.prompt).not.toBe('');
        expect(summary).toMatch(
          /^The level is reached with .* after a right answer, with .* after a wrong one[.]$/,
        );
      }
    }
  });

  it('says none of it of people whom the viewer may not see', async () => {
    const shown = await candidate(foreign, {}, asLead);
    const none = { shortfall: null, learning: null, settlingQuestions: null };
    expect(shown.requirements).toMatchObject([none, none]);
    expect(shown.fitAtStart).toMatchObject({
      ...{ withoutLearning: null, fit: null, low: null, high: null, hoursFree: null, modules: [] },
      summary: expect.stringContaining('for the leads of their teams to say'),
    });
    expect((await candidate(below, {}, asLead)).requirements[0]!.settlingQuestions).not.toBeNull();
  });

  it('costs the same statements however many are listed', async () => {
    // What was seen of modules is kept from then on.
    await candidate(below);
    const listed = [below, unknown, there, foreign, ...takers].map(idOf);
    const ran = await inAllSizes(app, (size) =>
      admin.get(FIT, { id: project, asOf, people: listed.slice(0, size) }),
    );
    expect(ran[0]).toEqual(expect.arrayContaining(['modules.teachingSkills', 'versions.currentOnSkills']));
    expect(ran[1]).toEqual(ran[0]);
    expect(ran[2]).toEqual(ran[0]);
  });
});

describe('the fit of a candidate at the start', () => {
  it('is after what they can learn until then, as uncertain as gains were seen to be', async () => {
    const { fit: today, fitAtStart } = await candidate(below);
    expect(fitAtStart).toMatchObject({
      ...{ asOf: begins, hoursFree: 40 },
      modules: [{ module: { name: 'Course' }, hours: 0.5 }],
      summary: expect.stringMatching(/^At the start they fit with .* after 0[.]5 hours of Course[.]$/),
    });
    const { withoutLearning, fit, low, high } = fitAtStart;
    expect(withoutLearning).not.toBe(today);
    expect(fit!).toBeGreaterThan(withoutLearning!);
    expect(low!).toBeLessThanOrEqual(fit!);
    expect(high!).toBeGreaterThanOrEqual(fit!);
  });

  it('is of another start, where one is supposed, and of the time that there is until then', async () => {
    const soon = (await candidate(below, { from: day(67), hoursPerWeek: 0.4 })).fitAtStart;
    expect(soon).toMatchObject({ asOf: day(67), hoursFree: expect.closeTo(0.4, 9), modules: [] });
    expect(soon.fit).toBe(soon.withoutLearning);
    expect(soon.summary).toContain('no module fits into the time that they have');
    const { errors } = await admin.ask(FIT, { id: project, people: [idOf(below)], hoursPerWeek: 61 });
    expect(errors![0]!.message).toBe('hoursPerWeek: must be above 0, and 60 at most.');
  });

  it('says why there is none', async () => {
    const nothing = { withoutLearning: null, fit: null, low: null, high: null };
    expect((await candidate(below, { id: undated })).fitAtStart).toMatchObject({
      ...{ ...nothing, asOf: null, summary: 'Fit at the start is not said: the project states no start.' },
    });
    expect((await candidate(below, { from: day(40) })).fitAtStart).toMatchObject({
      ...{ ...nothing, summary: 'Fit at the start is not said: the project has started.' },
    });
    const unseen = (await candidate(unknown)).fitAtStart;
    expect(unseen).toMatchObject({ fit: null, low: null, high: null, modules: [] });
    expect(unseen.withoutLearning).toEqual(expect.any(Number));
    expect(unseen.summary).toMatch(/; no gains were seen of modules that teach what they are known in[.]$/);
  });
});
