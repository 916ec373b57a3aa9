import { faultsOf } from './statement-check';

type Change = Readonly<Record<string, unknown>>;

const agent = { mbox: 'mailto:ada@example.org' };
const group = { objectType: 'Group', member: [agent] };
const activity = { id: 'https://example.org/activities/1' };
const iri = 'https://example.org/x';
const uuid = '8f87ccde-bb56-4c2e-ab83-44982ef22df0';
const base = { actor: agent, verb: { id: 'http://adlnet.gov/expapi/verbs/answered' }, object: activity };
const reference = { objectType: 'StatementRef', id: uuid };
const sub = { objectType: 'SubStatement', ...base };
const attachment = {
  usageType: iri,
  display: { en: 'Essay' },
  contentType: 'text/plain; charset=ascii',
  length: 27,
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

/** What each place of a statement takes, and what it does not. */
interface Place {
  readonly path: string;
  /** Around the value, where it needs more to stand in. */
  readonly in?: Change;
  readonly takes: readonly unknown[];
  readonly refuses: readonly unknown[];
}

const noText = [1, true, null, {}, []];
const noObject = ['text', 1, true, null, []];
const noIri = [
  '',
  'no scheme',
  '/relative',
  'example.org/x',
  'http://',
  'http://a b',
  'http://a/<b>',
  ...noText,
];
const iris = [
  iri,
  'urn:uuid:1',
  'http://example.com/فعل/خواندن',
  'course-v1:A+B',
  'uuid://1',
  'tag:example.org,2026:1',
];
const maps = [
  {},
  { en: 'a' },
  { 'en-US': 'a', 'zh-Hant-TW': '' },
  { 'de-CH-1996': 'a' },
  { 'x-klingon': 'a' },
  { 'i-klingon': '' },
  { 'sl-rozaj-biske': 'a' },
  { 'de-DE-u-co-phonebk': 'a' },
];
const noMaps = [
  ...noObject,
  { en: 1 },
  { en: null },
  { '': 'a' },
  { en_US: 'a' },
  { 'en-': 'a' },
  { e: 'a' },
  { verylonglanguage: 'a' },
  { 'en-toolongforasubtag': 'a' },
];
const noNumber = ['1', true, null, {}, []];
const noFlag = ['true', 0, null, {}];
const noUuid = [
  '',
  'x',
  uuid.slice(1),
  `${uuid}0`,
  uuid.replaceAll('-', ''),
  `{${uuid}}`,
  `g${uuid.slice(1)}`,
  ...noText,
];
const uuids = [uuid, uuid.toUpperCase(), '12345678-1234-5678-1234-567812345678'];
const times = [
  '2015-11-18T12:17:00+00:00',
  '2015-11-18T12:17:00Z',
  '2015-11-18T12:17:00.123456789Z',
  '2015-11-18T12:17:00,5Z',
  '2015-11-18T12:17:00-05:30',
  '2015-11-18t12:17:00z',
  '2015-11-18T12:17:00+0100',
  '2015-11-18T12:17:00+01',
  '2999-01-01T00:00:00Z',
  '2024-02-29T00:00:00Z',
];
const noTimes = [
  '',
  'yesterday',
  '2015-11-18',
  '2015-11-18T12:17:00',
  '2015-11-18 12:17:00Z',
  '2015-13-18T12:17:00Z',
  '2015-02-30T12:17:00Z',
  '2015-11-18T25:17:00Z',
  '2015-11-18T12:61:00Z',
  '2015-11-18T12:17Z',
  '2015-11-18T12:17:00-00:00',
  '2015-11-18T12:17:00-00',
  '2015-11-18T12:17:00-0000',
  '20151118T121700Z',
  1447849020000,
  ...noText,
];
const extensions = [{}, { [iri]: null }, { [iri]: { any: [null, { thing: 1 }] } }, { 'urn:a:b': '' }];
const noExtensions = [...noObject, { key: 1 }, { '': 1 }, { 'no scheme': 1 }];
const agents = [
  agent,
  { objectType: 'Agent', name: 'Ada', ...agent },
  { mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' },
  { openid: 'http://toby.openid.example.org/' },
  { account: { homePage: 'http://www.example.com', name: '13936749' } },
];
const noAgents = [
  ...noObject,
  {},
  { name: 'Ada' },
  { ...agent, openid: 'http://toby.openid.example.org/' },
  { ...agent, account: { homePage: iri, name: 'a' } },
  { mbox: 'ada@example.org' },
  { mbox: 'mailto:ada' },
  { mbox: 'mailto:' },
  { mbox: '' },
  { mbox: null },
  { mbox: ['mailto:ada@example.org'] },
  { mbox_sha1sum: 'ebd3' },
  { mbox_sha1sum: 'zbd31e95054c018b10727ccffd2ef2ec3a016ee9' },
  { mbox_sha1sum: 1 },
  { openid: 'toby' },
  { openid: 1 },
  { account: {} },
  { account: { homePage: iri } },
  { account: { name: 'a' } },
  { account: { homePage: 'home', name: 'a' } },
  { account: { homePage: iri, name: 1 } },
  { account: { homePage: iri, name: 'a', more: 1 } },
  { account: 'a' },
  { account: null },
  { ...agent, name: 1 },
  { ...agent, name: null },
  { ...agent, objectType: 'agent' },
  { ...agent, objectType: 'Person' },
  { ...agent, objectType: null },
  { ...agent, member: [agent] },
  { ...agent, Name: 'Ada' },
  { ...agent, email: 'a' },
  { Mbox: 'mailto:ada@example.org' },
];
const groups = [
  group,
  { ...group, name: 'Team', member: [agent, agents[4]] },
  { objectType: 'Group', ...agent },
  { objectType: 'Group', ...agent, member: [agents[3]] },
  { objectType: 'Group', ...agent, member: [] },
  ...agents.slice(2).map((one) => ({ ...one, objectType: 'Group' })),
];
const noGroups = [
  { objectType: 'Group' },
  { objectType: 'Group', name: 'Team' },
  { objectType: 'Group', member: [] },
  { objectType: 'Group', member: agent },
  { objectType: 'Group', member: null },
  { objectType: 'Group', member: [null] },
  { objectType: 'Group', member: [group] },
  { objectType: 'Group', member: [{}] },
  { objectType: 'Group', member: [{ name: 'Ada' }] },
  { ...group, ...agent, openid: iri },
  { ...group, mbox: 'ada' },
  { ...group, name: 1 },
  { ...group, members: [] },
  { objectType: 'group', member: [agent] },
];
const references = [reference];
const noReferences = [
  ...noObject,
  {},
  { id: uuid },
  { objectType: 'StatementRef' },
  { ...reference, id: 'x' },
  { ...reference, objectType: 'statementRef' },
  { ...reference, definition: {} },
];
const component = (id: unknown, more: object = {}) => ({ id, ...more });
const components = [[], [component('a')], [component('a', { description: { en: 'A' } }), component('b')]];
const noComponents = [
  'a',
  {},
  null,
  ['a'],
  [{}],
  [component(1)],
  [component('')],
  [component('a'), component('a')],
  [component('a', { description: 'A' })],
  [component('a', { more: 1 })],
];
const activities = [activity, { objectType: 'Activity', ...activity }, { ...activity, definition: {} }];
const noActivities = [
  ...noObject,
  {},
  { id: 'x' },
  { id: null },
  { ...activity, objectType: 'activity' },
  { ...activity, definition: null },
  { ...activity, definition: 'a' },
  { ...activity, name: { en: 'a' } },
  { ...activity, ID: iri },
];
const interaction = (interactionType: string, more: object = {}) => ({
  ...activity,
  definition: { interactionType, ...more },
});
const lists = ['choices', 'scale', 'source', 'target', 'steps'];
const listsOf: Readonly<Record<string, readonly string[]>> = {
  'true-false': [],
  choice: ['choices'],
  'fill-in': [],
  'long-fill-in': [],
  matching: ['source', 'target'],
  performance: ['steps'],
  sequencing: ['choices'],
  likert: ['scale'],
  numeric: [],
  other: [],
};

const places: readonly Place[] = [
  { path: 'id', takes: uuids, refuses: noUuid },
  { path: 'actor', takes: [...agents, ...groups], refuses: [undefined, ...noAgents, ...noGroups] },
  {
    path: 'verb',
    takes: [{ id: iri }, { id: iri, display: { en: 'did' } }],
    refuses: [undefined, ...noObject, {}, { display: { en: 'did' } }, { id: iri, name: 'did' }, { Id: iri }],
  },
  { path: 'verb.id', takes: iris, refuses: noIri },
  { path: 'verb.display', takes: maps, refuses: noMaps },
  {
    path: 'object',
    takes: [
      ...activities,
      ...agents.map((one) => ({ ...one, objectType: 'Agent' })),
      ...groups,
      ...references,
      sub,
    ],
    refuses: [
      undefined,
      ...noActivities,
      agent,
      { member: [agent] },
      ...noGroups,
      { objectType: 'Person', ...agent },
      ...noReferences.filter((one) => typeof one === 'object' && one !== null && 'objectType' in one),
    ],
  },
  { path: 'object.id', takes: iris, refuses: noIri },
  { path: 'object.definition.name', takes: maps, refuses: noMaps },
  { path: 'object.definition.description', takes: maps, refuses: noMaps },
  { path: 'object.definition.type', takes: iris, refuses: noIri },
  { path: 'object.definition.moreInfo', takes: [iri], refuses: noIri },
  { path: 'object.definition.extensions', takes: extensions, refuses: noExtensions },
  { path: 'object.definition.unknown', takes: [], refuses: ['a', {}, null] },
  {
    path: 'object.definition.interactionType',
    takes: Object.keys(listsOf),
    refuses: ['', 'Choice', 'truefalse', 'multiple-choice', ...noText],
  },
  {
    path: 'object.definition.correctResponsesPattern',
    in: { object: interaction('fill-in') },
    takes: [[], ['a'], ['a[,]b', '']],
    refuses: ['a', {}, null, [1], [null], [['a']]],
  },
  { path: 'object.definition.correctResponsesPattern', takes: [], refuses: [['without a type']] },
  ...lists.map((name): Place => ({
    path: `object.definition.${name}`,
    takes: [],
    refuses: [[component('without a type')]],
  })),
  ...Object.entries(listsOf).flatMap(([type, own]) =>
    lists.map((name): Place => ({
      path: `object.definition.${name}`,
      in: { object: interaction(type) },
      takes: own.includes(name) ? components : [],
      refuses: own.includes(name) ? noComponents : [[component('a')]],
    })),
  ),
  { path: 'object.id', in: { object: reference }, takes: uuids, refuses: noUuid },
  {
    path: 'object.actor',
    in: { object: sub },
    takes: [...agents, ...groups],
    refuses: [undefined, ...noAgents],
  },
  { path: 'object.verb', in: { object: sub }, takes: [{ id: iri }], refuses: [undefined, {}, ...noObject] },
  {
    path: 'object.object',
    in: { object: sub },
    takes: [activity, reference, group, { ...agent, objectType: 'Agent' }],
    refuses: [undefined, sub, {}, agent, ...noObject],
  },
  {
    path: 'object.result',
    in: { object: sub },
    takes: [{}, { success: true }],
    refuses: [...noObject, { success: 1 }],
  },
  {
    path: 'object.context',
    in: { object: sub },
    takes: [{}, { revision: '1' }],
    refuses: [...noObject, { registration: '1' }],
  },
  { path: 'object.timestamp', in: { object: sub }, takes: times, refuses: noTimes },
  { path: 'object.attachments', in: { object: sub }, takes: [[], [attachment]], refuses: [{}, [{}]] },
  ...['id', 'stored', 'version', 'authority', 'other'].map((name): Place => ({
    path: `object.${name}`,
    in: { object: sub },
    takes: [],
    refuses: [{ id: uuid, stored: times[0], version: '1.0.0', authority: agent, other: 1 }[name]],
  })),
  { path: 'result', takes: [{}], refuses: [...noObject, { Success: true }, { more: 1 }] },
  { path: 'result.success', takes: [true, false], refuses: noFlag },
  { path: 'result.completion', takes: [true, false], refuses: noFlag },
  { path: 'result.response', takes: ['', 'a[,]b'], refuses: noText },
  { path: 'result.extensions', takes: extensions, refuses: noExtensions },
  {
    path: 'result.duration',
    takes: [
      'PT0S',
      'PT4H35M59.14S',
      'PT16559.14S',
      'P3Y1M29DT4H35M59.14S',
      'P3Y',
      'P4W',
      'PT1.5H',
      'P1D',
      'PT1,5S',
      'PT0.123456S',
      'P0.5Y',
    ],
    refuses: [
      '',
      'P',
      'PT',
      'P1',
      '1 hour',
      'P4W1D',
      'PT1H2',
      'P1DT',
      'P1H',
      'PT1.5H2M',
      'p1d',
      '-PT1S',
      'P0001-01-01T00:00:00',
      ...noText,
    ],
  },
  {
    path: 'result.score',
    takes: [
      {},
      { scaled: 0.5, raw: 5, min: 0, max: 10 },
      { raw: 0, min: 0 },
      { raw: 10, max: 10 },
      { min: -5, max: -1 },
    ],
    refuses: [
      ...noObject,
      { more: 1 },
      { min: 1, max: 1 },
      { min: 2, max: 1 },
      { raw: -1, min: 0 },
      { raw: 11, max: 10 },
      { Raw: 1 },
    ],
  },
  { path: 'result.score.scaled', takes: [-1, 0, 1, 0.333], refuses: [-1.01, 1.0001, 95, ...noNumber] },
  ...['raw', 'min', 'max'].map((name): Place => ({
    path: `result.score.${name}`,
    takes: [0, -1, 1e10, 0.1],
    refuses: noNumber,
  })),
  { path: 'context', takes: [{}], refuses: [...noObject, { more: 1 }, { Platform: 'a' }] },
  { path: 'context.registration', takes: uuids, refuses: noUuid },
  { path: 'context.instructor', takes: [...agents, ...groups], refuses: [...noAgents, ...noGroups] },
  { path: 'context.team', takes: groups, refuses: [...noGroups, ...noObject, agent] },
  { path: 'context.revision', takes: ['', '1.2'], refuses: noText },
  { path: 'context.platform', takes: ['', 'LMS'], refuses: noText },
  ...['revision', 'platform'].flatMap((name) =>
    [reference, group, { ...agent, objectType: 'Agent' }, sub].map((object): Place => ({
      path: `context.${name}`,
      in: { object },
      takes: [],
      refuses: ['1'],
    })),
  ),
  {
    path: 'object.context.revision',
    in: { object: { ...sub, object: reference } },
    takes: [],
    refuses: ['1'],
  },
  {
    path: 'context.language',
    takes: ['en', 'tlh', 'pt-BR', 'zh-Hant'],
    refuses: ['', 'en_US', 'e', 'english language', ...noText],
  },
  { path: 'context.statement', takes: references, refuses: noReferences },
  { path: 'context.extensions', takes: extensions, refuses: noExtensions },
  {
    path: 'context.contextActivities',
    takes: [{}],
    refuses: [...noObject, { Parent: [] }, { others: [activity] }, { more: [] }],
  },
  ...['parent', 'grouping', 'category', 'other'].map((kind): Place => ({
    path: `context.contextActivities.${kind}`,
    takes: [[], ...activities, activities],
    refuses: [
      ...noActivities.filter((one) => !Array.isArray(one)),
      [{}],
      [null],
      ['a'],
      [agent],
      reference,
      [{ ...activity, definition: { type: 'x' } }],
    ],
  })),
  { path: 'timestamp', takes: times, refuses: noTimes },
  { path: 'stored', takes: times, refuses: noTimes },
  {
    path: 'authority',
    takes: [...agents, { objectType: 'Group', member: [agent, agents[4]] }],
    refuses: [
      ...noAgents,
      group,
      { objectType: 'Group', ...agent },
      { objectType: 'Group', member: [agent, agent, agent] },
    ],
  },
  {
    path: 'version',
    takes: ['1.0.0', '1.0.3', '1.0.32'],
    refuses: ['', '1', '1.0', '1.1.0', '0.9', '0.95', '2.0.0', '1.0.x', 'v1.0.0', 1, ...noText],
  },
  {
    path: 'attachments',
    takes: [[], [attachment], [attachment, { ...attachment, fileUrl: iri, description: { en: '' } }]],
    refuses: [
      attachment,
      'a',
      null,
      [null],
      [{}],
      [{ ...attachment, more: 1 }],
      ...['usageType', 'display', 'contentType', 'length', 'sha2'].map((name) => [
        Object.fromEntries(Object.entries(attachment).filter(([one]) => one !== name)),
      ]),
    ],
  },
  ...Object.entries({
    usageType: noIri,
    display: noMaps,
    description: noMaps,
    fileUrl: noIri,
    contentType: ['', 'text', 'text/', '/plain', ...noText],
    length: [-1, 1.5, '27', null, true],
    sha2: ['', 'abc', 'z'.repeat(64), 'a'.repeat(40), ...noText],
  }).map(([name, refused]): Place => ({
    path: 'attachments',
    takes: [],
    refuses: refused.map((value) => [{ ...attachment, [name]: value }]),
  })),
  { path: 'Actor', takes: [], refuses: [agent] },
  { path: 'additional', takes: [], refuses: ['a', null] },
];

describe.each(
  places.map((place) => [place.path, place.in === undefined ? '' : ' of another statement', place] as const),
)('%s%s', (_path, _in, { path, in: around, takes, refuses }) => {
  const within = { ...base, ...around };
  it('takes what the standard lets stand there', () => {
    for (const value of takes) expect([value, faultsOf(withAt(path, value, within))]).toEqual([value, []]);
  });

  it('refuses anything else, and says so at the place', () => {
    for (const value of refuses) {
      const [fault] = faultsOf(withAt(path, value, within));
      const above = `/${path.split('.').slice(0, -1).join('/')}`.replace(/\/$/u, '');
      const here = `/${path.replaceAll('.', '/')}`;
      const where = fault?.pointer ?? 'nowhere';
      const isThere = where.startsWith(here) || where === above || where.startsWith(`${above}/`);
      expect([value, where, isThere]).toEqual([value, where, true]);
      expect(fault?.message).toMatch(/^(must|is no) .+/u);
    }
  });
});

describe('a statement', () => {
  it.each(['text', 1, null, true, [], [base]])('is an object and not %j', (value) => {
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
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/actor',
      '/result/score/scaled',
      '/context/extensions/a~1b~0c',
    ]);
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
    const holding = (levels: number) => ({ ...base, context: { extensions: { [iri]: nested(levels) } } });
    expect(faultsOf(holding(150))).toEqual([]);
    expect(faultsOf(holding(5_000))).toMatchObject([{ pointer: '' }]);
  });
});
