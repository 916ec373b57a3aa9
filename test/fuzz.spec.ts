import {
  getNamedType,
  getNullableType,
  isListType,
  type GraphQLArgument,
  type GraphQLInputType,
} from 'graphql';
import { seededUniforms } from '../src/estimators/random';
import { startApp, type TestApp } from './kit/app';
import type { Client } from './kit/client';
import {
  inputOf,
  leftOut,
  manual,
  isTheirsAlone,
  pathTo,
  queryOf,
  sitesIn,
  stepsWithArguments,
  type Sensible,
  type Site,
} from './kit/from-schema';
import { buildGraph, buildOrganisation, day, type TestGraph } from './kit/graph';
import { attackOn, shown } from './kit/attacking';
import { hostileValues, inside, notGiven } from './kit/hostile';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import { testSeed, triesWhole } from './kit/sampling';
import { changesBeyond, snapshotOf } from './kit/snapshot';

/** The same values at the same places on every run; another seed tries others. */
const seed = testSeed();
/** The share of places in queries, and of values at each place of a batch, that one run tries. */
const shareTried = triesWhole() ? 1 : 0.1;
/** The share of values that is sent where each one takes a request of its own. */
const shareAlone = triesWhole() ? 0.02 : 0.005;
/** Each takes hundreds of requests. */
jest.setTimeout(120_000);

let app: TestApp;
let admin: Client;
let graph: TestGraph;
let own: EmptiedDatabase;
beforeAll(async () => {
  // Of its own: skills that become one or two switch everybody to a next calibration.
  own = await openEmptiedDatabase();
  app = await startApp({ SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' }, own.address);
  admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 3, skills: 3, questionsPerSkill: 1 });
  const { source } = graph;
  const project = { source, id: 'project' };
  await buildOrganisation(admin, {
    teams: ['team', 'broader'].map((id) => ({ source, id, name: id })),
    projects: [{ ...project, name: 'Project' }],
    tasks: [{ source, id: 'task', name: 'Task', project }],
    requirements: [{ project, skill: graph.skills[1]!.reference, level: 0.9 }],
    modules: ['module', 'before'].map((id) => ({ source, id, name: id, pages: [{ title: 'Page' }] })),
  });
  const saved = await admin.ask(
    `mutation ($items: [RoleTemplateInput!]!) { saveRoleTemplates(items: $items) { errors { message } } }`,
    { items: [{ source, id: 'template', name: 'Template' }] },
  );
  expect(saved.data).toEqual({ saveRoleTemplates: { errors: [] } });
});
afterAll(async () => {
  await app.close();
  await own.close();
});

interface Payload {
  readonly errors: readonly { readonly index: number; readonly code: string; readonly message: string }[];
}

const attack = (what: string, query: string, variables: object, faults: string[]) =>
  attackOn(
    { url: app.url, token: admin.token },
    `seed ${String(seed)}, ${what}`,
    { query, variables },
    faults,
  );

const stored = () => snapshotOf(app.database, graph.source);

const idOf = (type: string): string =>
  ({ Person: graph.people, Skill: graph.skills, Question: graph.questions })[type]?.[0]?.id ?? 'nothing';

describe('a query with a hostile value', () => {
  const sensible: Sensible = (input, { name }) => {
    if (input === 'SkillNeed' && name === 'skill') return idOf('Skill');
    if (input === 'SkillNeed' && name === 'level') return 0.5;
    return name === 'field' ? 'NAME' : leftOut;
  };
  const given = (argument: string): unknown => {
    if (argument.endsWith('(first)')) return 2;
    if (argument === 'Query.search(query)') return 'person';
    if (argument === 'Query.nextQuestions(person)') return idOf('Person');
    if (argument === 'Person.masteryHistory(skill)') return idOf('Skill');
    if (argument === 'Query.nodes(ids)') return [idOf('Person'), idOf('Skill')];
    return argument.startsWith('Query.') && /\((id|skill)\)$/.test(argument) ? idOf('Skill') : undefined;
  };
  const steps = stepsWithArguments().filter((step) => !isTheirsAlone([...pathTo(step.on.name)!, step]));

  it('is answered or refused as a fault of the client, tells nothing of the inside and changes nothing', async () => {
    const random = seededUniforms(seed);
    const faults: string[] = [];
    const before = await stored();
    for (const step of steps) {
      const field = `${step.on.name}.${step.field.name}`;
      for (const argument of step.field.args) {
        const place = `${field}(${argument.name})`;
        // A list is read one way at a time.
        const backwards = ['last', 'before'].includes(argument.name);
        for (const site of sitesIn(argument.name, argument.type, sensible)) {
          if (random() > shareTried) continue;
          const value = hostileValues[Math.floor(random() * hostileValues.length)];
          const { text, variables } = queryOf([...pathTo(step.on.name)!, step], (one) => {
            if (one === place) return site.holding(value);
            return backwards && one === `${field}(first)` ? undefined : given(one);
          });
          await attack(`${field}(${site.name}) = ${shown(value)}`, text, variables, faults);
        }
      }
    }
    expect(faults).toEqual([]);
    expect(changesBeyond(new Set(), before, await stored())).toEqual([]);
  });
});

describe('a mutation with hostile values', () => {
  const reference = (id: string) => ({ source: graph.source, id });
  const of =
    (mutation: string): Sensible =>
    (input, { name, type }) => {
      const outside: Record<string, string> = {
        person: 'person-0001',
        helper: 'person-0002',
        filledBy: 'person-0002',
        keep: 'person-0001',
        merge: 'person-0002',
        leads: 'person-0002',
        authors: 'person-0002',
        team: 'team',
        responsibleTeam: 'team',
        skill: 'skill-0001',
        skills: 'skill-0001',
        question: 'question-0001',
        module: 'module',
        prerequisites: 'before',
        project: 'project',
        task: 'task',
        roleTemplate: 'template',
        broader: 'skill-0002',
      };
      const own: Record<string, string> = {
        PersonInput: 'person-0001',
        TeamInput: 'team',
        SkillInput: 'skill-0001',
        QuestionInput: 'question-0001',
        ModuleInput: 'module',
        ProjectInput: 'project',
        TaskInput: 'task',
        RoleTemplateInput: 'template',
      };
      const kind = getNamedType(type).name;
      const value = (one: unknown) => (String(type).startsWith('[') ? [one] : one);
      if (input === 'ReferenceInput')
        return name === 'globalId'
          ? leftOut
          : name === 'source'
            ? graph.source
            : ({ deletePeople: 'person-0003', deleteSkills: 'skill-0003' }[mutation] ?? 'nothing');
      if (notGiven.includes(`${input}.${name}`)) return leftOut;
      // No answer was read with another difficulty.
      if (input === 'DifficultyInput' && name === 'question') return reference('question-0003');
      if (kind === 'ReferenceInput') {
        const id =
          input === 'TeamInput' && name === 'broader'
            ? 'broader'
            : input === 'SkillInput' && name === 'prerequisites'
              ? 'skill-0003'
              : outside[name];
        return value(reference(id!));
      }
      if (name === 'source') return graph.source;
      if (name === 'id') return own[input] ?? 'own';
      if (['globalId', 'ifUnchangedSince', 'remove'].includes(name)) return leftOut;
      const known: Record<string, unknown> = {
        kind: { PageInput: 'QUIZ', ClaimInput: 'SELF' }[input] ?? 'LINK',
        type: 'SKILL',
        decision: 'REKEY',
        activity: 'https://example.org/a',
        durationSeconds: 10,
        uri: 'https://example.org/a',
        url: 'https://example.org/a',
        photoUrl: 'https://example.org/a',
        email: 'ada@example.org',
        timeZone: 'Europe/Berlin',
        language: 'en',
        from: kind === 'LenientFloat' ? 0.2 : day(0),
        to: kind === 'LenientFloat' ? 0.7 : day(20),
        due: day(20),
        completedAt: day(10),
        openedAt: day(0),
        filledAt: day(10),
        at: day(0),
        activeUntil: day(2_000),
      };
      if (input === 'StatementInput' && name === 'statement')
        return {
          actor: { mbox: 'mailto:ada@example.org' },
          verb: { id: 'https://example.org/verbs/pondered' },
          object: { id: 'https://example.org/thoughts' },
        };
      // Of one that is switched off nobody is told.
      if (input === 'WebhookInput')
        Object.assign(known, { active: false, url: 'https://hr.example/skillwake' });
      if (name === 'events') return ['people.changed'];
      if (name in known) return known[name];
      return { LenientString: value('text'), LenientInt: 1, LenientFloat: 0.5 }[kind];
    };

  /** Whether a value can cost more than its item: what is no input object or item of a list is refused as a whole. */
  const isLenient = ({ name, type }: Site) =>
    getNamedType(type).name.startsWith('Lenient') &&
    !name.endsWith('[]') &&
    !isListType(getNullableType(type));
  // What takes no items has a spec of its own: that of proposals is beside them.
  const mutations = Object.values(manual.getMutationType()!.getFields()).filter(
    ({ args }) => args[0]?.name === 'items',
  );

  it.each(mutations.map((field) => [field.name, field] as const))(
    '%s is done for good items and not for others, which are named, and touches nothing that it does not name',
    async (name, field) => {
      const faults: string[] = [];
      const [{ type }] = field.args as [GraphQLArgument];
      const item = getNamedType(type) as GraphQLInputType;
      const query = `mutation ($items: ${String(type)}) { ${name}(items: $items) { errors { index code message } } }`;
      const good = inputOf(item, of(name));
      // Sent again it changes nothing; to delete, merge or split again is refused. Tokens to revoke are issued by a command.
      // Webhooks that are named are those of other specs, and what is sent is sent again.
      const beside = /^(delete|merge|split|revoke|rotate|send|resend)/.test(name) ? [] : [good];
      // A hostile id may be one that was saved before; a withdrawal, and a question that moves, name their person by the
      // evidence.
      const named = new Set([
        ...(JSON.stringify(good).match(/(?<=")[^"]+(?=")/g) ?? []),
        ...hostileValues.filter((value) => typeof value === 'string'),
        ...(/^(withdraw|split)/.test(name) ? ['person-0001'] : []),
      ]);
      await attack('what is good', query, { items: beside }, faults);
      let before = await stored();

      const send = async (what: string, hostile: readonly unknown[]): Promise<void> => {
        const json = await attack(what, query, { items: [...beside, ...hostile, ...beside] }, faults);
        const errors = (json.data as Record<string, Payload> | null | undefined)?.[name]?.errors;
        const refused = errors === undefined || errors.length === hostile.length;
        if (errors === undefined && hostile.length > 1) faults.push(`${what}: refused as a whole`);
        for (const { index, message } of errors ?? []) {
          const isGood = beside.length > 0 && (index === 0 || index > hostile.length);
          if (isGood || inside.test(message)) faults.push(`${what}: ${String(index)} ${message}`);
        }
        const after = await stored();
        const changed = changesBeyond(refused ? new Set() : named, before, after);
        before = after;
        if (changed.length > 0) faults.push(`${what}: changes ${changed.join()}`);
      };

      const random = seededUniforms(seed);
      for (const site of sitesIn('', item, of(name))) {
        const what = `${name}(items${site.name})`;
        if (isLenient(site))
          await send(what, hostileValues.filter(() => random() < shareTried).map(site.holding));
        else
          for (const value of hostileValues.filter(() => random() < shareAlone))
            await send(`${what} = ${shown(value)}`, [site.holding(value)]);
      }
      expect(faults).toEqual([]);
    },
  );
});
