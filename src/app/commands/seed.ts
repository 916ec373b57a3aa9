import { seeds, type SeedOptions } from '../../../seeds/seeds';
import { SeedError } from '../../../seeds/client';
import type { Seed } from '../../../seeds/items';
import { seedSource } from '../../adapters/import/seed-source';
import { InstallationError } from '../../shared/errors';
import { optionsAndFilesOf, type Command } from './command';
import { exitCodeOf, importingInto, print } from './importing';

const options = {
  from: { type: 'string' },
  essential: { type: 'string' },
  optional: { type: 'string' },
  levels: { type: 'string' },
} as const;

const takes = `the name of a seed (${Object.keys(seeds).join(', ')}), --from DIR, for esco --essential LEVEL and --optional LEVEL, for onet --levels STEPS`;

/** Loads real data from a folder, the publisher's own download or somebody's copy; run again, it changes nothing. */
export const seedCommand: Command = (words) => {
  const { values, files } = optionsAndFilesOf(words, options, takes);
  const { from, ...given } = values;
  const [name = ''] = files;
  const seed = seeds[name];
  if (!seed || files.length > 1) throw new InstallationError(`Name one seed: this command takes ${takes}.`);
  if (from === undefined)
    throw new InstallationError(`Say --from and the folder with the data: this command takes ${takes}.`);
  const foreign = (Object.keys(given) as (keyof SeedOptions)[]).find(
    (option) => !seed.takes.includes(option),
  );
  if (foreign !== undefined) throw new InstallationError(`--${foreign} is nothing that ${name} takes.`);
  return async (installation) => {
    const importing = importingInto(installation);
    const { said, refused, items } = await inSentences(() => seed.read(from, given));
    print([
      ...said,
      ...(refused.length > 0
        ? [`${String(refused.length)} rows could not be read: ${refused[0] ?? ''}.`]
        : []),
      '',
    ]);
    const sources = [seedSource(name, items, importing.kinds)];
    const code = exitCodeOf(await importing.run(sources, importing.kinds, false));
    return code === 0 && refused.length > 0 ? 2 : code;
  };
};

async function inSentences(read: () => Promise<Seed>): Promise<Seed> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof SeedError ? new InstallationError(error.message, { cause: error }) : error;
  }
}
