import { contentOf } from './comparing';

const members = [{ mbox: 'mailto:a@example.org' }, { openid: 'https://example.org/b' }];
const statement = {
  actor: { objectType: 'Group', member: members },
  verb: { id: 'https://example.org/did', display: { en: 'did' } },
  object: { id: 'https://example.org/a', definition: { name: { en: 'A' } } },
  result: {
    duration: 'PT1.23S',
    score: { scaled: 0.5 },
    extensions: { 'https://example.org/x': { member: [1, 2] } },
  },
  context: {
    registration: '8f87ccde-bb56-4c2e-ab83-44982ef22df0',
    contextActivities: { parent: [{ id: 'https://example.org/p' }] },
  },
  timestamp: '2026-01-31T09:00:00Z',
};

describe('two statements are the same', () => {
  it.each([
    ['in what an LRS adds', { id: '1', stored: 'x', authority: {}, version: '1.0.1', timestamp: 'y' }],
    ['in the words for the verb', { verb: { id: 'https://example.org/did' } }],
    ['in the definition of an Activity', { object: { id: 'https://example.org/a' } }],
    ['in the order of members', { actor: { member: [...members].reverse(), objectType: 'Group' } }],
    [
      'in the capitals of a domain',
      { actor: { objectType: 'Group', member: [{ mbox: 'mailto:a@EXAMPLE.org' }, members[1]] } },
    ],
    ['in less than a hundredth of a second', { result: { ...statement.result, duration: 'PT1.239S' } }],
    [
      'in the capitals of a registration, and a list of one Activity',
      {
        context: {
          contextActivities: { parent: { id: 'https://example.org/p' } },
          registration: '8F87CCDE-BB56-4C2E-AB83-44982EF22DF0',
        },
      },
    ],
  ])('where they differ only %s', (_what, of) => {
    expect(contentOf({ ...statement, ...of })).toBe(contentOf(statement));
  });
});

describe('two statements differ', () => {
  it.each([
    ['in what is given at all', { result: undefined }],
    ['in a number', { result: { ...statement.result, score: { scaled: 0.51 } } }],
    ['in how a duration is written', { result: { ...statement.result, duration: 'PT0M1.23S' } }],
    [
      'in an extension',
      { result: { ...statement.result, extensions: { 'https://example.org/x': { member: [2, 1] } } } },
    ],
    ['in who is meant', { actor: { objectType: 'Group', member: [members[0]] } }],
    [
      'in the name before an @',
      { actor: { objectType: 'Group', member: [{ mbox: 'mailto:A@example.org' }, members[1]] } },
    ],
    ['in the Activity', { object: { id: 'https://example.org/A' } }],
    ['in the order of a list', { context: { ...statement.context, contextActivities: { parent: [] } } }],
  ])('where they differ %s', (_what, of) => {
    expect(contentOf(JSON.parse(JSON.stringify({ ...statement, ...of })) as object)).not.toBe(
      contentOf(statement),
    );
  });
});
