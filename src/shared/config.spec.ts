import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from './config';
import { describeSettings } from './describe-settings';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'skillwake-config-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

let files = 0;
function file(content: string): string {
  const path = join(directory, String(files++));
  writeFileSync(path, content);
  return path;
}

/** What is said of settings that do not fit. */
function faults(environment: Readonly<Record<string, string>>): string {
  try {
    readConfig(environment);
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

const secret = 'a secret of thirty-two characters or so';

describe('the file of settings', () => {
  const SKILLWAKE_CONFIG_FILE = () => file('# ours\nSKILLWAKE_PORT=4100\nSKILLWAKE_MAX_COST="7"\nOTHER=1\n');

  it('is read where the environment names one, and the environment wins', () => {
    const config = readConfig({
      SKILLWAKE_CONFIG_FILE: SKILLWAKE_CONFIG_FILE(),
      SKILLWAKE_PORT: '4200',
      SKILLWAKE_MAX_DEPTH: '',
    });
    expect(config).toMatchObject({ SKILLWAKE_PORT: 4200, SKILLWAKE_MAX_COST: 7, SKILLWAKE_MAX_DEPTH: 16 });
  });

  it('names no setting that there is not, nor another file', () => {
    const said = faults({
      SKILLWAKE_CONFIG_FILE: file('SKILLWAKE_PROT=1\nNEO4J_PASWORD=x\nSKILLWAKE_CONFIG_FILE=y\n'),
    });
    expect(said).toContain('SKILLWAKE_PROT: is not a setting; did you mean SKILLWAKE_PORT?');
    expect(said).toContain('NEO4J_PASWORD: is not a setting; did you mean NEO4J_PASSWORD?');
    expect(said).toContain('SKILLWAKE_CONFIG_FILE: can only be set in the environment');
  });

  it('is missed where it is not there', () => {
    expect(faults({ SKILLWAKE_CONFIG_FILE: join(directory, 'none') })).toMatch(
      /SKILLWAKE_CONFIG_FILE: the file \S+none cannot be read \(ENOENT\)/,
    );
  });
});

describe('the environment', () => {
  it('holds no setting of ours that there is not; those of Neo4j and of the tests are left alone', () => {
    const others = { NEO4J_dbms_memory: '1', SKILLWAKE_TEST_SEED: '1', SKILLWAKE_CI_RUN: 'x', PATH: '/' };
    expect(faults(others)).toBe('');
    expect(faults({ ...others, SKILLWAKE_WHATEVER: '1' })).toContain('SKILLWAKE_WHATEVER: is not a setting');
  });
});

describe('a secret', () => {
  it.each(['SKILLWAKE_SECRET', 'NEO4J_PASSWORD'] as const)(
    '%s is read from the file that is named',
    (name) => {
      expect(readConfig({ [`${name}_FILE`]: file(`${secret}\n`) })[name]).toBe(secret);
    },
  );

  it('is given once', () => {
    expect(faults({ NEO4J_PASSWORD: 'x', NEO4J_PASSWORD_FILE: file('y') })).toContain(
      'NEO4J_PASSWORD: is given twice, by NEO4J_PASSWORD_FILE too',
    );
  });

  it('is in no message, however wrong it is', () => {
    const short = 'too short';
    for (const given of [{ SKILLWAKE_SECRET: short }, { SKILLWAKE_SECRET_FILE: file(short) }]) {
      expect(faults(given)).toContain('SKILLWAKE_SECRET: must have at least 32 characters');
      expect(faults(given)).not.toContain(short);
    }
  });

  it('is needed where others than this machine can ask', () => {
    expect(faults({ SKILLWAKE_HOST: '0.0.0.0' })).toContain('SKILLWAKE_SECRET');
    expect(faults({ SKILLWAKE_HOST: '0.0.0.0', SKILLWAKE_SECRET_FILE: file(secret) })).toBe('');
  });
});

it('all faults are reported at once, of every kind', () => {
  const said = faults({
    SKILLWAKE_CONFIG_FILE: file('SKILLWAKE_PROT=1\nSKILLWAKE_MAX_COST=none\n'),
    SKILLWAKE_LOG_LEVEL: 'loud',
    SKILLWAKE_HOST: '0.0.0.0',
    NEO4J_PASSWORD_FILE: join(directory, 'none'),
  });
  for (const name of [
    ...['SKILLWAKE_PROT', 'SKILLWAKE_MAX_COST', 'SKILLWAKE_LOG_LEVEL', 'SKILLWAKE_HOST'],
    'NEO4J_PASSWORD_FILE',
  ])
    expect(said).toContain(`${name}: `);
  expect(said).toMatch(/[.]$/);
});

it('every setting is described with its default and what it may be', () => {
  const line = (name: string) =>
    describeSettings()
      .split('\n')
      .find((one) => one.startsWith(`  ${name} `));
  expect(line('SKILLWAKE_PORT')).toMatch(/Port to listen on.*\(0 to 65535; default 4000\)$/);
  expect(line('SKILLWAKE_MEETS_FROM')).toMatch(/\(above 0, below 1; default 0[.]5\)$/);
  expect(line('SKILLWAKE_METRICS')).toMatch(/\(loopback, network; default loopback\)$/);
  expect(line('SKILLWAKE_GRAPHIQL')).toMatch(/\(true, false\)$/);
  expect(line('SKILLWAKE_SECRET')).toMatch(/\(32 characters or more\)$/);
  expect(line('SKILLWAKE_LEVEL_BANDS')).toMatch(/\(default novice:0,/);
});
