import type { TestApp } from './app';
import type { Client } from './client';
import { RECORD_PAGE_VIEWS, RECORD_VISITS } from './capture-operations';
import { PUBLISH_REVISION } from './diagnosis';
import { buildGraph, buildOrganisation, recordAll, type Reference, type TestGraph } from './graph';
import { movedClock } from './reports';

const hour = 3_600_000;
const questionsOfSection = 4;
export const sections = ['Basics', 'Terms', 'Rebates'] as const;
export type Section = (typeof sections)[number];

/** Who answers a question of a section right; people and questions by place. */
export type Knowing = (person: number, section: Section, question: number) => boolean;

/** Everybody knows most of it, some more than others. */
export const knowing: Knowing = (person, _, question) => (person * 7 + question * 3) % 10 < 6 + (person % 4);
/** The same, but nobody understands rebates. */
export const lostInRebates: Knowing = (person, section, question) =>
  section !== 'Rebates' && knowing(person, section, question);

/** A module that is launched, with people who take it group by group, at moments of a clock that the spec moves. */
export class Launch {
  readonly clock = movedClock();
  private taken = 0;

  private constructor(
    private readonly admin: Client,
    private readonly graph: TestGraph,
    readonly module: Reference,
    /** Midnight, UTC, of the day of the launch. */
    private readonly midnight: number,
  ) {}

  /** Sales are the people from 2 on; 0 wrote the module, 1 leads sales. */
  static async prepare(app: TestApp, people: number): Promise<Launch> {
    const admin = await app.as('admin');
    const graph = await buildGraph(admin, {
      people: people + 2,
      skills: 1,
      questionsPerSkill: sections.length * questionsOfSection,
    });
    const { source } = graph;
    const module = { source, id: 'pricing' };
    const launch = new Launch(admin, graph, module, tomorrow());
    launch.at(0, 8);
    await buildOrganisation(admin, {
      modules: [launch.content({ rebates: 'Rebates' })],
      teams: [{ source, id: 'sales', name: 'Sales', leads: [graph.people[1]!.reference] }],
      memberships: graph.people
        .slice(2)
        .map(({ reference: person }) => ({ team: { source, id: 'sales' }, person })),
    });
    return launch;
  }

  author(app: TestApp): Promise<Client> {
    return app.as('author', this.graph.people[0]!.id);
  }

  lead(app: TestApp): Promise<Client> {
    return app.as('lead', this.graph.people[1]!.id);
  }

  /** Moves the clock to an hour of a day after the launch. */
  at(day: number, hours: number): void {
    this.clock.set(this.moment(day, hours));
  }

  date(day: number): string {
    return new Date(this.moment(day, 0)).toISOString().slice(0, 10);
  }

  private moment(day: number, hours: number): number {
    return this.midnight + (24 * day + hours) * hour;
  }

  /** The module as it is saved; the page on rebates has this title. */
  content({ rebates, ...given }: { readonly rebates: string; readonly resources?: object[] }) {
    const { source, questions, people } = this.graph;
    return {
      ...{ source, id: 'pricing', name: 'Pricing', authors: [people[0]!.reference] },
      pages: sections.flatMap((title, place) => [
        { title: title === 'Rebates' ? rebates : title, kind: 'SLIDE' },
        {
          title: `Quiz on ${title}`,
          kind: 'QUIZ',
          sections: [
            {
              title,
              questions: questions
                .slice(place * questionsOfSection, (place + 1) * questionsOfSection)
                .map(({ reference: question }) => ({ question })),
            },
          ],
        },
      ]),
      ...given,
    };
  }

  /** Explains rebates anew and adds a cheat sheet, to solve these problems. */
  async publish(author: Client, solves: string[]) {
    const module = this.content({
      rebates: 'Rebates, step by step',
      resources: [{ title: 'Rebates', kind: 'CHEAT_SHEET', url: 'https://example.org/rebates.pdf' }],
    });
    return (await author.get(PUBLISH_REVISION, { module, solves })).publishRevision;
  }

  /** The next people take the module now, in the course of ten minutes. */
  async take(people: number, knows: Knowing): Promise<void> {
    const { source, questions, people: everybody } = this.graph;
    const places = Array.from({ length: people }, (_, index) => this.taken + index);
    this.taken += people;
    const at = (minutes: number) => new Date(Date.now() - (10 - minutes) * 60_000).toISOString();
    const person = (place: number) => everybody[place + 2]!.reference;
    const visit = (place: number) => ({
      source,
      id: `visit-${String(place)}`,
      person: person(place),
      module: this.module,
    });
    const visits = await this.admin.get(RECORD_VISITS, {
      items: places.map((place) => ({ ...visit(place), at: at(0), completedAt: at(10) })),
    });
    expect(visits.payload.errors).toEqual([]);
    const views = await this.admin.get(RECORD_PAGE_VIEWS, {
      items: places.flatMap((place) =>
        Array.from({ length: 2 * sections.length }, (_, page) => ({
          ...{ source, id: `view-${String(place)}-${String(page)}`, visit: `visit-${String(place)}` },
          ...{
            person: person(place),
            module: this.module,
            page: page + 1,
            at: at(page),
            activeSeconds: 40 + place,
          },
        })),
      ),
    });
    expect(views.payload.errors).toEqual([]);
    await recordAll(
      this.admin,
      places.flatMap((place) =>
        questions.map(({ reference: question }, index) => {
          const section = sections[Math.floor(index / questionsOfSection)]!;
          return {
            ...{ source, id: `answer-${String(place)}-${String(index)}`, person: person(place), question },
            ...{ score: knows(place, section, index) ? 1 : 0, at: at(9) },
          };
        }),
      ),
    );
  }
}

/** In the future, so that no other evidence is of these days. */
function tomorrow(): number {
  return Math.ceil(Date.now() / (24 * hour)) * 24 * hour;
}
