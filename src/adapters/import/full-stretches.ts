import { momentOf } from '../../shared/moments';
import type { Item } from './cells';
import type { Entry, RejectedLine } from './entry';
import {
  nodesOf,
  type AskApi,
  type Correction,
  type Corrections,
  type FullList,
  type FullListWords,
  type Page,
} from './full-list';
import { isEntry, nameFrom, type ImportSource } from './import-all';
import { NameSet } from './name-set';
import { Numbering } from './numbering';

/** What people are in for a stretch of time: the API's names for it. */
export interface Stretched {
  /** The field of an item that refers to it. */
  readonly field: 'team' | 'project';
  readonly many: 'teams' | 'projects';
  /** Its list of stretches. */
  readonly list: 'members' | 'assignments';
  /** The stretches as people call them. */
  readonly called: string;
}

export const stretchedKinds: Readonly<Record<string, Stretched>> = {
  memberships: { field: 'team', many: 'teams', list: 'members', called: 'memberships' },
  assignments: { field: 'project', many: 'projects', list: 'assignments', called: 'assignments' },
};

interface Named {
  readonly id: string;
  readonly name: string;
  readonly externalIds: readonly { readonly source: string; readonly value: string }[];
}

interface ListedStretch {
  readonly from: string | null;
  readonly person: Named;
}

interface ListedWhole extends Named {
  readonly stretches: Page<ListedStretch>;
}

/**
 * All current stretches in what a source knows: those not named end now. A line without a beginning means the stretch
 * that lasts, or, where none does, one that begins now.
 */
export class FullStretches implements FullList {
  readonly words: FullListWords;
  /** Current stretches by their two ends, under every name of either; and when each began. */
  private readonly current = new Numbering();
  private readonly begun: (string | null)[] = [];
  private readonly named = new NameSet();

  constructor(
    private readonly stretched: Stretched,
    private readonly source: string,
    private readonly ask: AskApi,
    private readonly now: string,
  ) {
    const { called } = stretched;
    this.words = {
      noneEnded: `None of the current ${called} is absent from the list.`,
      toEnd: (count, lines) =>
        `${count} current ${called} are not among the ${lines} of the list: they are to end now, not to be deleted:`,
      ended: (count) => `${count} ${called} were ended.`,
      toReturn: (count) => `${count} ${called} are to begin again:`,
      returned: (count) => `${count} ${called} have begun again.`,
    };
  }

  async prepared(sources: readonly ImportSource[]): Promise<readonly ImportSource[]> {
    for await (const { whole, stretch } of this.stretches())
      for (const pair of pairsOf(stretch.person, whole))
        this.begun[this.current.numberOf(pair)] = stretch.from;
    return sources.map((source) => this.withBeginnings(source));
  }

  note(line: Entry | RejectedLine): void {
    const { item } = line;
    const pair = item && this.pairOf(item);
    if (item === undefined || pair === undefined) return;
    const from = item['from'] ?? null;
    const isKnown = from === null || (typeof from === 'string' && momentOf(from) !== undefined);
    this.named.add(isEntry(line) && isKnown ? begunAt(pair, from) : pair);
  }

  async corrections(): Promise<Corrections> {
    const { field } = this.stretched;
    const ended: Correction[] = [];
    for await (const { whole, stretch } of this.stretches()) {
      const { person, from } = stretch;
      const isNamed = pairsOf(person, whole).some(
        (pair) => this.named.has(pair) || this.named.has(begunAt(pair, from)),
      );
      if (isNamed) continue;
      const item = { person: { globalId: person.id }, [field]: { globalId: whole.id }, from, to: this.now };
      ended.push({ label: `${person.name} in ${whole.name}`, item });
    }
    return { ended, returned: [] };
  }

  private withBeginnings(source: ImportSource): ImportSource {
    const begin = (line: Entry | RejectedLine): Entry | RejectedLine => {
      const pair = isEntry(line) ? this.pairOf(line.item) : undefined;
      if (!isEntry(line) || pair === undefined || line.item['from'] != null || line.item['remove'] === true)
        return line;
      const number = this.current.find(pair);
      const from = number === undefined ? this.now : (this.begun[number] ?? null);
      return { ...line, item: { ...line.item, from } };
    };
    return {
      name: source.name,
      bytes: source.bytes,
      async *entries(onBytes) {
        for await (const lines of source.entries(onBytes)) yield lines.map(begin);
      },
      get notes() {
        return source.notes ?? [];
      },
    };
  }

  private pairOf(item: Item): string | undefined {
    const [person, whole] = [nameOf(item['person']), nameOf(item[this.stretched.field])];
    return person === undefined || whole === undefined ? undefined : pairOf(person, whole);
  }

  /** Current stretches in whatever this source knows. */
  private async *stretches(): AsyncGenerator<{ whole: Named; stretch: ListedStretch }> {
    const { many, list, field } = this.stretched;
    const stretches = `stretches: ${list}(first: 200, after: $inner, filterBy: { states: [CURRENT] }) {
      nodes { from person { id name externalIds { source value } } } pageInfo { hasNextPage endCursor } }`;
    const all = `query ($after: String, $inner: String) { all: ${many}(first: 50, after: $after) {
      nodes { id name externalIds { source value } ${stretches} } pageInfo { hasNextPage endCursor } } }`;
    const more = `query ($id: ID!, $inner: String) { one: ${field}(id: $id) { ${stretches} } }`;
    const wholes = nodesOf(
      async (after) => (await this.ask(all, { after, inner: null }))['all'] as Page<ListedWhole>,
    );
    for await (const whole of wholes) {
      if (!whole.externalIds.some(({ source }) => source === this.source)) continue;
      const pageAfter = async (inner: string | null): Promise<Page<ListedStretch>> =>
        ((await this.ask(more, { id: whole.id, inner }))['one'] as ListedWhole).stretches;
      for await (const stretch of nodesOf(pageAfter, whole.stretches)) yield { whole, stretch };
    }
  }
}

/** A reference as it is compared; undefined where it names nothing. */
function nameOf(reference: unknown): string | undefined {
  if (typeof reference !== 'object' || reference === null) return undefined;
  const { source, id, globalId } = reference as Readonly<Record<string, unknown>>;
  if (typeof globalId === 'string') return globalId;
  return typeof source === 'string' && typeof id === 'string' ? nameFrom(source, id) : undefined;
}

function namesOf({ id, externalIds }: Named): string[] {
  return [id, ...externalIds.map(({ source, value }) => nameFrom(source, value))];
}

function pairsOf(person: Named, whole: Named): string[] {
  return namesOf(person).flatMap((one) => namesOf(whole).map((other) => pairOf(one, other)));
}

function pairOf(person: string, whole: string): string {
  return `${person} in ${whole}`;
}

function begunAt(pair: string, from: string | null): string {
  return `${pair} from ${from === null ? 'ever' : String(momentOf(from))}`;
}
