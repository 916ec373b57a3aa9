import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Database } from '../../src/graph/driver/database';
import { statement } from '../../src/graph/driver/statement';
import { Course } from './capture';
import type { Client } from './client';
import { ISSUE_CAPTURE_TOKEN } from './tracker-operations';

/** An item of evidence that came by the tracker, as it is stored: what differs by run is left out. */
export interface Tracked {
  readonly kind: string;
  /** Number of the page, or of a visit the revision. */
  readonly of: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

const TRACKED = statement<Tracked>(
  'test.tracked',
  `MATCH (evidence:Evidence) WHERE evidence.id CONTAINS $source
   MATCH (evidence)-[:OF]->(of)
   RETURN [label IN labels(evidence) WHERE label <> 'Evidence'][0] AS kind, of.number AS of,
     properties(evidence) AS properties
   ORDER BY evidence.at, evidence.id`,
  'a spec may look at everything of its own',
);

/** A page view that came by the tracker. */
export interface TrackedPageView {
  readonly id: string;
  readonly page: number;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses: number;
  readonly longestPauseSeconds: number;
  readonly revisits: number;
}

const TRACKED_PAGE_VIEWS = statement<TrackedPageView>(
  'test.trackedPageViews',
  `MATCH (view:PageView)-[:OF]->(page:Page) WHERE view.id CONTAINS $source
   RETURN view.id AS id, page.number AS page, view.activeSeconds AS activeSeconds, view.idleSeconds AS idleSeconds,
     view.pauses AS pauses, view.longestPauseSeconds AS longestPauseSeconds, view.revisits AS revisits
   ORDER BY view.at, id`,
  'a spec may look at everything of its own',
);

/** A module of several pages and people who have it, each of whom one test is about. */
export class TrackedCourse {
  private taken = 0;

  private constructor(
    private readonly admin: Client,
    private readonly database: Database,
    readonly course: Course,
  ) {}

  static async build(admin: Client, database: Database, people: number): Promise<TrackedCourse> {
    return new TrackedCourse(admin, database, await Course.build(admin, people, 2));
  }

  /** Global id of somebody of whom nothing is recorded yet. */
  nextPerson(): string {
    const person = this.course.people[this.taken++];
    if (!person) throw new Error('The course has too few people.');
    return person.id;
  }

  async token(
    person: string,
    given: { minutes?: number; revision?: number; module?: number } = {},
  ): Promise<string> {
    const { module = 0, ...rest } = given;
    const variables = { person: { globalId: person }, module: this.course.modules[module]!, ...rest };
    const { issueCaptureToken } = await this.admin.get(ISSUE_CAPTURE_TOKEN, variables);
    return issueCaptureToken!.token;
  }

  stored(person: string): Promise<Tracked[]> {
    return this.database.query(TRACKED, { source: `capture of ${person}` });
  }

  /** Page views in the order in which they were opened. */
  pageViews(person: string): Promise<TrackedPageView[]> {
    return this.database.query(TRACKED_PAGE_VIEWS, { source: `capture of ${person}` });
  }
}

/** A web server of somebody else, whose pages include the tracker. */
export class CourseSite {
  private constructor(
    private readonly server: Server,
    private readonly html: { text: string },
  ) {}

  static async open(): Promise<CourseSite> {
    const html = { text: '' };
    const server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html.text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new CourseSite(server, html);
  }

  get origin(): string {
    return `http://localhost:${String((this.server.address() as AddressInfo).port)}`;
  }

  /** What each of its addresses shows, under whatever query. */
  show(text: string): void {
    this.html.text = text;
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** Gives the <video> of a page six seconds of silence, which every Chromium can play. */
export const silentVideo = `(() => {
  const [rate, length] = [8_000, 48_000];
  const bytes = new DataView(new ArrayBuffer(44 + length));
  const write = (at, text) => [...text].forEach((letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  bytes.setUint32(4, 36 + length, true);
  write(8, 'WAVEfmt ');
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, rate, true);
  bytes.setUint16(32, 1, true);
  bytes.setUint16(34, 8, true);
  write(36, 'data');
  bytes.setUint32(40, length, true);
  document.querySelector('video').src = URL.createObjectURL(new Blob([bytes], { type: 'audio/wav' }));
})()`;
