import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import type {
  FeedbackInput,
  HelpInput,
  PageViewInput,
  VideoViewInput,
  VisitInput,
} from '../generated/graphql';
import {
  RECORD_FEEDBACK,
  RECORD_HELP,
  RECORD_PAGE_VIEWS,
  RECORD_VIDEO_VIEWS,
  RECORD_VISITS,
  WITHDRAW_FEEDBACK,
  WITHDRAW_HELP,
  WITHDRAW_PAGE_VIEWS,
  WITHDRAW_VIDEO_VIEWS,
  WITHDRAW_VISITS,
} from './capture-operations';
import type { Client } from './client';
import {
  buildGraph,
  buildOrganisation,
  day,
  uniqueSource,
  type Reference,
  type Saved,
  type TestGraph,
} from './graph';
import { askFor } from './nouns';

/** The mutations of evidence that moves no level, by the kind that an import calls it. */
export const captureOperations = {
  visits: RECORD_VISITS,
  visitWithdrawals: WITHDRAW_VISITS,
  pageViews: RECORD_PAGE_VIEWS,
  pageViewWithdrawals: WITHDRAW_PAGE_VIEWS,
  videoViews: RECORD_VIDEO_VIEWS,
  videoViewWithdrawals: WITHDRAW_VIDEO_VIEWS,
  help: RECORD_HELP,
  helpWithdrawals: WITHDRAW_HELP,
  feedback: RECORD_FEEDBACK,
  feedbackWithdrawals: WITHDRAW_FEEDBACK,
} as const;
export type CaptureKind = keyof typeof captureOperations;

/** A moment of the first day, so many minutes after its beginning. */
export const minute = (minutes: number): string => day(minutes / 1_440);

/** Every page of a module has this number at most. */
export const pages = 3;

const STORED = statement<{ labels: string[]; properties: Record<string, unknown>; ends: string[] }>(
  'test.captured',
  `MATCH (evidence:Evidence) WHERE evidence.id CONTAINS $source
   RETURN labels(evidence) AS labels, properties(evidence) AS properties,
     COLLECT {
       MATCH (evidence)-[end]->(other)
       OPTIONAL MATCH (other)<-[:HAS_PAGE|HAS_REVISION]-(whole)
       RETURN type(end) + ' ' + coalesce(toString(whole.number) + '.', '') + coalesce(toString(other.number), other.id)
       ORDER BY type(end)
     } AS ends`,
  'a spec may look at everything of its own',
);

const whenRecorded = new Set(['recordedAt', 'completedRecordedAt', 'endedRecordedAt', 'changedAt']);

/** People, and modules of two revisions each, with evidence about them. */
export class Course {
  private made = 0;

  private constructor(
    private readonly admin: Client,
    readonly source: string,
    readonly people: readonly Saved[],
    readonly modules: readonly Reference[],
  ) {}

  static async build(
    admin: Client,
    numberOfPeople: number,
    numberOfModules = 1,
    among?: TestGraph,
  ): Promise<Course> {
    const { source, people } = among ?? (await buildGraph(admin, { people: numberOfPeople }));
    const modules = Array.from({ length: numberOfModules }, (_, module) => ({
      source,
      id: `module-${module}`,
    }));
    await buildOrganisation(admin, {
      // Each twice: a change publishes the next revision.
      modules: ['first', 'second'].flatMap((title) =>
        modules.map((module) => ({
          ...module,
          name: module.id,
          pages: Array.from({ length: pages }, (_, page) => ({ title: `${title} ${String(page)}` })),
        })),
      ),
    });
    return new Course(admin, source, people, modules);
  }

  /** The same people and modules, for evidence under a source of its own. */
  copy(): Course {
    return new Course(this.admin, uniqueSource(), this.people, this.modules);
  }

  private newId(kind: string): string {
    this.made++;
    return `${kind}-${String(this.made).padStart(5, '0')}`;
  }

  visit(person: number, given: Partial<VisitInput> = {}): VisitInput & Reference {
    return {
      source: this.source,
      id: this.newId('visit'),
      person: this.people[person]!.reference,
      module: this.modules[0]!,
      at: minute(0),
      ...given,
    } as VisitInput & Reference;
  }

  pageView(
    visit: VisitInput & Reference,
    page: number,
    given: Partial<PageViewInput> = {},
  ): PageViewInput & Reference {
    return { ...this.view(visit, page, 'view'), activeSeconds: 10, ...given } as PageViewInput & Reference;
  }

  videoView(
    visit: VisitInput & Reference,
    page: number,
    given: Partial<VideoViewInput> = {},
  ): VideoViewInput & Reference {
    return {
      ...this.view(visit, page, 'video'),
      durationSeconds: 60,
      segments: [{ from: 0, to: 30 }],
      ...given,
    } as VideoViewInput & Reference;
  }

  /** Help with the module that one person gave another. */
  help(helper: number, person: number, given: Partial<HelpInput> = {}): HelpInput & Reference {
    return {
      source: this.source,
      id: this.newId('help'),
      helper: this.people[helper]!.reference,
      person: this.people[person]!.reference,
      module: this.modules[0]!,
      at: minute(0),
      ...given,
    } as HelpInput & Reference;
  }

  /** What a person says of the module. */
  feedback(person: number, given: Partial<FeedbackInput> = {}): FeedbackInput & Reference {
    return {
      source: this.source,
      id: this.newId('feedback'),
      person: this.people[person]!.reference,
      module: this.modules[0]!,
      unclear: true,
      at: minute(0),
      ...given,
    } as FeedbackInput & Reference;
  }

  private view({ person, module, revision, id }: VisitInput & Reference, page: number, kind: string) {
    const visit = { visit: id, person: person!, module: module!, revision: revision ?? null };
    return { source: this.source, id: this.newId(kind), ...visit, page, at: minute(page) };
  }

  /** Sends a batch of one kind; item errors are in the payload. */
  async send(kind: CaptureKind, items: readonly object[], client: Client = this.admin) {
    const { payload } = await client.get(captureOperations[kind], { items: [...items] as never });
    return payload;
  }

  /** Sends a batch all of which must be taken. */
  async sendAll(kind: CaptureKind, items: readonly object[]): Promise<void> {
    const { errors } = await this.send(kind, items);
    expect(errors).toEqual([]);
  }

  /** All evidence under the source, each item with what it hangs on; pages and revisions by number. When it was recorded is left out. */
  async stored(database: Database): Promise<string[]> {
    const rows = await database.query(STORED, { source: this.source });
    const local = (text: string) => text.replaceAll(this.source, '').replaceAll('\u001f', ' ');
    const person = (text: string) =>
      this.people.reduce(
        (named, { id }, place) => named.replaceAll(keyIn(id), `person ${String(place)}`),
        text,
      );
    return rows
      .map(({ labels, properties, ends }) => {
        const fields = Object.entries(properties)
          .filter(([name]) => !whenRecorded.has(name))
          .sort(([one], [other]) => (one < other ? -1 : 1));
        return local(person(JSON.stringify([[...labels].sort(), fields, ends])));
      })
      .sort();
  }
}

function keyIn(globalId: string): string {
  return Buffer.from(globalId, 'base64url').toString('utf8').split(':')[1] ?? '';
}

/** Global id of a module. */
export async function idOfModule(admin: Client, { source, id }: Reference): Promise<string> {
  const { module } = await askFor<{ module: { id: string } }>(
    admin,
    `query ($source: String!, $id: ID!) { module(source: $source, id: $id) { id } }`,
    { source, id },
  );
  return module.id;
}
