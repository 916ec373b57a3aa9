import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { fittingJavaVersions } from './neo4j-version';

export interface FoundJava {
  /** Path of the java command. */
  readonly command: string;
  /** Feature release: 17, 21, … */
  readonly version: number;
}

export interface JavaSearch {
  /** The first Java that fits, if any. */
  readonly fitting?: FoundJava;
  /** Those that were looked at before and do not fit. */
  readonly others: readonly FoundJava[];
}

export interface JavaPlaces {
  readonly environment: NodeJS.ProcessEnv;
  /** Folders whose entries are Java homes, or hold one in Contents/Home. */
  readonly folders: readonly string[];
}

/** Where java-caller puts what it downloads. */
export function javaCallerFolder(): string {
  return join(homedir(), '.java-caller/jre');
}

/** Where installers of the usual operating systems and of java-caller put Java. */
export function usualJavaPlaces(): JavaPlaces {
  const home = homedir();
  const programs = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)']].filter(
    (path) => path !== undefined,
  );
  return {
    environment: process.env,
    folders: [
      '/usr/lib/jvm',
      '/Library/Java/JavaVirtualMachines',
      join(home, 'Library/Java/JavaVirtualMachines'),
      join(home, '.sdkman/candidates/java'),
      join(home, '.jdks'),
      javaCallerFolder(),
      '/opt/java',
      ...['Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu', 'Amazon Corretto', 'BellSoft'].flatMap((vendor) =>
        programs.map((program) => join(program, vendor)),
      ),
    ],
  };
}

/** Looks for a Java that Neo4j runs on: JAVA_HOME first, then the PATH, then the usual folders. */
export async function findJava(places: JavaPlaces = usualJavaPlaces()): Promise<JavaSearch> {
  const others: FoundJava[] = [];
  for (const command of await candidates(places)) {
    const version = await javaVersion(command);
    if (version === undefined) {
      continue;
    }
    if (fittingJavaVersions.includes(version)) {
      return { fitting: { command, version }, others };
    }
    others.push({ command, version });
  }
  return { others };
}

async function candidates({ environment, folders }: JavaPlaces): Promise<string[]> {
  const executable = process.platform === 'win32' ? 'java.exe' : 'java';
  const found: string[] = [];
  if (environment['JAVA_HOME']) {
    found.push(join(environment['JAVA_HOME'], 'bin', executable));
  }
  for (const folder of (environment['PATH'] ?? '').split(delimiter).filter(Boolean)) {
    found.push(join(folder, executable));
  }
  for (const folder of folders) {
    const homes = await readdir(folder).catch(() => []);
    for (const home of homes.sort()) {
      found.push(join(folder, home, 'bin', executable), join(folder, home, 'Contents/Home/bin', executable));
    }
  }
  return [...new Set(found)];
}

/** Asks the command itself: release files are missing or wrong often enough. */
async function javaVersion(command: string): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)(command, ['-version'], { timeout: 20_000 });
    // Up to Java 8 the number after "1." was the release.
    const match = /version "(?:1\.)?(\d+)/.exec(stderr);
    return match ? Number(match[1]) : undefined;
  } catch {
    return undefined;
  }
}
