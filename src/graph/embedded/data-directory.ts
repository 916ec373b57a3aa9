import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { InstallationError } from '../../shared/errors';
import { openPrivateFolder } from '../../shared/private-folder';
import { describeFileFailure, hasCode } from './failure';

/** What lies where in the data directory of an installation, which is also Neo4j's home. */
export function pathsOf(dataDirectory: string) {
  return {
    home: dataDirectory,
    configuration: join(dataDirectory, 'conf', 'neo4j.conf'),
    password: join(dataDirectory, 'password'),
    passwordArguments: join(dataDirectory, 'conf', 'password.arguments'),
    state: join(dataDirectory, 'guardian.json'),
    startLock: join(dataDirectory, 'start.lock'),
    systemDatabase: join(dataDirectory, 'data', 'databases', 'system'),
    transactionLogs: join(dataDirectory, 'data', 'transactions'),
    logs: join(dataDirectory, 'logs'),
    neo4jLog: join(dataDirectory, 'logs', 'neo4j.log'),
    /** What neo4j.log does not say of a database that could not be opened. */
    debugLog: join(dataDirectory, 'logs', 'debug.log'),
    javaLog: join(dataDirectory, 'logs', 'java.log'),
    guardianLog: join(dataDirectory, 'logs', 'guardian.log'),
  } as const;
}

/**
 * Makes the folder if it is missing, closes it to others, and refuses one that another user owns: Neo4j would leave
 * files that its owner cannot read.
 */
export async function openDataDirectory(
  dataDirectory: string,
  user: number | undefined = process.getuid?.(),
): Promise<void> {
  const paths = pathsOf(dataDirectory);
  try {
    await openPrivateFolder(dataDirectory);
    const { uid } = await stat(dataDirectory);
    if (user !== undefined && uid !== user) {
      throw new InstallationError(
        `The data directory ${dataDirectory} belongs to another user (number ${uid}, this is ${user}); ` +
          'start as that user, or name another data directory.',
      );
    }
    await access(dataDirectory, constants.R_OK | constants.W_OK | constants.X_OK);
    await mkdir(paths.logs, { recursive: true });
    await mkdir(dirname(paths.configuration), { recursive: true });
  } catch (error) {
    throw describeFileFailure(error, dataDirectory) ?? error;
  }
}

/** Replaces a file in one step, readable by its owner only. */
export async function writePrivately(path: string, content: string): Promise<void> {
  const partial = `${path}.${process.pid}.part`;
  await rm(partial, { force: true });
  const file = await open(partial, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(partial, path);
}

export async function readPassword(dataDirectory: string): Promise<string | undefined> {
  try {
    return (await readFile(pathsOf(dataDirectory).password, 'utf8')).trim();
  } catch (error) {
    if (hasCode(error, 'ENOENT')) {
      return undefined;
    }
    throw describeFileFailure(error, dataDirectory) ?? error;
  }
}

export interface Password {
  readonly value: string;
  /** Whether it must still be set in Neo4j, which is possible only before its first start. */
  readonly toBeSet: boolean;
}

/** The password of this installation, generated at its first start. */
export async function preparePassword(dataDirectory: string): Promise<Password> {
  const paths = pathsOf(dataDirectory);
  const started = await stat(paths.systemDatabase).then(
    () => true,
    () => false,
  );
  const known = await readPassword(dataDirectory);
  if (known !== undefined) {
    return { value: known, toBeSet: !started };
  }
  if (started) {
    throw new InstallationError(
      `${dataDirectory} holds a database, but its password is missing; put back the file ${paths.password}, ` +
        'or name another data directory.',
    );
  }
  // In hexadecimal: a password that begins with a dash would be an option to Neo4j's command.
  const value = randomBytes(24).toString('hex');
  await writePrivately(paths.password, `${value}\n`);
  return { value, toBeSet: true };
}
