import { getNamedType, isObjectType } from 'graphql';
import { roles, type Role } from '../src/features/access/viewer';
import { seededUniforms } from '../src/estimators/random';
import { startApp, type TestApp } from './kit/app';
import { Course } from './kit/capture';
import type { ApiError, Client } from './kit/client';
import {
  endOf,
  isPaged,
  manual,
  nameOf,
  objectsAt,
  pathsOfLists,
  pathsOfThings,
  pathTo,
  queryOf,
  selectionTo,
  stepsFrom,
  type Path,
  type ValueOf,
} from './kit/from-schema';
import { answer, buildGraph, buildOrganisation, claimAll, recordAll, type TestGraph } from './kit/graph';
import { oneOfEach, testSeed, triesWhole } from './kit/sampling';

// Hundreds of operations, in every role.
jest.setTimeout(180_000);

/** What holds figures that their person alone sees. */
const theirsAlone = ['Visit', 'PageView', 'VideoView', 'PlaceInModule', 'Feedback', 'Help'];
/** What leads to it, and may be seen of a person by others. */
const onTheWay = ['Learning'];

/** Of one person alone: where one of them stands in an answer, it tells of that person. */
const figures = {
  activeSeconds: 4711.25,
  idleSeconds: 1533.75,
  pauses: 42_424,
  longestPauseSeconds: 737.125,
  revisits: 53_535,
};
const video = { durationSeconds: 7177.5, pauses: 61_616, seeks: 71_717, rate: 1.375 };
const moment = '2026-03-03T03:33:33.000Z';
const [words, note] = ['The zebra is upside down.', 'A walk along the canal.'];
const said = [words, note, moment.slice(0, 16)];
const tellTales = [...Object.values(figures), ...Object.values(video), ...said].map(String);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let course: Course;
let clients: Record<Role, Client>;
/** Whose figures they are, a colleague, and the lead of their team. */
const [target, colleague, lead] = [0, 1, 2] as const;
beforeAll(async () => {
  app = await startApp({ SKILLWAKE_MAX_COST: '1000000000' });
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 7, skills: 1, questionsPerSkill: 1 });
  course = await Course.build(admin, 0, 1, graph);
  const { source, people, skills } = graph;
  const person = (position: number) => people[position]!.reference;
  const named = (id: string) => ({ source, id, name: `${id} of ${source}` });
  const [team, project] = [named('team'), named('project')];
  const [module] = course.modules;
  await buildOrganisation(admin, {
    teams: [{ ...team, leads: [person(lead), person(target)] }],
    memberships: [target, colleague].map((one) => ({ team: { source, id: 'team' }, person: person(one) })),
    modules: [{ ...module!, authors: [person(target)] }],
    enrolments: [{ module: module!, person: person(target) }],
    projects: [{ ...project, responsibleTeam: { source, id: 'team' } }],
    requirements: [
      { project: { source, id: 'project' }, skill: skills[0]!.reference, level: 0.5, headcount: 2 },
    ],
    assignments: [{ project: { source, id: 'project' }, person: person(target), share: 0.5 }],
  });
  await recordAll(admin, [answer(graph, target, 0), answer(graph, colleague, 0)]);
  await claimAll(
    admin,
    [
      { source, id: 'peer', kind: 'PEER', by: person(colleague), person: person(target) },
      { source, id: 'other', kind: 'PEER', by: person(target), person: person(colleague) },
    ].map((claim) => ({
      ...claim,
      skill: skills[0]!.reference,
      level: 0.6,
      at: '2026-01-02T00:00:00Z',
    })),
  );
  const visits = people.map((_, one) => course.visit(one, one === target ? { at: moment } : {}));
  await course.sendAll('visits', visits);
  await course.sendAll('pageViews', [
    course.pageView(visits[target]!, 2, { id: 'telling', at: moment, ...figures }),
    ...visits.slice(1).map((visit) => course.pageView(visit, 1)),
  ]);
  await course.sendAll('videoViews', [
    course.videoView(visits[target]!, 2, { at: moment, segments: [{ from: 0, to: 6 }], ...video }),
  ]);
  await course.sendAll('feedback', [course.feedback(target, { words })]);
  await course.sendAll('help', [course.help(target, 3, { note }), course.help(4, target)]);
  clients = {
    person: await app.as('person', people[colleague]!.id),
    lead: await app.as('lead', people[lead]!.id),
    author: await app.as('author', people[lead]!.id),
    hr: await app.as('hr', people[lead]!.id),
    admin,
  };
});
afterAll(() => app.close());

/** Lists begin with what this spec has built, and things are its own. */
const valueOf: ValueOf = (argument, path) => {
  const { source, people, skills } = graph;
  const [step] = path;
  const type = step!.to.name;
  const filter = step!.field.args.find(({ name }) => name === 'filterBy');
  const filterType = filter && getNamedType(filter.type);
  if (argument.startsWith('Query.') && argument.endsWith('(filterBy)'))
    return filterType && 'getFields' in filterType && 'nameContains' in filterType.getFields()
      ? { nameContains: source }
      : undefined;
  if (argument.endsWith('(first)')) return 8;
  switch (argument) {
    case 'Query.nodes(ids)':
      return [people[target]!.id];
    case 'Query.search(query)':
      return source;
    case 'Query.search(types)':
      return [path[1]?.to.name ?? 'Person']
        .map((name) => name.toUpperCase())
        .filter((name) => name === 'PERSON');
    case 'Query.people(meeting)':
      return step!.through === 'edges' ? [{ skill: skills[0]!.id, level: 0.5 }] : undefined;
    case 'Query.nextQuestions(person)':
      return people[target]!.id;
    case 'Person.masteryHistory(skill)':
    case 'Query.nextQuestions(skill)':
    case 'Query.skillSupply(skill)':
      return skills[0]!.id;
    case 'Project.candidates(includeAssigned)':
      return true;
    default:
      return argument.startsWith('Query.') && argument.endsWith('(id)')
        ? type === 'Person'
          ? people[target]!.id
          : skills[0]!.id
        : undefined;
  }
};

/** Whole numbers and words only: a level has many digits. */
const telling = (said: unknown): string[] => {
  const text = JSON.stringify(said);
  return tellTales.filter((tale) =>
    new RegExp(`(?<![\\d.])${tale.replaceAll('.', '[.]')}(?!\\d)`).test(text),
  );
};
const isTarget = (found: object): boolean => (found as { id?: string }).id === graph.people[target]!.id;

describe('what only the person may see', () => {
  const people = manual.getType('Person');
  if (!isObjectType(people)) throw new Error('There are no people.');
  const everything = selectionTo(people, [...theirsAlone, ...onTheWay]);

  /** Every way to a person: the shortest to whatever has one, and on. */
  const ways = (): Path[] => {
    const objects = Object.values(manual.getTypeMap()).filter(isObjectType);
    return objects.flatMap((type) => {
      const begun = pathTo(type.name);
      if (!begun || [...theirsAlone, ...onTheWay].includes(type.name)) return [];
      return stepsFrom(type)
        .filter(({ to }) => to === people)
        .map((step) => [...begun, step]);
    });
  };

  it('is led to by people alone', () => {
    const guarded = new Set(theirsAlone);
    const doors = Object.values(manual.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !/(Connection|Edge)$/.test(name))
      .flatMap((on) =>
        stepsFrom(on)
          .filter(({ to, through }) => guarded.has(to.name) && through !== 'edges')
          .map(({ field }) => `${on.name}.${field.name}`),
      );
    expect(doors.sort()).toEqual([
      'Learning.place',
      'Person.feedback',
      'Person.helpGiven',
      'Person.helpReceived',
      'Person.visits',
      'Visit.pageViews',
      'Visit.videoViews',
    ]);
  });

  it('is there for the person, whatever their role', async () => {
    for (const role of ['person', 'lead', 'hr', 'admin'] as const) {
      const own = await app.as(role, graph.people[target]!.id);
      const { data, errors } = await own.ask<{ person: object }, object>(
        `query ($id: ID!) { person(id: $id) { ${everything} } }`,
        { id: graph.people[target]!.id },
      );
      expect([errors, telling(data).length]).toEqual([undefined, tellTales.length]);
    }
  });

  it.each(roles)('is no other %s’s, on every way of the schema to the person', async (role) => {
    const found: string[] = [];
    let reached = 0;
    for (const way of ways()) {
      const { text, variables } = queryOf(way, valueOf, everything);
      const { data, errors = [] } = await clients[role].ask<object, object>(text, variables);
      if (telling([data, errors]).length > 0) found.push(nameOf(way));
      const targets = data ? objectsAt(data, way).filter(isTarget) : [];
      reached += targets.length;
      for (const seen of targets)
        found.push(...shownOf(seen, errors).map((what) => `${nameOf(way)}: ${what}`));
    }
    expect(found).toEqual([]);
    // An author sees people's names alone, and their fields are refused to the role as a whole.
    if (role !== 'author') expect(reached).toBeGreaterThan(role === 'person' ? 1 : 8);
  });

  /** What of a person is not null, or was refused without saying so. */
  function shownOf(person: object, errors: readonly ApiError[]): string[] {
    const { visits, feedback, helpGiven, helpReceived, learning } = person as Record<string, unknown>;
    const places =
      (learning as { nodes: { place: unknown }[] } | null)?.nodes.map(({ place }) => place) ?? [];
    const shown = [visits, feedback, helpGiven, helpReceived, ...places].filter((value) => value !== null);
    const forbidden = errors.filter(({ extensions }) => extensions.code === 'FORBIDDEN').length;
    return [...(shown.length > 0 ? ['shown'] : []), ...(forbidden >= 4 ? [] : ['no refusal'])];
  }

  it('stands in no answer at all, whatever is asked', async () => {
    const found: string[] = [];
    const paths = oneOfEach([...pathsOfLists(), ...pathsOfThings()], endOf, seededUniforms(testSeed()));
    const others = roles.filter((role) => role !== 'admin');
    for (const [index, path] of paths.entries()) {
      const asked: readonly Role[] = triesWhole() ? roles : ['admin', others[index % others.length]!];
      for (const role of asked) {
        const { text, variables } = queryOf(path, valueOf);
        const { data, errors } = await clients[role].ask<object, object>(text, variables);
        if (telling([data, errors]).length > 0) found.push(`${role}: ${nameOf(path)}`);
      }
    }
    expect(found).toEqual([]);
    expect(paths.filter((path) => path.some(isPaged)).length).toBeGreaterThan(100);
  });

  it('is in no payload of those who save and record', async () => {
    const { source, people } = graph;
    const reference = people[target]!.reference;
    const inPerson = `person { ${everything} }`;
    const operations: [text: string, items: readonly object[]][] = [
      [`($items: [PersonInput!]!) { savePeople(items: $items) { people { ${everything} } } }`, [reference]],
      [
        `($items: [EnrolmentInput!]!) { saveEnrolments(items: $items) { enrolments { ${inPerson} } } }`,
        [{ person: reference, module: course.modules[0]! }],
      ],
      [
        `($items: [MembershipInput!]!) { saveMemberships(items: $items) { memberships { ${inPerson} } } }`,
        [{ person: reference, team: { source, id: 'team' } }],
      ],
      [
        `($items: [PageViewInput!]!) { recordPageViews(items: $items) { recorded results { index status } errors { code message fields } } }`,
        [course.pageView(course.visit(target), 1, { id: 'telling' })],
      ],
    ];
    for (const role of ['hr', 'admin'] as const)
      for (const [text, items] of operations) {
        const { data, errors } = await clients[role].ask<object, object>(`mutation ${text}`, { items });
        expect(data).toBeDefined();
        expect(telling([data, errors])).toEqual([]);
      }
  });
});
