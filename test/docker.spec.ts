import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { readConfig, settings } from '../src/shared/config';
import { startApp } from './kit/app';

/** There is no Docker here: what can be held to the code without it is held here. */
const root = join(__dirname, '..');
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');

interface Service {
  readonly image?: string;
  readonly build?: string;
  readonly user?: string;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly ports?: readonly string[];
  readonly volumes: readonly string[];
  readonly command?: readonly [string];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly stop_grace_period?: string;
}

/** Variables of the shell that runs compose, at their defaults. */
const withDefaults = (text: string) => text.replace(/(?<!\$)\$\{\w+:-([^}]*)\}/g, '$1');
const compose = parse(withDefaults(textOf('docker-compose.yml'))) as {
  readonly services: Readonly<Record<'secrets' | 'neo4j' | 'api', Service>>;
  readonly volumes: object;
};
const { secrets, neo4j, api } = compose.services;
const defaults = readConfig({});

/** Instructions of the Dockerfile: the word and what follows it. */
const instructions = textOf('Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => /^(\S+) (.*)$/.exec(line)!.slice(1) as [word: string, rest: string]);
const following = (word: string) => instructions.filter(([one]) => one === word).map(([, rest]) => rest);

const { scripts, engines } = JSON.parse(textOf('package.json')) as {
  scripts: Record<string, string>;
  engines: { node: string };
};

describe('the Dockerfile', () => {
  const copied = following('COPY')
    .filter((rest) => !rest.startsWith('--from'))
    .flatMap((rest) => rest.split(' ').slice(0, -1));

  it('copies what is there, and nothing that .dockerignore keeps out', () => {
    const [everything, ...exceptions] = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(everything).toBe('*');
    const named = new Set(exceptions.filter((line) => line.startsWith('!')).map((line) => line.slice(1)));
    expect(new Set(copied)).toEqual(named);
    for (const path of copied) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  });

  it('copies every file that the build reads', () => {
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const words = [compiler, '--listFilesOnly', '-p', 'tsconfig.build.json'];
    const { stdout } = spawnSync(process.execPath, words, { cwd: root, encoding: 'utf8' });
    const read = stdout
      .split('\n')
      .filter((file) => file !== '' && !file.includes('/node_modules/'))
      .map((file) => relative(root, file));
    expect(read.length).toBeGreaterThan(100);
    expect(
      read.filter((file) => !copied.some((path) => file === path || file.startsWith(`${path}/`))),
    ).toEqual([]);
    expect(read.filter((file) => file.endsWith('.spec.ts'))).toEqual([]);
  });

  it('runs commands of npm that there are, and starts the API as `npm start` does, compiled', () => {
    for (const [, script] of following('RUN')
      .join('\n')
      .matchAll(/npm run (\S+)/g))
      expect(Object.keys(scripts)).toContain(script);
    const [entry, words] = [following('ENTRYPOINT'), following('CMD')].map(
      ([given]) => JSON.parse(given!) as string[],
    );
    expect([...entry!, ...words!].join(' ')).toBe(
      scripts['start']!.replace('-r @swc-node/register src/main.ts', 'dist/src/main.js'),
    );
    expect(scripts['build']).toBe('tsc -p tsconfig.build.json');
  });

  it('is of one Node that the package allows, runs as nobody who may do everything, and has no secret', () => {
    const bases = new Set(following('FROM').map((rest) => rest.replace(/ AS .*/, '')));
    expect(bases.size).toBe(1);
    const [base] = bases;
    const major = Number(/^node:(\d+)-/.exec(base!)![1]);
    expect(major).toBeGreaterThanOrEqual(Number(/\d+/.exec(engines.node)![0]));
    const last = instructions.map(([word]) => word).lastIndexOf('FROM');
    const user = instructions.slice(last).filter(([word]) => word === 'USER');
    expect(user).toEqual([['USER', 'node']]);
    expect(following('EXPOSE')).toEqual([String(defaults.SKILLWAKE_PORT)]);
    expect(textOf('Dockerfile')).not.toMatch(/secret=|password|token/i);
    expect(following('ARG')).toEqual([]);
  });
});

describe('docker-compose.yml', () => {
  it('gives the API settings that there are, with values that fit', () => {
    for (const name of Object.keys(api.environment)) expect(Object.keys(settings.shape)).toContain(name);
    const { NEO4J_PASSWORD_FILE, SKILLWAKE_SECRET_FILE, ...plain } = api.environment;
    expect([NEO4J_PASSWORD_FILE, SKILLWAKE_SECRET_FILE]).toEqual(['/secrets/password', '/secrets/secret']);
    const config = readConfig({ ...plain, SKILLWAKE_SECRET: 'x'.repeat(32) });
    expect(new URL(config.NEO4J_URI!).hostname).toBe('neo4j');
    expect(parseInt(api.stop_grace_period!, 10)).toBeGreaterThan(config.SKILLWAKE_STOP_SECONDS);
  });

  it('publishes on this machine only, by the ports that both listen on', () => {
    expect(api.ports).toEqual([
      `127.0.0.1:${String(defaults.SKILLWAKE_PORT)}:${String(defaults.SKILLWAKE_PORT)}`,
    ]);
    expect(neo4j.ports).toEqual(['127.0.0.1:7687:7687']);
    expect(new URL(api.environment['NEO4J_URI']!).port).toBe('7687');
  });

  it('lets nobody do more than they need', () => {
    for (const service of [secrets, api])
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
      });
    expect(api.tmpfs).toEqual(['/tmp']);
    expect(neo4j.security_opt).toEqual(['no-new-privileges:true']);
    for (const { volumes } of [neo4j, api]) expect(volumes).toContain('secrets:/secrets:ro');
    expect(Object.keys(compose.volumes)).toEqual(['graph', 'secrets']);
  });

  it('starts each once the one before is ready, the database without the API', () => {
    expect(neo4j.depends_on).toEqual({ secrets: { condition: 'service_completed_successfully' } });
    expect(api.depends_on).toEqual({ neo4j: { condition: 'service_healthy' } });
    expect([secrets.image, neo4j.build, api.build]).toEqual([neo4j.image, undefined, '.']);
  });

  it('asks the API whether it is ready, by a line that tells the difference', async () => {
    const [kind, node, ...words] = api.healthcheck!.test;
    expect([kind, node]).toEqual(['CMD', 'node']);
    const app = await startApp();
    const check = (url: string) => {
      const [option, line] = words;
      const asked = line!.replace(`http://127.0.0.1:${String(defaults.SKILLWAKE_PORT)}`, new URL(url).origin);
      // Beside this process, which answers.
      return new Promise<number | null>((resolve) => {
        spawn(process.execPath, [option!, asked], { stdio: 'ignore' }).once('exit', resolve);
      });
    };
    expect(await check(app.url)).toBe(0);
    await app.close();
    expect(await check(app.url)).toBe(1);
  });

  it('has no secret in it', () => {
    for (const { environment } of Object.values(compose.services))
      for (const [name, value] of Object.entries(environment))
        if (/PASSWORD|SECRET|AUTH/.test(name)) expect(value).toMatch(/^(\/secrets\/[\w-]+)?$/);
  });
});

describe('the secrets that compose makes up', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'skillwake-secrets-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const read = (name: string) => readFileSync(join(directory, name), 'utf8');
  /** The script as the container runs it; whom the files belong to is only root's to say. */
  function makeUp(password = ''): string[] {
    const script = secrets.command![0].replaceAll('$$', '$').replaceAll('/secrets/', `${directory}/`);
    const { status, stderr } = spawnSync('/bin/bash', ['-c', `chown() { :; }\n${script}`], {
      encoding: 'utf8',
      env: { NEO4J_PASSWORD: password },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    expect([status, stderr]).toEqual([0, '']);
    return ['neo4j-auth', 'password', 'secret'].map(read);
  }

  it('are long, the owner’s alone, and stay', () => {
    const first = makeUp();
    expect(first).toEqual([
      `neo4j/${first[1]!}`,
      expect.stringMatching(/^[\da-f]{64}$/),
      expect.stringMatching(/^[\da-f]{64}$/),
    ]);
    for (const name of readdirSync(directory))
      expect(statSync(join(directory, name)).mode & 0o777).toBe(0o600);
    expect(makeUp('another')).toEqual(first);
    rmSync(join(directory, 'password'));
    expect(makeUp()).toEqual(first);
  });

  it('are what the API reads', () => {
    const [, password, secret] = makeUp();
    const config = readConfig({
      NEO4J_PASSWORD_FILE: join(directory, 'password'),
      SKILLWAKE_SECRET_FILE: join(directory, 'secret'),
    });
    expect([config.NEO4J_PASSWORD, config.SKILLWAKE_SECRET]).toEqual([password, secret]);
  });

  it('hold the password of a database that was there before', () => {
    for (const name of readdirSync(directory)) rmSync(join(directory, name));
    expect(makeUp('given before').slice(0, 2)).toEqual(['neo4j/given before', 'given before']);
  });
});
