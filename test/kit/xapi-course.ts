import { randomUUID } from 'node:crypto';
import type { TestApp } from './app';
import type { Client } from './client';
import { buildGraph, buildOrganisation, masteryOf, type TestGraph } from './graph';
import { SAVE_PEOPLE, SAVE_QUESTIONS } from './operations';
import { evidenceOf } from './platform-evidence';
import { openPlatform, type Platform, type Statement } from './xapi';
import { SAVE_ACTIVITY_MAPPINGS, XAPI_REPORT } from './xapi-operations';

export const home = 'https://lms.example.org';
export const unit = `${home}/unit/1`;
export const question = `${home}/question/1`;
export const adl = (verb: string) => ({ id: `http://adlnet.gov/expapi/verbs/${verb}` });

/** The moment so many minutes after a Monday morning. */
export const at = (minutes: number): string => new Date(Date.UTC(2026, 2, 2, 10, minutes)).toISOString();

/** A learner, a module of three pages and a question, known by what a platform calls them. */
export class XapiCourse {
  private constructor(
    private readonly app: TestApp,
    readonly admin: Client,
    readonly platform: Platform,
    private readonly graph: TestGraph,
    /** The learner's name with the platform. */
    readonly learner: string,
  ) {}

  static async open(app: TestApp, admin: Client): Promise<XapiCourse> {
    const platform = await openPlatform(app);
    const source = `xapi:${platform.name}`;
    const graph = await buildGraph(admin, { people: 1, skills: 1 });
    const learner = `learner-${randomUUID()}`;
    const course = new XapiCourse(app, admin, platform, graph, learner);
    await course.savePerson({ email: course.email });
    const skills = [graph.skills[0]!.reference];
    const { saveQuestions } = await admin.get(SAVE_QUESTIONS, {
      items: [{ source, id: question, prompt: 'Right?', skills }],
    });
    expect(saveQuestions.errors).toEqual([]);
    const pages = ['one', 'two', 'three'].map((title) => ({ title }));
    await buildOrganisation(admin, { modules: [{ source, id: unit, name: 'Unit', pages }] });
    return course;
  }

  get email(): string {
    return `${this.learner}@example.org`;
  }

  get actor() {
    return { account: { homePage: home, name: this.learner } };
  }

  /** Saves the learner, also under what the platform calls them. */
  async savePerson(given: object): Promise<void> {
    const person = this.graph.people[0]!.reference;
    await this.saveAs(person, given);
  }

  async saveAs(reference: { readonly source: string; readonly id: string }, given: object = {}) {
    const { savePeople } = await this.admin.get(SAVE_PEOPLE, {
      items: [{ ...reference, name: 'Somebody', ...given }],
    });
    expect(savePeople.errors).toEqual([]);
    return savePeople.people[0]!.id;
  }

  /** A statement by the learner about the unit, unless it says something else. */
  says(verb: string, minutes: number, given: object = {}): Statement & { readonly id: string } {
    return {
      id: randomUUID(),
      actor: { mbox: `mailto:${this.email}` },
      verb: adl(verb),
      object: { id: unit },
      timestamp: at(minutes),
      ...given,
    };
  }

  answers(minutes: number, result: object, given: object = {}) {
    return this.says('answered', minutes, { object: { id: question }, result, ...given });
  }

  voids(id: string, minutes: number) {
    return this.says('voided', minutes, { object: { objectType: 'StatementRef', id } });
  }

  evidence() {
    return evidenceOf(this.app.database, this.platform.name);
  }

  async answerCount(): Promise<number> {
    return (await masteryOf(this.admin, this.graph, 0)).get(0)?.answerCount ?? 0;
  }

  async report() {
    const { xapiReport } = await this.admin.get(XAPI_REPORT, {
      first: 100,
      platform: this.platform.name,
      reason: null,
    });
    return xapiReport.groups;
  }

  /** How many statements are no evidence, by reason. */
  async reasons(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const { reason, count } of await this.report()) counts[reason] = (counts[reason] ?? 0) + count;
    return counts;
  }

  async map(...items: object[]) {
    const { saveActivityMappings } = await this.admin.get(SAVE_ACTIVITY_MAPPINGS, {
      items: items.map((item) => ({ platform: this.platform.name, ...item })),
    });
    return saveActivityMappings;
  }
}
