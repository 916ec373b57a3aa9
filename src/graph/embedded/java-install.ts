import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { JavaCaller } from 'java-caller';
import { InstallationError, messageOf } from '../../shared/errors';
import { findJava, javaCallerFolder, usualJavaPlaces } from './java';
import type { FoundJava, JavaPlaces } from './java';
import { fittingJavaVersions, neo4jVersion } from './neo4j-version';

export interface JavaOptions {
  readonly installJava?: boolean | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
}

const wanted = fittingJavaVersions.join(' or ');

/** A Java that fits, fetched with the user's consent where none is installed. */
export async function ensureJava(
  options: JavaOptions,
  places: JavaPlaces = usualJavaPlaces(),
): Promise<FoundJava> {
  const search = await findJava(places);
  if (search.fitting) {
    return search.fitting;
  }
  const found =
    search.others.length === 0
      ? 'no Java was found'
      : `only ${search.others.map(({ command, version }) => `Java ${version} (${command})`).join(', ')} was found`;
  if (!(options.installJava ?? (await consent(found)))) {
    throw new InstallationError(
      `Neo4j ${neo4jVersion} runs on Java ${wanted}, but ${found}; install one of these, set JAVA_HOME to it, ` +
        'or agree to the download of a private Java (installJava).',
    );
  }
  options.onProgress?.(`Downloading a private Java ${Math.max(...fittingJavaVersions)}.`);
  return fetchJava(places);
}

/** Nothing is fetched without a yes; where there is no terminal to ask at, the answer is no. */
async function consent(found: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) {
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const answer = await terminal.question(
      `Neo4j runs on Java ${wanted}, but ${found}. Download a private Java of about 50 MB? [y/N] `,
    );
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}

/** java-caller installs what it lacks before it runs anything, so that asking for the version is enough. */
async function fetchJava(places: JavaPlaces): Promise<FoundJava> {
  const before = { path: process.env['PATH'], home: process.env['JAVA_HOME'] };
  let cause: unknown;
  try {
    const caller = new JavaCaller({
      minimumJavaVersion: Math.min(...fittingJavaVersions),
      maximumJavaVersion: Math.max(...fittingJavaVersions),
      javaType: 'jre',
      mainClass: '-version',
    });
    await caller.run([]);
  } catch (error) {
    cause = error;
  } finally {
    // It leaves its Java in this process's environment, which is not ours to keep.
    restore('PATH', before.path);
    restore('JAVA_HOME', before.home);
  }
  const { fitting } = await findJava({
    ...places,
    folders: [...places.folders, javaCallerFolder()],
  });
  if (fitting) {
    return fitting;
  }
  const why = cause === undefined ? 'the download contained none that runs' : messageOf(cause);
  throw new InstallationError(
    `A private Java could not be downloaded (${why}); install Java ${wanted} with this machine's package manager, ` +
      `or set JAVA_HOME to one (its command is ${join('bin', 'java')}), and start again.`,
    { cause },
  );
}

function restore(name: string, value: string | undefined): void {
  if (value === undefined) {
    Reflect.deleteProperty(process.env, name);
  } else {
    process.env[name] = value;
  }
}
