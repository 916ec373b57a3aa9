import type { Database } from '../../graph/driver/database';
import { statement, type Queries } from '../../graph/driver/statement';

const PEOPLE_AFTER = statement<{ person: string }>(
  'mastery.peopleAfter',
  `MATCH (person:Person) WHERE person.id > $after
   RETURN person.id AS person ORDER BY person.id LIMIT toInteger($limit)`,
);

const NUMBER_OF_PEOPLE = statement<{ people: number }>(
  'mastery.numberOfPeople',
  `MATCH (:Person) RETURN count(*) AS people`,
);

/** How many people there are: what a walk through everybody measures its progress by. */
export async function numberOfPeople(queries: Queries): Promise<number> {
  return (await queries.query(NUMBER_OF_PEOPLE))[0]?.people ?? 0;
}

export interface WalkOptions {
  /** How many people are worked on together. */
  readonly atOnce: number;
  /** Internal id of the last person who was worked on before; left out, the walk begins at the first. */
  readonly after?: string | undefined;
  /** Ends the walk between two pages. */
  readonly stop?: AbortSignal | undefined;
}

/** Some people in id order, by internal id. */
export interface PageOfPeople {
  readonly people: readonly string[];
  /** The last person of the page before; empty for the first page. */
  readonly before: string;
  /** The last person of this page: where a walk goes on that ends here. */
  readonly after: string;
}

/**
 * Works through everybody in id order, some people at a time and one page after the other, so that a walk can be stopped
 * and gone on with. Whoever comes while it goes on is met or not, as their id has it. False where it was stopped.
 */
export async function forEveryPage(
  database: Database,
  { atOnce, after: start = '', stop }: WalkOptions,
  work: (page: PageOfPeople) => Promise<void>,
): Promise<boolean> {
  for (let before = start; ;) {
    if (stop?.aborted) return false;
    const rows = await database.query(PEOPLE_AFTER, { after: before, limit: atOnce });
    const people = rows.map(({ person }) => person);
    const after = people.at(-1);
    if (after === undefined) return true;
    await work({ people, before, after });
    before = after;
  }
}

/** The same from the first person on; says after each page which share of everybody is done, in [0,1]. */
export async function forEverybody(
  database: Database,
  options: Omit<WalkOptions, 'after'>,
  onProgress: (done: number) => void,
  work: (people: readonly string[]) => Promise<void>,
): Promise<boolean> {
  const total = await numberOfPeople(database);
  let done = 0;
  return forEveryPage(database, options, async ({ people }) => {
    await work(people);
    done += people.length;
    onProgress(Math.min(1, done / total));
  });
}
