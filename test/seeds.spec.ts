import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { createClient } from '../seeds/client';
import { difficultiesOf } from '../seeds/difficulties';
import { fitDifficulties, type Scored } from '../seeds/fit-difficulties';
import { simulateOrganisation } from '../seeds/organisation';
import { readCourse } from '../seeds/probability-course';
import { Random } from '../seeds/random';
import { upload } from '../seeds/upload';
import { startApp, type TestApp } from './kit/app';

const realCourse = resolve(__dirname, '../../shared/data/probability-course');
const whereTheDataIs = existsSync(realCourse) ? describe : describe.skip;

describe('the Rasch fit', () => {
  it('finds the difficulties that answers were simulated with', () => {
    const random = new Random(7);
    const difficulties = [-2, -1, 0, 0.5, 1.5];
    const answers = Array.from({ length: 3_000 }, (_, person) => {
      const ability = 1.2 * random.normal();
      return difficulties.map((difficulty, question): Scored => {
        const right = random.chance(1 / (1 + Math.exp(difficulty - ability)));
        return { person: String(person), question: String(question), score: right ? 1 : 0 };
      });
    }).flat();
    const fitted = fitDifficulties(answers);
    difficulties.forEach((difficulty, question) => {
      expect(Math.abs(fitted.get(String(question))! - difficulty)).toBeLessThan(0.15);
    });
  });

  it('calls a question that everybody answers right easy, not infinitely so', () => {
    const answers = ['a', 'b', 'c'].map((person): Scored => ({ person, question: 'q', score: 1 }));
    const [difficulty] = fitDifficulties(answers).values();
    expect(difficulty).toBeLessThan(0);
    expect(difficulty).toBeGreaterThan(-6);
  });
});

describe('the simulated organisation', () => {
  const organisation = simulateOrganisation();
  const { people, teams, skills, questions, answers, projects } = organisation;

  it('is the same on every run', () => {
    expect(simulateOrganisation()).toEqual(organisation);
  });

  it('has a believable size, distinct names and distinct ids', () => {
    expect(people).toHaveLength(120);
    expect(new Set(people.map(({ name }) => name)).size).toBe(120);
    expect(teams).toHaveLength(8);
    expect(answers.length).toBeGreaterThan(4_000);
    expect(answers.length).toBeLessThan(6_000);
    expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
  });

  it('leaves some people without any evidence', () => {
    expect(new Set(answers.map(({ person }) => person)).size).toBeLessThan(people.length);
  });

  it('says when projects begin and end, who works for them until when, and who is there for less of the time', () => {
    for (const { from, to, people: assigned } of projects) {
      expect(Date.parse(from!)).toBeLessThan(Date.parse(to!));
      for (const one of assigned) {
        expect(Date.parse(one.from!)).toBeGreaterThanOrEqual(Date.parse(from!));
        expect(Date.parse(one.to!)).toBeLessThanOrEqual(Date.parse(to!));
      }
    }
    const shares = new Set(organisation.availability.map(({ share }) => share));
    expect([...shares].sort()).toEqual([0, 0.6]);
  });

  it('refers only to what it holds', () => {
    const known = new Set(skills.map(({ id }) => id));
    const required = projects.flatMap(({ requirements }) => requirements.map(({ skill }) => skill));
    const assessed = questions.flatMap((question) => question.skills);
    expect([...required, ...assessed].filter((skill) => !known.has(skill))).toEqual([]);
    const difficulties = difficultiesOf(organisation);
    expect(difficulties.questions.size).toBe(questions.length);
  });
});

describe('loading', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('finds its data when run again, and adds nothing twice', async () => {
    const whole = simulateOrganisation();
    const authors = whole.modules.flatMap((module) => module.authors ?? []);
    const people = new Set([...whole.people.slice(0, 20).map(({ id }) => id), ...authors]);
    const few = {
      ...whole,
      source: 'seeds.spec',
      people: whole.people.filter(({ id }) => people.has(id)),
      teams: whole.teams.slice(0, 1),
      projects: [],
      enrolments: whole.enrolments.filter(({ person }) => people.has(person)),
      availability: whole.availability.filter(({ person }) => people.has(person)),
      visits: whole.visits.filter(({ person }) => people.has(person)),
      pageViews: whole.pageViews.filter(({ person }) => people.has(person)),
      answers: whole.answers.filter(({ person }) => people.has(person)).slice(0, 300),
    };
    const { token } = await app.as('admin');
    const client = createClient({ url: app.url, token });
    const first = await upload(client, few, () => undefined);
    expect(first.failures).toEqual([]);
    expect(first.answersRecorded).toBe(few.answers.length);
    const second = await upload(client, few, () => undefined);
    expect(second).toEqual({ ...first, answersRecorded: 0, answersThereAlready: few.answers.length });
  });
});

describe('a folder without the course', () => {
  it('is told in one sentence', async () => {
    await expect(readCourse('/nowhere')).rejects.toThrow(/^\/nowhere is no folder: --from takes the folder/);
    await expect(readCourse(__dirname)).rejects.toThrow(
      /people_and_page_times\.csv cannot be read \(ENOENT\)/,
    );
  });
});

whereTheDataIs('the real course', () => {
  it('is read whole, without the answers in the prompts', async () => {
    const { dataset, refused } = await readCourse(realCourse);
    expect(refused).toEqual([]);
    expect(dataset.people).toHaveLength(504);
    expect(dataset.answers).toHaveLength(10_188);
    expect(dataset.answers.filter(({ response }) => response === null)).toHaveLength(512);
    for (const { prompt, answerKey } of dataset.questions) {
      expect(answerKey).toMatch(/^0\.\d\d/);
      expect(prompt).not.toMatch(/\)$/);
    }
  });

  it('puts answers in the order of problems, the post-test after the pre-test', async () => {
    const { dataset } = await readCourse(realCourse);
    const latest = new Map<string, number>();
    for (const { person, at } of dataset.answers) {
      const time = Date.parse(at);
      expect(time).toBeGreaterThanOrEqual(latest.get(person) ?? 0);
      latest.set(person, time);
    }
  });
});
