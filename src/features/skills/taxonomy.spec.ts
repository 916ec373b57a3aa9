import fc from 'fast-check';
import { Taxonomy } from './taxonomy';

const edge = (skill: string, broader: string) => ({ skill, broader });

describe('replacing a broader list', () => {
  it('refuses the skill itself', () => {
    expect(new Taxonomy([]).replace('a', ['a'])).toBe(0);
  });

  it('refuses a circle through the graph and names the entry that closes it', () => {
    const taxonomy = new Taxonomy([edge('b', 'c'), edge('c', 'a')]);
    expect(taxonomy.replace('a', ['d', 'b'])).toBe(1);
    expect([...taxonomy.changes()]).toEqual([]);
  });

  it('refuses a circle through a list replaced before', () => {
    const taxonomy = new Taxonomy([]);
    expect(taxonomy.replace('a', ['b'])).toBeUndefined();
    expect(taxonomy.replace('b', ['a'])).toBe(0);
    expect([...taxonomy.changes()]).toEqual([{ skill: 'a', broader: ['b'] }]);
  });

  it('lets a skill be reached twice from below: that is no circle', () => {
    const taxonomy = new Taxonomy([edge('b', 'd'), edge('c', 'd')]);
    expect(taxonomy.replace('a', ['b', 'c'])).toBeUndefined();
  });

  it('goes by the new list, not by the one it replaces', () => {
    const taxonomy = new Taxonomy([edge('a', 'b')]);
    expect(taxonomy.replace('a', [])).toBeUndefined();
    expect(taxonomy.replace('b', ['a'])).toBeUndefined();
  });

  it('names each entry once', () => {
    const taxonomy = new Taxonomy([]);
    taxonomy.replace('a', ['b', 'b']);
    expect([...taxonomy.changes()]).toEqual([{ skill: 'a', broader: ['b'] }]);
  });

  it('never holds a circle, whatever is asked of it', () => {
    const skill = fc.integer({ min: 0, max: 7 }).map(String);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(skill, fc.array(skill, { maxLength: 3 })), { maxLength: 40 }),
        (requests) => {
          const taxonomy = new Taxonomy([]);
          for (const [of, broader] of requests) taxonomy.replace(of, broader);
          const lists = new Map([...taxonomy.changes()].map(({ skill: of, broader }) => [of, broader]));
          // Taking away whatever has nothing above it empties a graph exactly when it has no circle.
          for (let size = -1; size !== lists.size;) {
            size = lists.size;
            for (const [of, broader] of lists)
              if (!broader.some((above) => lists.has(above))) lists.delete(of);
          }
          expect(lists.size).toBe(0);
        },
      ),
    );
  });
});
