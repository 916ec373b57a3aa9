import { InstallationError } from '../../shared/errors';

export function hasCode(error: unknown, ...codes: string[]): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && codes.includes(code);
}

/** The sentence for what a file system refuses, or nothing where the error is of another kind. */
export function describeFileFailure(error: unknown, path: string): InstallationError | undefined {
  if (hasCode(error, 'ENOSPC', 'EDQUOT')) {
    return diskFull(path, error);
  }
  if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) {
    return new InstallationError(
      `${path} cannot be written by this user; give this user the right to write there, or name another directory.`,
      { cause: error },
    );
  }
  if (hasCode(error, 'ENOTDIR', 'EEXIST')) {
    return new InstallationError(`${path} is a file, or lies below one; name another directory.`, {
      cause: error,
    });
  }
  return undefined;
}

export function diskFull(path: string, cause?: unknown): InstallationError {
  return new InstallationError(
    `The disk that holds ${path} is full; free some space on it, or name a directory on another disk, and start again.`,
    { cause },
  );
}

/** A port asked for by number is in use. */
export function portTaken(port: number): InstallationError {
  return new InstallationError(
    `Port ${port} on 127.0.0.1 is taken by another program; stop that program, name another Bolt port, ` +
      'or name none to use a free one.',
  );
}
