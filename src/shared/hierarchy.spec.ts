import fc from 'fast-check';
import { Hierarchy } from './hierarchy';

const edge = (below: string, above: string) => ({ below, above });

/** Replaces the list unless it closes a circle; the position of the entry that does. */
function attempt(hierarchy: Hierarchy, node: string, above: string[]): number | undefined {
  const circle = hierarchy.circleOf(node, above);
  if (circle === undefined) hierarchy.replace(node, above);
  return circle;
}

describe('a list of what stands above', () => {
  it('closes a circle with the node itself', () => {
    expect(new Hierarchy([]).circleOf('a', ['a'])).toBe(0);
  });

  it('closes a circle through the graph, by the entry that is named', () => {
    expect(new Hierarchy([edge('b', 'c'), edge('c', 'a')]).circleOf('a', ['d', 'b'])).toBe(1);
  });

  it('closes a circle through a list replaced before', () => {
    const hierarchy = new Hierarchy([]);
    hierarchy.replace('a', ['b']);
    expect(hierarchy.circleOf('b', ['a'])).toBe(0);
  });

  it('may reach a node twice: that is no circle', () => {
    expect(new Hierarchy([edge('b', 'd'), edge('c', 'd')]).circleOf('a', ['b', 'c'])).toBeUndefined();
  });

  it('goes by the new list, not by the one it replaces', () => {
    const hierarchy = new Hierarchy([edge('a', 'b')]);
    hierarchy.replace('a', []);
    expect(hierarchy.circleOf('b', ['a'])).toBeUndefined();
  });

  it('names each entry once', () => {
    const hierarchy = new Hierarchy([]);
    hierarchy.replace('a', ['b', 'b']);
    expect([...hierarchy.changes()]).toEqual([{ node: 'a', above: ['b'] }]);
  });

  it('never holds a circle, whatever is asked of it', () => {
    const node = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(node, fc.array(node, { maxLength: 3 })), { maxLength: 40 }),
        (requests) => {
          const hierarchy = new Hierarchy([]);
          for (const [of, above] of requests) attempt(hierarchy, of, above);
          const lists = new Map([...hierarchy.changes()].map(({ node: of, above }) => [of, above]));
          // Taking away whatever has nothing above it empties a graph exactly when it has no circle.
          for (let size = -1; size !== lists.size;) {
            size = lists.size;
            for (const [of, above] of lists) if (!above.some((one) => lists.has(one))) lists.delete(of);
          }
          expect(lists.size).toBe(0);
        },
      ),
    );
  });
});

describe('a node that takes the links of another', () => {
  const joined = (keep: string, merge: string, ...edges: [string, string][]) => {
    const hierarchy = new Hierarchy(edges.map(([below, above]) => edge(below, above)));
    hierarchy.join(keep, merge);
    return ['keep', 'merge', 'x', 'y'].flatMap((node) =>
      hierarchy.above(node).map((above) => `${node} ${above}`),
    );
  };

  it('has each once, up and down', () => {
    expect(joined('keep', 'merge', ['merge', 'x'], ['keep', 'x'], ['y', 'merge'], ['y', 'keep'])).toEqual([
      'keep x',
      'y keep',
    ]);
  });

  it('leaves out what would close a circle with its own, which stand', () => {
    expect(joined('keep', 'merge', ['keep', 'merge'])).toEqual([]);
    expect(joined('keep', 'merge', ['keep', 'x'], ['x', 'merge'], ['merge', 'y'])).toEqual([
      'keep x',
      'keep y',
    ]);
    expect(joined('keep', 'merge', ['merge', 'x'], ['x', 'keep'])).toEqual(['x keep']);
  });
});
