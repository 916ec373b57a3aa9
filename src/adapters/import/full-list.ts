import type { Item } from './cells';
import type { Entry, RejectedLine } from './entry';
import { nameFrom, type ImportSource } from './import-all';
import { NameSet } from './name-set';

/** Asks the API, with an admin's rights; throws what went wrong. */
export type AskApi = (
  operation: string,
  variables: Readonly<Record<string, unknown>>,
) => Promise<Readonly<Record<string, unknown>>>;

/** One thing that a complete list changes beside what its lines say. */
export interface Correction {
  /** As people know it. */
  readonly label: string;
  readonly item: Item;
}

/** What a complete list says of those whom it does not name, and of those whom it names again. */
export interface Corrections {
  readonly ended: readonly Correction[];
  readonly returned: readonly Correction[];
}

/** Sentences on what a complete list changes, each of how many. */
export interface FullListWords {
  readonly noneEnded: string;
  readonly toEnd: (count: string, lines: string) => string;
  readonly ended: (count: string) => string;
  readonly toReturn: (count: string) => string;
  readonly returned: (count: string) => string;
}

/** A kind whose lines may be all that there are. */
export interface FullList {
  readonly words: FullListWords;
  /** The lines as they are meant in a complete list; asks what is there first. */
  prepared(sources: readonly ImportSource[]): Promise<readonly ImportSource[]>;
  /** Takes note of whom a line names. */
  note(line: Entry | RejectedLine): void;
  /** Once all lines were noted: what is to change beside them. */
  corrections(): Promise<Corrections>;
}

export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** All nodes of a list that is asked for page by page. */
export async function* nodesOf<Node>(
  pageAfter: (after: string | null) => Promise<Page<Node>>,
  first?: Page<Node>,
): AsyncGenerator<Node> {
  for (let page = first ?? (await pageAfter(null)); ; page = await pageAfter(page.pageInfo.endCursor)) {
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
  }
}

interface ListedPerson {
  readonly name: string;
  readonly externalIds: readonly { readonly source: string; readonly value: string }[];
}

const PEOPLE = `query ($after: String, $active: Boolean!) {
  people(first: 200, after: $after, filterBy: { active: $active }) {
    nodes { name externalIds { source value } } pageInfo { hasNextPage endCursor } }
}`;

/** All people of a source: whoever is active and not named has left, whoever has left and is named is back. */
export class FullPeople implements FullList {
  readonly words: FullListWords = {
    noneEnded: 'No active person is absent from the list.',
    toEnd: (count, lines) =>
      `${count} active people are not among the ${lines} of the list: they are to be marked as having left now, not deleted:`,
    ended: (count) => `${count} people were marked as having left.`,
    toReturn: (count) => `${count} people who had left are on the list again: they are to be active again:`,
    returned: (count) => `${count} people are active again.`,
  };
  private readonly named = new NameSet();
  /** Those of whom a line says itself until when they are active. */
  private readonly dated = new NameSet();

  constructor(
    private readonly source: string,
    private readonly ask: AskApi,
    private readonly now: string,
  ) {}

  prepared(sources: readonly ImportSource[]): Promise<readonly ImportSource[]> {
    return Promise.resolve(sources);
  }

  note({ item }: Entry | RejectedLine): void {
    const { source, id, activeUntil } = item ?? {};
    if (typeof source !== 'string' || typeof id !== 'string') return;
    this.named.add(nameFrom(source, id));
    if (activeUntil !== undefined) this.dated.add(nameFrom(source, id));
  }

  async corrections(): Promise<Corrections> {
    const ended = await this.found(true, (names) => !names.some((name) => this.named.has(name)), this.now);
    const returned = await this.found(
      false,
      (names) => names.some((name) => this.named.has(name)) && !names.some((name) => this.dated.has(name)),
      null,
    );
    return { ended, returned };
  }

  /** People of the source whose names are as they are to be, with what is to be said of them. */
  private async found(
    active: boolean,
    isMeant: (names: readonly string[]) => boolean,
    activeUntil: string | null,
  ): Promise<Correction[]> {
    const found: Correction[] = [];
    const people = nodesOf(
      async (after) => (await this.ask(PEOPLE, { after, active }))['people'] as Page<ListedPerson>,
    );
    for await (const { name, externalIds } of people) {
      const own = externalIds.filter(({ source }) => source === this.source);
      const [first] = own;
      if (!first || !isMeant(own.map(({ source, value }) => nameFrom(source, value)))) continue;
      const { source, value: id } = first;
      found.push({ label: `${name} (${id})`, item: { source, id, activeUntil } });
    }
    return found;
  }
}
