import { open } from 'node:fs/promises';
import { InstallationError } from '../../shared/errors';
import { diskFull, portTaken } from './failure';

/** The end of a file from a position on, at most a megabyte; nothing where there is none. */
export async function readFrom(path: string, position: number): Promise<string> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const start = Math.max(position, size - 2 ** 20);
      const buffer = Buffer.alloc(Math.max(0, size - start));
      await file.read(buffer, 0, buffer.length, start);
      return buffer.toString('utf8');
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}

export interface FailedStart {
  readonly dataDirectory: string;
  readonly boltPort: number;
  readonly logPath: string;
  /** What Neo4j and Java wrote during this start. */
  readonly text: string;
}

/** Finds in the log why Neo4j did not start, and says it with the way out. */
export function explainFailedStart({
  dataDirectory,
  boltPort,
  logPath,
  text,
}: FailedStart): InstallationError {
  if (/No space left on device|Disk quota exceeded/i.test(text)) {
    return diskFull(dataDirectory);
  }
  if (/Address already in use|PortBindException/i.test(text)) {
    return portTaken(boltPort);
  }
  if (/insufficient memory|Could not reserve enough space|Cannot allocate memory/i.test(text)) {
    return new InstallationError(
      'This machine has not enough free memory for Neo4j as configured; give it a smaller heap and page cache, ' +
        'or end other programs.',
    );
  }
  const line = deepestCause(text);
  const log = `the log is ${logPath}`;
  if (
    /more recent version|newer version|downgrade|unknown store version|store version .* (?:unsupported|unknown|not supported)|Unsupported.*format/i.test(
      text,
    )
  ) {
    return new InstallationError(
      `The database in ${dataDirectory} was written by another version of Neo4j and cannot be opened (“${line}”; ${log}); ` +
        'use the release of Skillwake that wrote it, or name another data directory.',
    );
  }
  if (/store_lock|lock file .* (?:has been|is) locked|already in use by another/i.test(text)) {
    return new InstallationError(
      `Another Neo4j uses the data directory ${dataDirectory} (“${line}”; ${log}); stop it, or name another data directory.`,
    );
  }
  return new InstallationError(
    `Neo4j did not start: “${line}”; ${log}; correct what it names, or use another data directory.`,
  );
}

/** The deepest cause of the last error: what stands before it says only that a component failed to start. */
export function deepestCause(text: string): string {
  const lines = text.split('\n').map((line) => line.trim());
  const cause = lines.filter((line) => line.startsWith('Caused by: ')).at(-1);
  const error = lines
    .filter((line) => /\b(?:ERROR|FATAL|SEVERE)\b|^(?:Error|Unrecognized|Exception)\b/.test(line))
    .at(-1);
  const line = cause ?? error ?? lines.filter((candidate) => candidate !== '').at(-1) ?? 'it wrote nothing';
  return line
    .replace(/^Caused by: /, '')
    .replace(/^\d{4}-\S+ \S+\s+(?:ERROR|FATAL|SEVERE)\s+/, '')
    .slice(0, 300);
}
