import { chmod, mkdir, stat } from 'node:fs/promises';
import { InstallationError } from './errors';

/** What people other than the owner may do with a file: read, write, enter. */
const ofOthers = 0o077;

/**
 * Makes a folder that its owner alone may read, write and enter, and closes one to others that is there already and
 * this user's.
 * @throws InstallationError where it cannot be closed; what the file system throws else.
 */
export async function openPrivateFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const { uid, mode } = await stat(path);
  // Windows has no such rights, and a folder of another user is its owner's to close.
  if (uid !== process.getuid?.() || (mode & ofOthers) === 0) return;
  await chmod(path, 0o700);
  // Some file systems take it and change nothing.
  if (((await stat(path)).mode & ofOthers) === 0) return;
  throw new InstallationError(
    `Others can read ${path}, and its file system does not let that be changed: name a data directory elsewhere.`,
  );
}
