import { readFile, rm } from 'node:fs/promises';
import { z } from 'zod';
import { pathsOf, writePrivately } from './data-directory';

const stateSchema = z.object({
  guardianProcess: z.number().int(),
  guardianPort: z.number().int(),
  /** Both sides prove that they know it; it never travels. */
  token: z.string(),
  boltPort: z.number().int(),
  javaProcess: z.number().int().optional(),
});

/** What other commands of the same user learn of the guardian, by a file in the data directory. */
export type GuardianState = z.infer<typeof stateSchema>;

/** What was last written, which may be stale; nothing where there is no file or no sense in it. */
export async function readState(dataDirectory: string): Promise<GuardianState | undefined> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(pathsOf(dataDirectory).state, 'utf8')));
  } catch {
    return undefined;
  }
}

export async function writeState(dataDirectory: string, state: GuardianState): Promise<void> {
  await writePrivately(pathsOf(dataDirectory).state, JSON.stringify(state));
}

/** Removes the file unless another guardian has written it since. */
export async function removeState(dataDirectory: string, token: string): Promise<void> {
  if ((await readState(dataDirectory))?.token === token) {
    await rm(pathsOf(dataDirectory).state, { force: true });
  }
}
