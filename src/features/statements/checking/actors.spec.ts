import { actor, agent, authority, group } from './actors';
import { faultsBy, type Check } from './faults';

const iri = 'https://example.org/x';
const noObject = ['text', 1, true, null, []];
const ada = { mbox: 'mailto:ada@example.org' };
const grace = { account: { homePage: 'http://www.example.com', name: '13936749' } };
const team = { objectType: 'Group', member: [ada] };

const agents = [
  ada,
  { objectType: 'Agent', name: 'Ada', ...ada },
  { mbox_sha1sum: 'ebd31e95054c018b10727ccffd2ef2ec3a016ee9' },
  { openid: 'http://toby.openid.example.org/' },
  grace,
];
const noAgents = [
  ...[...noObject, {}, { name: 'Ada' }, { ...ada, openid: iri }, { ...ada, ...grace }],
  ...['ada@example.org', '', null, ['mailto:ada@example.org']].map((mbox) => ({ mbox })),
  ...['ebd3', 'z'.repeat(40), 1, null].map((sum) => ({ mbox_sha1sum: sum })),
  ...['toby', 1, null].map((openid) => ({ openid })),
  ...[
    {},
    { homePage: iri },
    { name: 'a' },
    { homePage: 'home', name: 'a' },
    { homePage: iri, name: 1 },
    'a',
    null,
  ].map((account) => ({ account })),
  { account: { homePage: iri, name: 'a', more: 1 } },
  ...[
    { name: 1 },
    { name: null },
    { objectType: 'agent' },
    { objectType: 'Person' },
    { objectType: null },
  ].map((of) => ({ ...ada, ...of })),
  ...[{ member: [ada] }, { Name: 'Ada' }, { email: 'a' }].map((of) => ({ ...ada, ...of })),
  { Mbox: 'mailto:ada@example.org' },
];
const groups = [
  ...[team, { ...team, name: 'Team', member: [ada, grace] }],
  ...agents.map((one) => ({ ...one, objectType: 'Group' })),
  ...[[grace], []].map((member) => ({ objectType: 'Group', ...ada, member })),
];
const noGroups = [
  ...[{ objectType: 'Group' }, { objectType: 'Group', name: 'Team' }],
  ...[[], ada, null, [null], [team], [{}], [{ name: 'Ada' }]].map((member) => ({
    objectType: 'Group',
    member,
  })),
  ...[{ ...ada, openid: iri }, { mbox: 'ada' }, { name: 1 }, { members: [] }].map((of) => ({
    ...team,
    ...of,
  })),
  { ...team, objectType: 'group' },
];

const tables: [string, Check, readonly unknown[], readonly unknown[]][] = [
  ['an Agent', agent, agents, [...noAgents, team]],
  ['a Group', group, groups, [...noObject, ...noGroups, ada]],
  ['an actor', actor, [...agents, ...groups], [...noAgents, ...noGroups]],
  [
    'an authority',
    authority,
    [...agents, { objectType: 'Group', member: [ada, grace] }],
    [...noAgents, team, { objectType: 'Group', ...ada }, { objectType: 'Group', member: [ada, grace, ada] }],
  ],
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
