import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import { buildOrganisation, day, recordAll } from './kit/graph';
import {
  allRight,
  buildHiring,
  designer,
  draftOf,
  free,
  lead,
  ledger,
  newcomer,
  requirementsOf,
  type Hiring,
} from './kit/hiring';
import { askFor } from './kit/nouns';
import { FILLED_OPENINGS, OPENINGS, OUTCOMES, SAVE_OPENINGS } from './kit/opening-operations';

let app: TestApp;
let admin: Client;
let built: Hiring;
let requirements: ReadonlyMap<string, string>;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
  built = await buildHiring(admin);
  requirements = await requirementsOf(admin, built.project);
});
afterAll(() => app.close());

const own = (id: string) => ({ source: built.graph.source, id });
const project = () => ({ globalId: built.project });
const person = (one: number) => built.graph.people[one]!.reference;
const save = async (...items: object[]) =>
  (await admin.get(SAVE_OPENINGS, { items: items as never })).saveOpenings;
const outcomeOf = async (id: string) =>
  (await admin.get(OUTCOMES, { project: built.project })).openings.nodes.find(
    ({ externalId }) => externalId.value === id,
  )!.hiringOutcome!;
const assign = (one: number) =>
  buildOrganisation(admin, { assignments: [{ project: own('payments'), person: person(one), share: 0.1 }] });

describe('an opening', () => {
  it('is for what its project lacks when it is saved first, under the title of its draft', async () => {
    const item = { ...own('all'), project: project(), openedAt: day(1) };
    const saved = await save(item);
    expect(saved).toMatchObject({
      fates: ['CREATED'],
      openings: [
        {
          ...{ title: 'Data analysis, Containers, Ledger design and 1 more for Payments', state: 'OPEN' },
          ...{ projectName: 'Payments', project: { id: built.project }, filledBy: null },
          ...{ openedAt: day(1), filledAt: null, closedAt: null },
          sought: [
            { skill: { name: 'Containers' }, level: 0.75, band: null, headcount: 1 },
            { skill: { name: 'Data analysis' }, level: 0.7, band: null, headcount: 2 },
            { skill: { name: 'Ledger design' }, level: 0.5, band: 'competent', headcount: 1 },
            { skill: { name: 'Negotiation' }, level: 0.5, band: null, headcount: 1 },
          ],
        },
      ],
      errors: [],
    });
    expect(await save(item)).toMatchObject({ fates: ['UNCHANGED'], changed: 0 });
  });

  it('has the title of the draft for its requirements', async () => {
    const draft = await draftOf(admin, built.project);
    const drafted = [...draft.mustHave, ...draft.canLearnHere].map(({ requirement }) => requirement.id);
    const saved = await save({ ...own('drafted'), project: project(), requirements: drafted });
    expect(saved.openings[0]!.title).toBe(draft.title);
    await save({ ...own('drafted'), remove: true });
  });

  it('is for the requirements that are named, and stays for these', async () => {
    const named = [requirements.get('Ledger design')!];
    const item = { ...own('ledger'), project: project(), requirements: named };
    const saved = await save(item, { ...own('ledger'), requirements: [requirements.get('Negotiation')!] });
    expect(saved).toMatchObject({
      fates: ['CREATED', null],
      openings: [{ title: 'Ledger design for Payments', sought: [{ level: 0.5 }] }, null],
      errors: [{ index: 1, code: 'INVALID', fields: ['requirements'] }],
    });
    expect(await save(item)).toMatchObject({ fates: ['UNCHANGED'] });
  });

  it('is filled, closed with nobody found, and removed', async () => {
    await save({ ...own('passing'), project: project(), openedAt: day(1) });
    const filled = { ...own('passing'), filledAt: day(2), filledBy: person(free) };
    expect(await save(filled)).toMatchObject({
      fates: ['CHANGED'],
      openings: [{ state: 'FILLED', filledAt: day(2), filledBy: { id: built.graph.people[free]!.id } }],
    });
    expect(await save(filled)).toMatchObject({ fates: ['UNCHANGED'] });
    expect(await save({ ...own('passing'), filledBy: person(lead) })).toMatchObject({ fates: ['CHANGED'] });
    const closed = { ...own('passing'), filledAt: null, filledBy: null, closedAt: day(3) };
    expect(await save(closed)).toMatchObject({
      fates: ['CHANGED'],
      openings: [{ state: 'CLOSED', filledAt: null, filledBy: null, closedAt: day(3) }],
    });
    expect(await save({ ...own('passing'), remove: true })).toMatchObject({
      fates: ['REMOVED'],
      openings: [null],
    });
    expect(await save({ ...own('passing'), remove: true })).toMatchObject({ fates: ['UNCHANGED'] });
  });

  it.each<[item: () => object, code: string, field: string]>([
    [() => ({ ...own('new') }), 'INVALID', 'project'],
    [() => ({ ...own('new'), project: own('nothing') }), 'NOT_FOUND', 'project'],
    [() => ({ ...own('new'), project: project(), requirements: ['nothing'] }), 'INVALID', 'requirements.0'],
    [() => ({ ...own('new'), project: project(), requirements: [] }), 'INVALID', 'requirements'],
    [() => ({ ...own('new'), project: own('other') }), 'INVALID', 'requirements'],
    [() => ({ ...own('ledger'), project: own('other') }), 'INVALID', 'project'],
    [() => ({ ...own('ledger'), filledBy: person(free) }), 'INVALID', 'filledBy'],
    [
      () => ({ ...own('ledger'), filledAt: day(9), filledBy: own('nobody'), openedAt: day(1) }),
      'NOT_FOUND',
      'filledBy',
    ],
    [() => ({ ...own('ledger'), filledAt: day(0) }), 'INVALID', 'filledAt'],
    [() => ({ ...own('ledger'), closedAt: day(0) }), 'INVALID', 'closedAt'],
    [() => ({ ...own('all'), filledAt: day(2), closedAt: day(2) }), 'INVALID', 'closedAt'],
  ])('is refused by the field at fault, %#', async (item, code, field) => {
    const saved = await save(item());
    expect(saved.errors).toMatchObject([{ index: 0, code, fields: [field] }]);
    expect(saved.openings).toEqual([null]);
  });

  it('is found by its project, and by whether somebody is sought still', async () => {
    await save({ ...own('shut'), project: project(), closedAt: day(9_000) });
    const found = async (filterBy: object) => {
      const { openings } = await admin.get(OPENINGS, { filterBy });
      return openings.nodes.map(({ externalId }) => externalId.value).sort();
    };
    expect(await found({ project: built.project })).toEqual(['all', 'ledger', 'shut']);
    expect(await found({ project: built.project, open: true })).toEqual(['all', 'ledger']);
    expect(await found({ project: built.project, open: false })).toEqual(['shut']);
    expect(await found({ project: built.other })).toEqual([]);
  });
});

describe('what became of the gap', () => {
  it('is nothing before anybody comes', async () => {
    expect(await outcomeOf('ledger')).toMatchObject({
      outcome: 'NOT_SMALLER',
      ...{ shortfallBefore: 1, shortfallNow: 1, allCoveredBefore: 0, allCoveredNow: 0 },
      requirements: [{ shortfallBefore: 1, shortfallNow: 1, coveredBefore: 0, coveredNow: 0, unknownNow: 1 }],
    });
  });

  it('is nothing by a person who was found, until there is evidence as of everybody', async () => {
    await save({ ...own('ledger'), openedAt: day(1), filledAt: day(2), filledBy: person(newcomer) });
    await assign(newcomer);
    const unknown = await outcomeOf('ledger');
    expect(unknown).toMatchObject({ outcome: 'NOT_SMALLER', requirements: [{ unknownNow: 2 }] });
    expect(unknown.summary).toMatch(
      /^The opening “Ledger design for Payments” was filled, and the gap is no smaller: 1\.0 expected to be lacking on \d{4}-\d\d-\d\d, all covered with probability 0 %; 1\.0 and 0 % now\. Of those assigned up to 2 are unknown in one of its skills\.$/u,
    );
    await recordAll(admin, allRight(built.graph, newcomer, ledger));
    const known = await outcomeOf('ledger');
    expect(known).toMatchObject({ outcome: 'CLOSED', requirements: [{ unknownNow: 1, shortfallBefore: 1 }] });
    expect(known.shortfallNow).toBeLessThan(0.3);
    expect(known.allCoveredNow).toBeCloseTo(1 - known.shortfallNow, 9);
    expect(known.summary).toContain('was filled, and the gap has closed: 1.0 expected');
  });

  it('is that it is smaller where some of it is covered, whoever covers it', async () => {
    await assign(designer);
    const some = await outcomeOf('all');
    expect(some).toMatchObject({ outcome: 'SMALLER', shortfallBefore: 5, allCoveredNow: 0 });
    expect(some.shortfallNow).toBeLessThan(4.1);
    const names = some.requirements.map(({ skill }) => skill.name);
    expect(names).toEqual(['Containers', 'Data analysis', 'Ledger design', 'Negotiation']);
  });

  it('costs the same statements for one opening as for three', async () => {
    const ran = async (filterBy: object) => {
      app.forget();
      await askFor(
        admin,
        'query ($filterBy: OpeningFilter) { openings(filterBy: $filterBy) { nodes { hiringOutcome { summary } } } }',
        { filterBy },
      );
      return [...app.statements].sort();
    };
    const one = await ran({ project: built.project, open: false, updatedSince: day(0) });
    expect(await ran({ project: built.project })).toEqual(one);
  });

  it('is nothing any more where nothing of it is required, or the project is gone', async () => {
    const brief = own('brief');
    await buildOrganisation(admin, {
      projects: [{ ...brief, name: 'Brief' }],
      requirements: [{ project: brief, skill: built.graph.skills[0]!.reference, level: 0.9 }],
    });
    await save({ ...own('brief opening'), project: brief });
    await buildOrganisation(admin, {
      requirements: [{ project: brief, skill: built.graph.skills[0]!.reference, level: 0.9, headcount: 0 }],
    });
    const shown = `openings { projectName project { id } hiringOutcome { outcome shortfallNow summary } } errors { message }`;
    const read = () =>
      askFor<{ saveOpenings: object }>(
        admin,
        `mutation ($items: [OpeningInput!]!) { saveOpenings(items: $items) { ${shown} } }`,
        { items: [own('brief opening')] },
      );
    const outcome = {
      ...{ outcome: 'NO_LONGER_REQUIRED', shortfallNow: 0 },
      summary:
        'The opening “Data analysis for Brief” is open, and nothing of what it is for is required any more.',
    };
    expect(await read()).toMatchObject({
      saveOpenings: { openings: [{ project: {}, hiringOutcome: outcome }], errors: [] },
    });
    await askFor(
      admin,
      'mutation ($items: [ReferenceInput!]!) { deleteProjects(items: $items) { errors { message } } }',
      {
        items: [brief],
      },
    );
    expect(await read()).toMatchObject({
      saveOpenings: {
        openings: [{ projectName: 'Brief', project: null, hiringOutcome: outcome }],
        errors: [],
      },
    });
  });
});

describe('whoever asks', () => {
  it('may be a lead for openings, and not for exact figures on them nor for who was found', async () => {
    const client = await app.as('lead', built.graph.people[lead]!.id);
    expect(
      (await client.get(OPENINGS, { filterBy: { project: built.project } })).openings.nodes,
    ).toHaveLength(3);
    expect((await client.ask(OUTCOMES, { project: built.project })).errors![0]!.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect((await client.ask(SAVE_OPENINGS, { items: [] })).errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('sees what they were found for themselves, and not what others were', async () => {
    const { id } = built.graph.people[newcomer]!;
    const { person: found } = await (await app.as('person', id)).get(FILLED_OPENINGS, { id });
    expect(found!.filledOpenings!.nodes).toEqual([{ title: 'Ledger design for Payments', filledAt: day(2) }]);
    const other = await app.as('person', built.graph.people[free]!.id);
    expect(await other.get(FILLED_OPENINGS, { id })).toEqual({ person: null });
  });
});
