import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstallationError } from '../../shared/errors';
import { findJava } from './java';
import { ensureJava } from './java-install';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'skillwake-java-'))));
afterEach(() => rm(directory, { recursive: true }));

/** A Java home whose command says that it is of this version, as java does: on standard error. */
async function javaHome(name: string, version: string): Promise<string> {
  const home = join(directory, name);
  await mkdir(join(home, 'bin'), { recursive: true });
  const command = join(home, 'bin', 'java');
  await writeFile(command, `#!/bin/sh\necho 'openjdk version "${version}" 2025-01-01' >&2\n`);
  await chmod(command, 0o755);
  return home;
}

test('a Java that is too new or too old is passed over for one that fits', async () => {
  const newest = await javaHome('25', '25.0.1');
  const oldest = await javaHome('8', '1.8.0_492');
  const fitting = await javaHome('jvm/21', '21.0.2');
  const environment = { JAVA_HOME: newest, PATH: join(oldest, 'bin') };
  expect(await findJava({ environment, folders: [join(directory, 'jvm')] })).toEqual({
    fitting: { command: join(fitting, 'bin', 'java'), version: 21 },
    others: [
      { command: join(newest, 'bin', 'java'), version: 25 },
      { command: join(oldest, 'bin', 'java'), version: 8 },
    ],
  });
});

test('JAVA_HOME comes before the PATH', async () => {
  const home = await javaHome('home', '17.0.1');
  const path = await javaHome('path', '21');
  const { fitting } = await findJava({
    environment: { JAVA_HOME: home, PATH: join(path, 'bin') },
    folders: [],
  });
  expect(fitting?.version).toBe(17);
});

test('with only a wrong Java the sentence names it and the way out', async () => {
  const environment = { JAVA_HOME: await javaHome('25', '25') };
  const refused = ensureJava({ installJava: false }, { environment, folders: [] });
  await expect(refused).rejects.toThrow(InstallationError);
  await expect(refused).rejects.toThrow(
    /runs on Java 17 or 21, but only Java 25 \(.*\) was found; install one of these/,
  );
});

test('without any Java, and nobody to ask, nothing is downloaded', async () => {
  await expect(ensureJava({}, { environment: {}, folders: [] })).rejects.toThrow(
    /but no Java was found; install/,
  );
});
