import { faultsOf } from './statement-check';

type Change = Readonly<Record<string, unknown>>;

const agent = { mbox: 'mailto:ada@example.org' };
const group = { objectType: 'Group', member: [agent] };
const id = 'https://example.org/activities/1';
const activity = { id };
const uuid = '8f87ccde-bb56-4c2e-ab83-44982ef22df0';
const time = '2026-01-31T09:00:00Z';
const base = { actor: agent, verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: activity };
const reference = { objectType: 'StatementRef', id: uuid };
const sub = { objectType: 'SubStatement', ...base };
const attachment = {
  ...{ usageType: id, display: { en: 'Essay' }, contentType: 'text/plain; charset=ascii', length: 27 },
  sha2: '495395e777cd98da653df9615d09c0fd6bb2f8d4788394cd53c56a3bfdcd848a',
};

/** A statement with a value set at a path, or taken away where it is undefined. */
function withAt(path: string, value: unknown, statement: unknown = base): Change {
  const [name = '', ...rest] = path.split('.');
  const within = (statement as Change)[name];
  const next = rest.length === 0 ? value : withAt(rest.join('.'), value, within ?? {});
  const changed: Record<string, unknown> = { ...(statement as Change), [name]: next };
  if (next === undefined) Reflect.deleteProperty(changed, name);
  return changed;
}

/** A path, what may stand there, what may not, and of which statement, where it is not the simplest one. */
type Place = readonly [string, readonly unknown[], readonly unknown[], Change?];

const noText = [1, true, null, {}, []];
const noObject = ['text', 1, true, null, []];
const noNumber = ['1', true, null, {}, []];
const noFlag = ['true', 0, null, {}];
const noReference = [
  ...noObject,
  {},
  { id: uuid },
  { objectType: 'StatementRef' },
  { ...reference, id: 'x' },
  { ...reference, definition: {} },
];
const within = { object: sub };
const without = (name: string) =>
  Object.fromEntries(Object.entries(attachment).filter(([one]) => one !== name));

const places: readonly Place[] = [
  ['id', [uuid], ['', 'x', ...noText]],
  ['actor', [agent, group], [undefined, {}, { ...agent, openid: id }, ...noObject]],
  [
    'verb',
    [{ id }, { id, display: { en: 'did' } }],
    [undefined, ...noObject, {}, { display: {} }, { id, name: 'did' }, { Id: id }],
  ],
  ['verb.id', [id], ['', 'did', ...noText]],
  ['verb.display', [{}, { en: 'did' }], ['did', null, { en_US: 'did' }]],
  [
    'object',
    [activity, { ...agent, objectType: 'Agent' }, group, reference, sub],
    [undefined, ...noObject, {}, agent, { member: [agent] }],
  ],
  ['object.objectType', [undefined, 'Activity'], ['activity', 'Person', 'statementRef', '', null, 1]],
  ['object.id', [uuid, uuid.toUpperCase()], ['', 'x', id, ...noText, undefined], { object: reference }],
  ['object.definition', [], [{}], { object: reference }],
  ...['actor', 'verb', 'object'].map((name): Place => [`object.${name}`, [], [undefined, {}, null], within]),
  ['object.object', [activity, reference, group], [sub, agent], within],
  ['object.result', [{}, { success: true }], [null, { success: 1 }], within],
  ['object.context', [{}, { revision: '1' }], [null, { registration: '1' }], within],
  ['object.timestamp', [time, '2999-01-01T00:00:00Z'], ['2026-01-31', null], within],
  ['object.attachments', [[], [attachment]], [{}, [{}]], within],
  ...Object.entries({ id: uuid, stored: time, version: '1.0.0', authority: agent, other: 1 }).map(
    ([name, value]): Place => [`object.${name}`, [], [value], within],
  ),
  ['result', [{}], [...noObject, { Success: true }, { more: 1 }]],
  ...['success', 'completion'].map((name): Place => [`result.${name}`, [true, false], noFlag]),
  ['result.response', ['', 'a[,]b'], noText],
  ['result.extensions', [{}, { [id]: { any: null } }], ['text', null, { key: 1 }]],
  ['result.duration', ['PT4H35M59.14S', 'P4W'], ['', '1 hour', 'P4W1D', ...noText]],
  [
    'result.score',
    [
      {},
      { scaled: 0.5, raw: 5, min: 0, max: 10 },
      { raw: 0, min: 0 },
      { raw: 10, max: 10 },
      { min: -5, max: -1 },
    ],
    [
      ...noObject,
      { more: 1 },
      { min: 1, max: 1 },
      { min: 2, max: 1 },
      { raw: -1, min: 0 },
      { raw: 11, max: 10 },
      { Raw: 1 },
    ],
  ],
  ['result.score.scaled', [-1, 0, 1, 0.333], [-1.01, 1.0001, 95, ...noNumber]],
  ...['raw', 'min', 'max'].map((name): Place => [`result.score.${name}`, [0, -1, 1e10, 0.1], noNumber]),
  ['context', [{}], [...noObject, { more: 1 }, { Platform: 'a' }]],
  ['context.registration', [uuid], ['', '1', ...noText]],
  ['context.instructor', [agent, group], [{}, null, { objectType: 'Group' }]],
  ['context.team', [group, { ...agent, objectType: 'Group' }], [agent, {}, null, { objectType: 'Group' }]],
  ...['revision', 'platform'].flatMap((name): Place[] => [
    [`context.${name}`, ['', '1.2'], noText],
    ...[reference, group, { ...agent, objectType: 'Agent' }, sub].map((object): Place => [
      `context.${name}`,
      [],
      ['1'],
      { object },
    ]),
    [`object.context.${name}`, ['1'], noText, within],
    [`object.context.${name}`, [], ['1'], { object: { ...sub, object: reference } }],
  ]),
  ['context.language', ['en', 'tlh', 'pt-BR'], ['', 'en_US', ...noText]],
  ['context.statement', [reference], noReference],
  ['context.extensions', [{}, { [id]: [null] }], ['text', null, { key: 1 }]],
  ['context.contextActivities', [{}], [...noObject, { Parent: [] }, { others: [activity] }]],
  ...['parent', 'grouping', 'category', 'other'].map((kind): Place => [
    `context.contextActivities.${kind}`,
    [[], activity, [activity, { ...activity, definition: {} }]],
    ['text', null, {}, [{}], [null], ['a'], [agent], reference, [{ id, definition: { type: 'x' } }]],
  ]),
  ['timestamp', [time, '2999-01-01T00:00:00Z'], ['', '2026-01-31', '2026-01-31T09:00:00', ...noText]],
  ['stored', [time], ['', '2026-01-31', ...noText]],
  ['authority', [agent, { objectType: 'Group', member: [agent, agent] }], [{}, group, null]],
  ['version', ['1.0.0', '1.0.3'], ['', '1.0', '1.1.0', '0.95', ...noText]],
  [
    'attachments',
    [[], [attachment], [attachment, { ...attachment, fileUrl: id, description: { en: '' } }]],
    [
      ...[attachment, 'a', null, [null], [{}], [{ ...attachment, more: 1 }]],
      ...['usageType', 'display', 'contentType', 'length', 'sha2'].map((name) => [without(name)]),
    ],
  ],
  ...Object.entries({
    ...{
      usageType: ['', 'essay', null],
      display: ['Essay', null],
      description: ['Essay', null],
      fileUrl: ['', '/file', null],
    },
    ...{ contentType: ['', 'text', null], length: [-1, 1.5, '27', null], sha2: ['', 'abc', null] },
  }).flatMap(([name, values]) =>
    values.map((value): Place => ['attachments', [], [[{ ...attachment, [name]: value }]]]),
  ),
  ['Actor', [], [agent]],
  ['additional', [], ['a', null]],
];

it.each(places.map(([path, takes, refuses, around = {}]) => [path, takes, refuses, around] as const))(
  'at %s takes what the standard lets stand there, and names the place of anything else',
  (path, takes, refuses, around) => {
    const statement = { ...base, ...around };
    for (const value of takes) expect([value, faultsOf(withAt(path, value, statement))]).toEqual([value, []]);
    const above = path
      .split('.')
      .slice(0, -1)
      .map((name) => `/${name}`)
      .join('');
    for (const value of refuses) {
      const [fault] = faultsOf(withAt(path, value, statement));
      expect([value, fault?.pointer]).toEqual([
        value,
        expect.stringMatching(new RegExp(`^${above}(/|$)`, 'u')),
      ]);
      expect(fault?.message).toMatch(/^(must|is no) .+/u);
    }
  },
);

describe('a statement', () => {
  it.each([['text'], [1], [null], [true], [[]], [[base]]])('is an object and not %j', (value) => {
    expect(faultsOf(value)[0]).toMatchObject({ pointer: '' });
  });

  it('that voids points at another', () => {
    const verb = { id: 'http://adlnet.gov/expapi/verbs/voided' };
    expect(faultsOf({ ...base, verb, object: reference })).toEqual([]);
    for (const object of [activity, sub, group])
      expect(faultsOf({ ...base, verb, object })).toMatchObject([{ pointer: '/object' }]);
  });

  it('is told all its faults, each at its place', () => {
    const faults = faultsOf({
      ...base,
      actor: {},
      result: { score: { scaled: 2 } },
      context: { extensions: { 'a/b~c': 1 } },
    });
    const pointers = ['/actor', '/result/score/scaled', '/context/extensions/a~1b~0c'];
    expect(faults.map(({ pointer }) => pointer)).toEqual(pointers);
  });

  it('is told how a property is written whose capitals are wrong', () => {
    expect(faultsOf({ ...base, Result: {} })).toEqual([
      {
        pointer: '/Result',
        message: 'is no property of a Statement: capitals count, and it is written "result"',
      },
    ]);
  });

  it('may nest as deep as anybody writes by hand, and no deeper than can be walked through', () => {
    const nested = (levels: number) => JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown;
    const holding = (levels: number) => ({ ...base, context: { extensions: { [id]: nested(levels) } } });
    expect(faultsOf(holding(150))).toEqual([]);
    expect(faultsOf(holding(5_000))).toMatchObject([{ pointer: '' }]);
  });
});
