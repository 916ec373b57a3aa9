import { chmod, mkdir, mkdtemp, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataDirectory, pathsOf, preparePassword, readPassword } from './data-directory';

let directory: string;
beforeEach(async () => (directory = await mkdtemp(join(tmpdir(), 'skillwake-data-'))));
afterEach(async () => {
  await chmod(directory, 0o700);
  await rm(directory, { recursive: true });
});

test('makes the folder for this user only', async () => {
  const made = join(directory, 'a', 'b');
  await openDataDirectory(made);
  expect((await stat(made)).mode & 0o777).toBe(0o700);
});

test('closes a folder to others that they could read, with all that lies in it', async () => {
  await chmod(directory, 0o755);
  await openDataDirectory(directory);
  expect((await stat(directory)).mode & 0o777).toBe(0o700);
});

// The owner is compared by number; root may change owners, others may not, so the user is what varies here.
test('refuses the folder of another user', async () => {
  const other = (process.getuid?.() ?? 0) + 1;
  await expect(openDataDirectory(directory, other)).rejects.toThrow(
    /belongs to another user .*start as that user, or name/,
  );
});

// Root may write everywhere.
(process.getuid?.() === 0 ? test.skip : test)('refuses a folder without the right to write', async () => {
  await chmod(directory, 0o500);
  await expect(openDataDirectory(directory)).rejects.toThrow(
    /cannot be written by this user; give this user/,
  );
});

test('refuses a file', async () => {
  const file = join(directory, 'file');
  await writeFile(file, '');
  await expect(openDataDirectory(file)).rejects.toThrow(/is a file, or lies below one/);
});

test('makes a password once, readable by its owner only', async () => {
  await openDataDirectory(directory);
  const first = await preparePassword(directory);
  expect(first).toEqual({ value: expect.stringMatching(/^[\da-f]{48}$/), toBeSet: true });
  expect((await stat(pathsOf(directory).password)).mode & 0o777).toBe(0o600);
  expect(await preparePassword(directory)).toEqual(first);
  expect(await readPassword(directory)).toBe(first.value);
});

test('replaces what a killed process left of a password file, and follows no link there', async () => {
  await openDataDirectory(directory);
  const elsewhere = join(directory, 'elsewhere');
  await symlink(elsewhere, `${pathsOf(directory).password}.${String(process.pid)}.part`);
  await preparePassword(directory);
  await expect(stat(elsewhere)).rejects.toThrow(/ENOENT/);
});

test('does not make up a new password for a database that has one', async () => {
  await mkdir(pathsOf(directory).systemDatabase, { recursive: true });
  await expect(preparePassword(directory)).rejects.toThrow(/its password is missing; put back the file/);
});
