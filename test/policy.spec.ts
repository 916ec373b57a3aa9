import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { extendSchema, getIntrospectionQuery, isInterfaceType, parse } from 'graphql';
import { SignJWT, type JWTPayload } from 'jose';
import { pino } from 'pino';
import { deniedFields } from '../src/app/graphql/check-policy';
import { serve, type RunningServer } from '../src/app/http/server';
import { rolesOf } from '../src/features/access/policy';
import { roles, type Role } from '../src/features/access/viewer';
import { Database } from '../src/graph/driver/database';
import { readConfig } from '../src/shared/config';
import { globalId } from '../src/shared/ids';
import { testDatabaseAddress } from './kit/worker-database';
import { clientOf, type ApiError } from './kit/client';
import { uniqueSource } from './kit/graph';
import { SAVE_PEOPLE } from './kit/operations';
import { schema, types, type Step, shortestPaths, operationAlong } from './kit/policy-operations';

describe('the policy', () => {
  it('decides every field of every object type and interface', () => {
    const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
    const undecided = [...types, ...interfaces].flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => rolesOf(field).length === 0)
        .map(({ name }) => `${type.name}.${name} is nobody's: say by @VisibleTo which roles may select it.`),
    );
    expect(undecided).toEqual([]);
  });

  it.each(roles)('denies to %s a field that states no roles, wherever it stands', (role) => {
    const extended = extendSchema(
      schema,
      parse('extend type Viewer { shoeSize: Int, boss: Boss } type Boss { name: String }'),
    );
    const document = parse(
      `query Shown { viewer { role ...Hidden } } fragment Hidden on Viewer { size: shoeSize boss { name } }`,
    );
    expect(deniedFields(extended, document, role)).toEqual(['Boss.name', 'Viewer.boss', 'Viewer.shoeSize']);
  });
});

/** What others have left on the shared database may cost more to compare with than a response usually may. */
const settings = {
  SKILLWAKE_PORT: '0',
  SKILLWAKE_MAX_COST: '1000000000',
  SKILLWAKE_MAX_COST_AT_WORK: '1000000000',
};
const secret = randomBytes(32).toString('hex');
/** Global id of whom tokens name: a token of somebody who is not there ends. */
let somebody: string;
let database: Database;
let server: RunningServer;
beforeAll(async () => {
  database = await Database.open(await testDatabaseAddress());
  server = await serve(readConfig(settings), secret, database, pino({ level: 'silent' }));
  const program = clientOf(server.url, await signed('admin', { subject: undefined }));
  const { savePeople } = await program.get(SAVE_PEOPLE, {
    items: [{ source: uniqueSource(), id: 'somebody', name: 'Somebody' }],
  });
  somebody = savePeople.people[0]!.id;
});
afterAll(async () => {
  await server.close();
  await database.close();
});

interface Signing {
  readonly claims?: JWTPayload;
  readonly key?: Parameters<SignJWT['sign']>[0];
  readonly algorithm?: string;
  readonly issuer?: string;
  readonly audience?: string;
  /** Seconds from now; undefined for a token that never expires. */
  readonly expires?: number | undefined;
  readonly subject?: string | undefined;
}

/** A token signed by hand: what is wrong with it is up to the spec. */
function signed(role: unknown, given: Signing = {}): Promise<string> {
  const { algorithm = 'HS256', issuer = 'skillwake', audience = 'skillwake-api' } = given;
  const now = Math.floor(Date.now() / 1000);
  const expires = 'expires' in given ? given.expires : 60;
  const subject = 'subject' in given ? given.subject : somebody;
  const token = new SignJWT({ ...(role !== undefined && { role }), ...given.claims })
    .setProtectedHeader({ alg: algorithm })
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt(now - 120);
  if (expires !== undefined) token.setExpirationTime(now + expires);
  if (subject !== undefined) token.setSubject(subject);
  return token.sign(given.key ?? new TextEncoder().encode(secret));
}

const clientAs = async (role: Role) => clientOf(server.url, await signed(role));

/** The fields that an answer says the role may not select; none where the policy let the operation through. */
function refusedFields(errors: readonly ApiError[] | undefined, role: Role): string[] {
  const [forbidden] = errors?.filter(({ extensions }) => extensions.code === 'FORBIDDEN') ?? [];
  const [, fields] =
    new RegExp(`^The role ${role} may not select (.+)[.]$`).exec(forbidden?.message ?? '') ?? [];
  return fields?.split(', ') ?? [];
}

describe('an operation over HTTP', () => {
  const paths = shortestPaths();

  it('reaches every object type of the schema', () => {
    expect(types.filter((type) => !paths.has(type)).map(({ name }) => name)).toEqual([]);
  });

  it.each(roles)('is FORBIDDEN to %s exactly where the policy denies a field it selects', async (role) => {
    const client = await clientAs(role);
    const wrong: string[] = [];
    let denials = 0;
    const isDenied = ({ field }: Step) => !rolesOf(field).includes(role);
    for (const type of types) {
      const way = paths.get(type)!;
      const steps = Object.values(type.getFields()).map((field) => ({ on: type, field }));
      for (const ends of [steps.filter(isDenied), steps.filter((step) => !isDenied(step))]) {
        const denied = [...way, ...ends]
          .filter(isDenied)
          .map(({ on, field: { name } }) => `${on.name}.${name}`);
        if (ends.length === 0) continue;
        const operation = operationAlong(way, ends);
        const { data, errors } = await client.ask(operation);
        const refused = refusedFields(errors, role);
        const invalid = errors?.some(({ extensions }) => extensions.code === 'GRAPHQL_VALIDATION_FAILED');
        if (denied.length > 0) denials++;
        const expected = [...new Set(denied)].sort().join();
        const asExpected = refused.join() === expected && (denied.length === 0 || !data);
        if (!asExpected || invalid)
          wrong.push(`${operation}: denied ${expected}, answered ${JSON.stringify(errors ?? data)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(denials > 0).toBe(role !== 'admin');
  });

  it('is not let through by aliases, fragments, directives or a harmless part beside', async () => {
    const { data, errors } = await (
      await clientAs('author')
    ).ask(
      `query Two($yes: Boolean = true) { viewer { role } mine: people { nodes @include(if: $yes) { ...P } } }
       fragment P on Person { post: email }`,
    );
    expect(data).toBeUndefined();
    expect(errors).toHaveLength(1);
    expect(refusedFields(errors, 'author')).toEqual(['Person.email', 'Query.people']);
  });

  it('that is FORBIDDEN is no fault of the server, and names the fields for programs too', async () => {
    const { status, errors } = await (await clientAs('author')).ask('{ people { nodes { id } } }');
    expect(errors![0]!.extensions['fields']).toEqual(['Query.people']);
    expect(status).toBeLessThan(500);
  });

  it('changes nothing where one of its mutations is denied', async () => {
    const { data, errors } = await (
      await clientAs('hr')
    ).ask(`mutation {
      saveSkills(items: [{ source: "policy", id: "${secret}", name: "Never saved" }]) { skills { id } }
      saveDifficulties(items: []) { done }
    }`);
    expect(refusedFields(errors, 'hr')).toEqual(['Mutation.saveDifficulties']);
    expect(data).toBeUndefined();
    const after = await (
      await clientAs('admin')
    ).ask(`mutation { saveSkills(items: [{ source: "policy", id: "${secret}" }]) { errors { message } } }`);
    expect(after.data).toEqual({
      saveSkills: { errors: [{ message: expect.stringContaining('required for a new skill') }] },
    });
  });
});

describe('a token', () => {
  const introspection = getIntrospectionQuery();

  it.each(roles)('that holds lets %s read the schema, and says who asks', async (role) => {
    const client = await clientAs(role);
    const { data, errors } = await client.ask(introspection);
    expect(errors).toBeUndefined();
    expect(data).toHaveProperty('__schema.types');
    expect((await client.ask('{ viewer { role personId } }')).data).toEqual({
      viewer: { role: role.toUpperCase(), personId: somebody },
    });
  });

  it.each(['author', 'hr', 'admin'] as const)('of %s may stand for a program', async (role) => {
    const client = clientOf(server.url, await signed(role, { subject: undefined }));
    expect((await client.ask('{ viewer { personId } }')).data).toEqual({ viewer: { personId: null } });
  });

  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const otherSecret = new TextEncoder().encode(randomBytes(32).toString('hex'));
  const encoded = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = {
    role: 'admin',
    iss: 'skillwake',
    aud: 'skillwake-api',
    exp: Math.floor(Date.now() / 1000) + 600,
  };
  const broken: Record<string, () => Promise<string | undefined> | string> = {
    'is missing': () => Promise.resolve(undefined),
    'is no token': () => 'Bearer nonsense',
    'comes under another scheme': async () => `Basic ${await signed('admin')}`,
    'is signed with another secret': async () => `Bearer ${await signed('admin', { key: otherSecret })}`,
    'was changed after it was signed': async () => {
      const [header, , signature] = (await signed('person')).split('.');
      return `Bearer ${header!}.${encoded(claims)}.${signature!}`;
    },
    'names no algorithm': () => `Bearer ${encoded({ alg: 'none' })}.${encoded(claims)}.`,
    'is signed with RS256': async () =>
      `Bearer ${await signed('admin', { algorithm: 'RS256', key: rsa.privateKey })}`,
    'is signed with HS512': async () => `Bearer ${await signed('admin', { algorithm: 'HS512' })}`,
    'is for another audience': async () => `Bearer ${await signed('admin', { audience: 'payroll' })}`,
    'is from another issuer': async () => `Bearer ${await signed('admin', { issuer: 'elsewhere' })}`,
    'has expired': async () => `Bearer ${await signed('admin', { expires: -60 })}`,
    'never expires': async () => `Bearer ${await signed('admin', { expires: undefined })}`,
    'names no role': async () => `Bearer ${await signed(undefined)}`,
    'names a role that there is not': async () => `Bearer ${await signed('owner')}`,
    'names something that is no person': async () =>
      `Bearer ${await signed('admin', { subject: globalId('Team', 'one') })}`,
    'is of a person without saying who': async () =>
      `Bearer ${await signed('person', { subject: undefined })}`,
    'is of a lead without saying who': async () => `Bearer ${await signed('lead', { subject: undefined })}`,
  };

  it.each(Object.keys(broken))('that %s gets UNAUTHENTICATED and never data', async (what) => {
    const authorization = await broken[what]!();
    for (const query of ['{ viewer { role } }', introspection]) {
      const response = await fetch(server.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(authorization !== undefined && { authorization }),
        },
        body: JSON.stringify({ query }),
      });
      const body = (await response.json()) as { data?: unknown; errors: ApiError[] };
      expect(body.data ?? null).toBeNull();
      expect(body.errors.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
      expect(response.ok).toBe(false);
    }
  });
});
