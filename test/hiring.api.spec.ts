import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { recordAll } from './kit/graph';
import {
  allRight,
  analysis,
  buildHiring,
  DRAFT,
  draftOf,
  lead,
  ledger,
  newcomer,
  requirementsOf,
  uri,
  type Draft,
  type Hiring,
} from './kit/hiring';

let app: TestApp;
let admin: Client;
let built: Hiring;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildHiring(admin);
});
afterAll(() => app.close());

const draft = (client = admin, requirements?: readonly string[]) =>
  draftOf(client, built.project, requirements);
const named = (client = admin) => requirementsOf(client, built.project);
const names = (skills: Draft['mustHave']) => skills.map(({ requirement }) => requirement.skill.name);
const codeOf = async (client: Client, given: object) =>
  (await client.ask(DRAFT, { project: built.project, ...given })).errors?.map(
    ({ extensions }) => extensions.code,
  );

describe('a draft of a job description', () => {
  it('asks for what nobody can learn here, and says what can be learnt, from what is lacking', async () => {
    const found = await draft();
    expect(found).toMatchObject({
      title: 'Data analysis, Containers and Ledger design for Payments',
      people: 2,
      project: { name: 'Payments' },
      tasks: [{ name: 'Move to another ledger' }, { name: 'Report what was paid' }],
      mustHave: [
        {
          requirement: { level: 0.7, skill: { name: 'Data analysis' } },
          levelInWords: 'proficient',
          expectedShortfall: 2,
          coveredProbability: 0,
          expectedAvailable: 0,
          modules: [],
          hours: null,
          entryLevel: null,
          reason: 'No module in use leads up to it: 2.0 of 2 expected to be lacking.',
        },
        {
          requirement: { level: 0.5, skill: { name: 'Ledger design' } },
          levelInWords: 'competent',
          modules: [{ name: 'A year of ledgers' }],
          hours: 100,
          reason:
            'It cannot be learnt in time, in 100 hours where there is time for 96 hours: 1.0 of 1 expected to be lacking.',
        },
      ],
      canLearnHere: [
        {
          requirement: { level: 0.75, skill: { name: 'Containers' } },
          levelInWords: 'proficient',
          modules: [{ name: 'First ships' }, { name: 'Fleets of ships' }],
          hours: 7,
          entryLevel: null,
          entryInWords: null,
          reason: 'First ships, Fleets of ships lead up to it in 7 hours: 1.0 of 1 expected to be lacking.',
        },
      ],
      summary:
        'For Payments 2 skills are to be brought and 1 can be learnt here. 0.0 people expected here to have all that is to be brought. Two roles are proposed instead of one. 1 skill is not sought.',
    });
  });

  it('leaves out what those assigned cover, and does not seek what others have who are free', async () => {
    const found = await draft();
    const all = [...found.mustHave, ...found.canLearnHere, ...found.notSought];
    expect(names(all)).not.toContain('Querying <databases>');
    expect(names(found.notSought)).toEqual(['Negotiation']);
    expect(found.notSought[0]!.expectedAvailable).toBeGreaterThan(0.9);
    expect(found.notSought[0]!.reason).toBe(
      'Others who are free are more likely than not to cover it: 1.0 of 1 expected to be lacking.',
    );
  });

  it('proposes two roles where nobody has all that is to be brought', async () => {
    const { combining, roles } = await draft();
    expect(combining).toMatchObject({ __typename: 'Combining', expectedPeople: 0 });
    expect(roles).toMatchObject([
      {
        title: 'Data analysis for Payments',
        requirements: [{ skill: { name: 'Data analysis' } }],
        tasks: [{ name: 'Report what was paid' }],
      },
      {
        title: 'Ledger design for Payments',
        requirements: [{ skill: { name: 'Ledger design' } }],
        tasks: [{ name: 'Move to another ledger' }],
      },
    ]);
    for (const { expectedPeople } of roles) expect(expectedPeople).toBeGreaterThan(0.7);
  });

  it('flags the words that seem to be meant for men or for women, and says which and why', async () => {
    const { wording } = await draft();
    expect(wording).toEqual([
      {
        ...{ word: 'analysis', listed: 'analy*', coding: 'MASCULINE' },
        reason: '“analysis” comes from a skill, Data analysis: “analy*” is listed as masculine.',
      },
      {
        ...{ word: 'competent', listed: 'compet*', coding: 'MASCULINE' },
        reason: '“competent” comes from a band of levels, competent: “compet*” is listed as masculine.',
      },
    ]);
  });

  it('is written of the names in the graph and of fixed headings, and of nothing else', async () => {
    const found = await draft();
    expect(found.text).toBe(
      [
        'Data analysis, Containers and Ledger design for Payments',
        '',
        'What you will do',
        'Pays whoever is owed something.',
        '- Move to another ledger',
        '- Report what was paid',
        '',
        'What you bring',
        '- Data analysis: proficient',
        '- Ledger design: competent',
        '',
        'What you can learn here',
        '- Containers: up to proficient, with First ships, Fleets of ships (7 hours)',
        '',
        'Why',
        '- Data analysis: 2 needed, 2.0 lacking',
        '- Containers: 1 needed, 1.0 lacking',
        '- Ledger design: 1 needed, 1.0 lacking',
        '',
      ].join('\n'),
    );
    const headings =
      'What you will do bring can learn here Why and more for up to with hour hours needed lacking';
    const inGraph =
      'Payments Pays whoever is owed something Move to another ledger Report what was paid Data analysis Ledger design Containers First ships Fleets of ships';
    const known = new Set(`${headings} ${inGraph} proficient competent`.toLowerCase().split(' '));
    const posting = JSON.parse(found.jsonLd!) as Record<string, unknown>;
    const said = [found.text, found.markdown, posting['title'], posting['description']]
      .concat([posting['responsibilities'], posting['qualifications']])
      .join(' ');
    const words = said.toLowerCase().match(/\p{L}+/gu)!;
    expect(words.filter((word) => !known.has(word))).toEqual([]);
  });

  it('is a JobPosting of schema.org whose skills have their URIs', async () => {
    const { jsonLd } = await draft();
    const posting = JSON.parse(jsonLd!) as Record<string, unknown>;
    expect(posting).toEqual({
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Data analysis, Containers and Ledger design for Payments',
      description: expect.stringMatching(/^What you will do\n.*\(7 hours\)$/su) as string,
      datePosted: expect.stringMatching(/^\d{4}-\d\d-\d\d$/u) as string,
      jobStartDate: '2090-03-01',
      totalJobOpenings: 2,
      responsibilities: 'Move to another ledger; Report what was paid',
      qualifications: 'Data analysis: proficient; Ledger design: competent',
      skills: [
        { '@type': 'DefinedTerm', name: 'Data analysis', url: uri },
        { '@type': 'DefinedTerm', name: 'Ledger design' },
        { '@type': 'DefinedTerm', name: 'Containers' },
      ],
    });
  });
});

describe('a draft for some requirements', () => {
  it('seeks what is named, whoever is free, and not what those assigned cover', async () => {
    const required = await named();
    const found = await draft(admin, [required.get('Negotiation')!, required.get('Querying <databases>')!]);
    expect([found.mustHave, found.canLearnHere, found.notSought].map(names)).toEqual([
      ['Negotiation'],
      [],
      ['Querying <databases>'],
    ]);
    expect(found.mustHave[0]!.reason).toContain('No module in use leads up to it');
    expect(found).toMatchObject({ title: 'Negotiation for Payments', combining: null, roles: [], tasks: [] });
    // The project as a whole requires it.
    expect(found.text).toContain('\n- Payments\n');
  });

  it('names nobody where nothing of it is lacking', async () => {
    expect(await draft(admin, [(await named()).get('Querying <databases>')!])).toMatchObject({
      ...{ title: null, people: 0, tasks: [], text: null, markdown: null, jsonLd: null, wording: [] },
      summary: 'Nobody is sought for Payments. 1 skill is not sought.',
    });
  });

  it('is refused where the project has no such requirement, and none where there is no such project', async () => {
    expect(await codeOf(admin, { requirements: ['nothing'] })).toEqual(['BAD_INPUT']);
    expect(await codeOf(admin, { requirements: [] })).toEqual(['BAD_INPUT']);
    for (const project of ['nothing', built.graph.people[0]!.id])
      expect(await admin.get(DRAFT, { project })).toEqual({ draftJobDescription: null });
    expect(await draftOf(admin, built.other)).toMatchObject({ people: 0, mustHave: [] });
  });

  it('costs the same statements as one for all of them', async () => {
    const ran = async (requirements?: readonly string[]) => {
      app.forget();
      await draft(admin, requirements);
      return [...app.statements].sort();
    };
    const one = await ran([(await named()).get('Containers')!]);
    expect(await ran()).toEqual(one);
  });
});

describe('whoever asks', () => {
  it('may be a lead, who is told of those alone whom they see', async () => {
    const found = await draft(await app.as('lead', built.graph.people[lead]!.id));
    expect(names(found.mustHave)).toEqual(['Data analysis', 'Ledger design', 'Negotiation']);
    // Nobody whom they see is free, and of others they are told nothing.
    expect(found.mustHave.map(({ expectedAvailable }) => expectedAvailable)).toEqual([0, 0, 0]);
    expect(found.combining).toMatchObject({ __typename: 'Combining', expectedPeople: 0 });
  });

  it('is no person and no author', async () => {
    for (const client of [await app.as('person', built.graph.people[0]!.id), await app.as('author')])
      expect(await codeOf(client, {})).toEqual(['FORBIDDEN']);
  });
});

it('a person who has all of it makes it one role again', async () => {
  const { graph } = built;
  await recordAll(admin, [...allRight(graph, newcomer, analysis), ...allRight(graph, newcomer, ledger)]);
  const required = await named();
  const found = await draft(
    admin,
    ['Data analysis', 'Ledger design'].map((name) => required.get(name)!),
  );
  expect(found.combining).toMatchObject({ __typename: 'Combining' });
  expect(found.combining).toHaveProperty('expectedPeople', expect.closeTo(0.9, 0));
  expect(found.roles).toEqual([]);
});
