import { activity } from './activities';
import { faultsBy, type Check } from './faults';

const id = 'https://example.org/activities/1';
const noObject = ['text', 1, true, null, []];
const listsOf: Readonly<Record<string, readonly string[]>> = {
  ...{
    'true-false': [],
    choice: ['choices'],
    'fill-in': [],
    'long-fill-in': [],
    matching: ['source', 'target'],
  },
  ...{ performance: ['steps'], sequencing: ['choices'], likert: ['scale'], numeric: [], other: [] },
};
const lists = ['choices', 'scale', 'source', 'target', 'steps'];
const a = { id: 'a' };
const components = [[], [a], [{ ...a, description: { en: 'A' } }, { id: 'b' }]];
const noComponents = [
  ...['a', {}, null, ['a'], [{}], [{ id: 1 }], [{ id: '' }], [a, a]],
  ...[{ description: 'A' }, { more: 1 }, { Id: 'a' }].map((of) => [{ ...a, ...of }]),
];

/** Activities with these definitions. */
const defined = (...definitions: readonly unknown[]) => definitions.map((definition) => ({ id, definition }));
const withEach = (name: string, values: readonly unknown[], of: object = {}) =>
  defined(...values.map((value) => ({ ...of, [name]: value })));

const takes = [
  ...[{ id }, { objectType: 'Activity', id }],
  ...defined({}, { name: { en: 'A' }, description: {}, type: id, moreInfo: id, extensions: { [id]: null } }),
  ...defined(...Object.keys(listsOf).map((interactionType) => ({ interactionType, type: id }))),
  ...withEach('correctResponsesPattern', [[], ['a'], ['a[,]b', '']], { interactionType: 'fill-in' }),
  ...Object.entries(listsOf).flatMap(([interactionType, own]) =>
    own.flatMap((name) => withEach(name, components, { interactionType })),
  ),
];
const refuses = [
  ...[...noObject, {}, { id: 'x' }, { id: null }, { ID: id }, { definition: {} }],
  ...[{ objectType: 'activity' }, { objectType: 'Agent' }, { name: { en: 'a' } }].map((of) => ({
    id,
    ...of,
  })),
  ...defined('a', null, [], { more: 1 }, { Name: {} }),
  ...['name', 'description'].flatMap((name) => withEach(name, ['A', null, { en_US: 'A' }, { en: 1 }])),
  ...['type', 'moreInfo'].flatMap((name) => withEach(name, ['course', '', null, 1])),
  ...withEach('extensions', [null, [], { key: 1 }]),
  ...withEach('interactionType', ['', 'Choice', 'truefalse', 'multiple-choice', 1, null]),
  ...withEach('correctResponsesPattern', ['a', {}, null, [1], [null], [['a']]], {
    interactionType: 'fill-in',
  }),
  ...['correctResponsesPattern', ...lists].flatMap((name) => withEach(name, [[]])),
  ...Object.entries(listsOf).flatMap(([interactionType, own]) =>
    lists.flatMap((name) => withEach(name, own.includes(name) ? noComponents : [[a]], { interactionType })),
  ),
];

const tables: [string, Check, readonly unknown[], readonly unknown[]][] = [
  ['an Activity', activity, takes, refuses],
];

describe.each(tables)('%s', (_what, check, takes, refuses) => {
  it('may be what the standard lets it be', () => {
    for (const value of takes) expect([value, faultsBy(check, value)]).toEqual([value, []]);
  });

  it('may be nothing else, and each fault is a sentence', () => {
    for (const value of refuses) {
      const [fault] = faultsBy(check, value);
      expect([value, fault?.message]).toEqual([value, expect.stringMatching(/^(must|is no) .+/u)]);
    }
  });
});
