import fc from 'fast-check';
import { isEnumType, isInputObjectType } from 'graphql';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { manual } from './kit/from-schema';
import { uniqueSource } from './kit/graph';
import { askFor, deleteNouns, newNoun, nounKinds, nounsOf, prepareNouns, type NounKind } from './kit/nouns';
import { numberOfRuns } from './kit/sampling';

/** Every noun that has a list of its own, with the orders of that list as the schema tells them. */
const listed = nounKinds
  .filter(({ many }) => many in manual.getQueryType()!.getFields())
  .map((kind) => {
    const input = manual.getType(`${kind.type}Order`);
    const field = isInputObjectType(input) && manual.getType(`${kind.type}OrderField`);
    if (!isEnumType(field)) throw new Error(`The list of ${kind.many} has no orders.`);
    return [kind.many, kind, field.getValues().map(({ name }) => name)] as const;
  });

let app: TestApp;
let admin: Client;
let catalogue: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  catalogue = uniqueSource();
  await prepareNouns(admin, catalogue);
});
afterAll(() => app.close());

interface Page {
  readonly totalCount: number;
  readonly nodes: readonly { readonly id: string }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}
interface Order {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

/** The nouns of one history: those that it saved and has not deleted. */
class Shelf {
  private readonly source = uniqueSource();
  private made = 0;
  /** External ids by global id. */
  readonly there = new Map<string, string>();

  constructor(private readonly kind: NounKind) {}

  /** Some share a name, letters and accents apart. */
  private item(id: string, letter: string): object {
    const item = newNoun(this.kind, { source: this.source, id }, catalogue);
    return { ...item, [this.kind.called]: `${letter} ${this.source}` };
  }

  async add(letters: readonly string[]): Promise<void> {
    const outside = letters.map(() => String(this.made++));
    const saved = await nounsOf(
      admin,
      this.kind,
      ...outside.map((id, index) => this.item(id, letters[index]!)),
    );
    for (const [index, { id }] of saved.entries()) this.there.set(id, outside[index]!);
  }

  /** Calls the one at this position something else; tells which. */
  async rename(position: number, letter: string): Promise<string | undefined> {
    const [id, outside] = [...this.there][position % (this.there.size || 1)] ?? [];
    if (outside !== undefined) await nounsOf(admin, this.kind, this.item(outside, letter));
    return id;
  }

  async remove(position: number): Promise<string | undefined> {
    const [id, outside] = [...this.there][position % (this.there.size || 1)] ?? [];
    if (id === undefined) return undefined;
    const { errors } = await deleteNouns(admin, this.kind, [{ source: this.source, id: outside }]);
    expect(errors).toEqual([]);
    this.there.delete(id);
    return id;
  }

  async page(given: object): Promise<Page> {
    const { type, many } = this.kind;
    const text = `query ($filterBy: ${type}Filter, $orderBy: ${type}Order, $first: Int, $after: String, $last: Int, $before: String) {
      page: ${many}(filterBy: $filterBy, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
        totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      }
    }`;
    const filterBy = { nameContains: this.source };
    return (await askFor<{ page: Page }>(admin, text, { filterBy, ...given })).page;
  }

  /** All ids page by page, in the order of the list; `meanwhile` happens after each page. */
  async read(
    orderBy: Order,
    way: 'forwards' | 'backwards',
    lengths: readonly number[],
    meanwhile: () => Promise<void> = () => Promise.resolve(),
  ): Promise<string[]> {
    const forwards = way === 'forwards';
    const ids: string[] = [];
    let cursor: string | null = null;
    for (let turn = 0; ; turn++) {
      const length = lengths[turn % lengths.length];
      const { nodes, pageInfo, totalCount } = await this.page({
        orderBy,
        ...(forwards ? { first: length, after: cursor } : { last: length, before: cursor }),
      });
      const found = nodes.map(({ id }) => id);
      if (forwards) ids.push(...found);
      else ids.unshift(...found);
      const [more, behind] = forwards
        ? [pageInfo.hasNextPage, pageInfo.hasPreviousPage]
        : [pageInfo.hasPreviousPage, pageInfo.hasNextPage];
      expect([totalCount, behind]).toEqual([this.there.size, cursor !== null]);
      if (!more) return ids;
      expect(found).toHaveLength(length!);
      cursor = forwards ? pageInfo.endCursor : pageInfo.startCursor;
      await meanwhile();
    }
  }
}

const letter = fc.constantFrom('a', 'A', 'á', 'b', 'z', 'ß', '10', '9');
const history = fc.record({
  letters: fc.array(letter, { minLength: 1, maxLength: 12 }),
  lengths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
  direction: fc.constantFrom('ASC' as const, 'DESC' as const),
  way: fc.constantFrom('forwards' as const, 'backwards' as const),
  changes: fc.array(
    fc.record({ kind: fc.constantFrom('add', 'rename', 'remove'), position: fc.nat(20), letter }),
    { maxLength: 8 },
  ),
});

describe.each(listed)('pages of %s', (_, kind, orders) => {
  it('show whatever stays once and in its order, both ways, whatever comes, goes and is renamed between them', async () => {
    await fc.assert(
      fc.asyncProperty(
        history,
        fc.constantFrom(...orders),
        async ({ letters, lengths, direction, way, changes }, field) => {
          const shelf = new Shelf(kind);
          await shelf.add(letters);
          const changed = new Set<string>();
          const left = [...changes];
          const shown = await shelf.read({ field, direction }, way, lengths, async () => {
            const change = left.shift();
            if (change?.kind === 'add') await shelf.add([change.letter]);
            else if (change?.kind === 'rename')
              changed.add((await shelf.rename(change.position, change.letter)) ?? '');
            else if (change) changed.add((await shelf.remove(change.position)) ?? '');
          });
          const whole = (await shelf.page({ orderBy: { field, direction }, first: 200 })).nodes.map(
            ({ id }) => id,
          );
          expect([...whole].sort()).toEqual([...shelf.there.keys()].sort());
          const stayed = (id: string) =>
            !changed.has(id) && Number(shelf.there.get(id) ?? letters.length) < letters.length;
          expect(shown.filter(stayed)).toEqual(whole.filter(stayed));
          for (const again of ['forwards', 'backwards'] as const)
            expect(await shelf.read({ field, direction }, again, lengths)).toEqual(whole);
        },
      ),
      { numRuns: numberOfRuns(3, 12) },
    );
  });

  it('are refused where the cursor belongs to another order, where the length is none, and both ways at once', async () => {
    const shelf = new Shelf(kind);
    await shelf.add(['a', 'b']);
    const [one, other] = orders.map((field) => ({ field, direction: 'ASC' }));
    const { pageInfo } = await shelf.page({ orderBy: one, first: 1 });
    for (const [given, reason] of [
      [{ orderBy: other, first: 1, after: pageInfo.endCursor }, /^The cursor is none of this list/],
      [{ first: 1, after: 'nonsense' }, /^The cursor is none of this list/],
      [{ first: 0 }, /^first must be a whole number from 1 to 200, not 0/],
      [{ last: 201 }, /^last must be a whole number from 1 to 200, not 201/],
      [{ first: 1, last: 1 }, /^Give first and after, or last and before/],
      [{ first: 1, before: pageInfo.endCursor }, /^Give first and after, or last and before/],
    ] as const)
      await expect(shelf.page(given)).rejects.toThrow(reason);
  });
});
