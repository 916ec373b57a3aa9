import { getNamedType, isLeafType, isNonNullType, isRequiredArgument, type GraphQLObjectType } from 'graphql';
import { rolesOf } from '../src/features/access/policy';
import type { Role } from '../src/features/access/viewer';
import { startApp, type TestApp } from './kit/app';
import type { ApiError, Client } from './kit/client';
import { schema, types } from './kit/policy-operations';
import { adam, ann, bea, boris, buildStory, type Story } from './kit/story';

let app: TestApp;
let story: Story;
beforeAll(async () => {
  // All of a type in one request is dear, the more the more others have left.
  app = await startApp({ SKILLWAKE_MAX_COST: '100000000' });
  story = await buildStory(await app.as('admin'));
});
afterAll(() => app.close());

const idOf = (position: number) => story.graph.people[position]!.id;
const as = (role: Role, position: number) => app.as(role, idOf(position));

/** What must be given besides, by field. */
const given: Readonly<Record<string, () => string>> = {
  'Person.masteryHistory': () => `(skill: "${story.graph.skills[0]!.id}")`,
};

/** Every field of a type that the role may select, each asked for no more than that it is there. */
function everyField(type: GraphQLObjectType, role: Role): string {
  const asked = Object.values(type.getFields()).filter(
    (field) =>
      rolesOf(field).includes(role) &&
      (`${type.name}.${field.name}` in given || !field.args.some(isRequiredArgument)),
  );
  return asked
    .map((field) => {
      const args = given[`${type.name}.${field.name}`]?.() ?? '';
      return `${field.name}${args}${isLeafType(getNamedType(field.type)) ? '' : ' { __typename }'}`;
    })
    .join(' ');
}
const typeOf = (name: string) => schema.getType(name) as GraphQLObjectType;

type Json = Readonly<Record<string, unknown>>;
const at = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce((value, step) => (value as Json)[step], data);

/** Errors told as path and code; one that took more with it than the field that it names fails. */
function refusalsIn(data: unknown, errors: readonly ApiError[] = []): string[] {
  return errors.map(({ path, extensions: { code } }) => {
    expect(at(data, path!.slice(0, -1))).not.toBeNull();
    expect(at(data, path!)).toBeNull();
    return `${path!.join('.')} ${code}`;
  });
}

describe('what is refused for one object', () => {
  it('is null by itself, and nothing beside it or above it is', () => {
    const nonNull = types
      .filter((type) => type !== schema.getMutationType())
      .flatMap((type) =>
        Object.values(type.getFields()).flatMap(({ name, description, type: of }) =>
          description?.includes('FORBIDDEN') && !name.startsWith('viewerCanSee') && isNonNullType(of)
            ? [`${type.name}.${name}`]
            : [],
        ),
      );
    expect(nonNull).toEqual([]);
  });

  it('leaves a lead the candidates, and of each what is theirs to see', async () => {
    const { data, errors } = await (
      await as('lead', ann)
    ).ask<{ project: { candidates: { nodes: { person: { name: string; claims: unknown } }[] } } }, object>(
      `query ($id: ID!) { project(id: $id) { candidates(includeAssigned: true) { nodes { person { name claims { totalCount } } } } } }`,
      { id: story.project },
    );
    const { nodes } = data!.project.candidates;
    expect(nodes.length).toBeGreaterThan(2);
    expect(nodes.every(({ person }) => person.name !== '')).toBe(true);
    const refused = nodes.flatMap(({ person }, index) =>
      person.claims === null ? [`project.candidates.nodes.${String(index)}.person.claims FORBIDDEN`] : [],
    );
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(nodes.length);
    expect(refusalsIn(data, errors)).toEqual(refused);
  });

  it.each([
    ['person', bea],
    ['lead', ann],
    ['lead', boris],
    ['author', adam],
    ['hr', adam],
    ['admin', adam],
  ] as const)('takes nothing with it for %s %d, whatever is asked of the object', async (role, position) => {
    const client = await as(role, position);
    const { graph, teamA, teamB, project } = story;
    const objects = [
      ...graph.people.map(({ id }) => ['Person', id] as const),
      ...[teamA, teamB].map((id) => ['Team', id] as const),
      ['Project', project] as const,
      ['Skill', graph.skills[0]!.id] as const,
    ];
    for (const [type, id] of objects) {
      const { data, errors } = await client.ask<{ node: Json | null }, object>(
        `query ($id: ID!) { node(id: $id) { __typename ... on ${type} { ${everyField(typeOf(type), role)} } } }`,
        { id },
      );
      for (const refusal of refusalsIn(data, errors)) expect(refusal).toMatch(/ FORBIDDEN$/);
    }
  });
});

/** What a viewer is told beforehand of everybody, and what they are then refused. */
async function told(client: Client, role: Role): Promise<[details: boolean, accessLog: boolean, string[]][]> {
  const { data, errors } = await client.ask<
    { project: { assignments: { nodes: { person: Json }[] } } },
    object
  >(
    `query ($id: ID!) { project(id: $id) { assignments { nodes { person { ${everyField(typeOf('Person'), role)} } } } } }`,
    { id: story.project },
  );
  const refused = refusalsIn(data, errors);
  return data!.project.assignments.nodes.map(({ person }, index) => [
    person['viewerCanSeeDetails'] as boolean,
    person['viewerCanSeeAccessLog'] as boolean,
    refused.flatMap((one) => {
      const [, place, field] = /nodes\.(\d+)\.person\.(\w+) FORBIDDEN$/.exec(one)!;
      return Number(place) === index ? [field!] : [];
    }),
  ]);
}

/** What only the person sees. */
const theirs = ['accessLog', 'feedback', 'helpGiven', 'helpReceived', 'visits'];

describe('viewerCanSee', () => {
  it('says of each person what would be refused, and costs no statement a person', async () => {
    app.forget();
    const asLead = await told(await as('lead', boris), 'lead');
    // A lead sees of the assignments those of their own team's members.
    expect(asLead).toEqual([[true, false, theirs]]);
    expect(await told(await as('person', bea), 'person')).toEqual([[true, true, []]]);
    expect(await told(await as('hr', adam), 'hr')).toEqual([
      // What speaks for harder work is told to the person and who leads them.
      [true, true, []],
      [true, false, ['growthOpportunities', ...theirs]],
    ]);
  });

  it('is false of strangers, and to authors of everybody', async () => {
    const OPEN =
      'query ($id: ID!) { team(id: $id) { leads { nodes { viewerCanSeeDetails viewerCanSeeAccessLog } } } }';
    const shown = async (client: Client, id: string) =>
      (
        await client.ask<{ team: { leads: { nodes: Record<string, boolean>[] } } }, object>(OPEN, { id })
      ).data!.team.leads.nodes.map((person) => Object.values(person));
    expect(await shown(await as('lead', ann), story.teamB)).toEqual([[false, false]]);
    expect(await shown(await as('person', boris), story.teamB)).toEqual([[true, true]]);
    expect(await shown(await as('author', boris), story.teamB)).toEqual([[false, false]]);
    expect(await shown(await app.as('admin'), story.teamB)).toEqual([[true, false]]);
  });

  it.each([
    ['lead', ann, true],
    ['lead', boris, false],
    ['hr', adam, true],
    ['person', ann, false],
  ] as const)('tells %s %d of the candidates of a project: %s', async (role, position, can) => {
    const client = await as(role, position);
    const fields = `viewerCanSeeCandidates ${role === 'person' ? '' : 'candidates { totalCount }'}`;
    const { data, errors } = await client.ask<{ project: Json }, object>(
      `query ($id: ID!) { project(id: $id) { ${fields} } }`,
      { id: story.project },
    );
    expect(data!.project['viewerCanSeeCandidates']).toBe(can);
    if (role !== 'person')
      expect(refusalsIn(data, errors)).toEqual(can ? [] : ['project.candidates FORBIDDEN']);
  });
});
