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

/** Loads real data from a folder, the publisher's own download or a copy of it; run again, it changes nothing. */
export const seedCommand: Command = (words) => {
  const { values, files } = optionsAndFilesOf(words, options, takes);
  const { from, ...given } = values;
  const [name = ''] = files;
  const seed = seeds[name];
  if (!seed || files.length > 1) throw new InstallationError(`Name one seed: this command takes ${takes}.`);
  if (from === undefined)
    throw new InstallationError(`Give --from and the folder with the data: this command takes ${takes}.`);
  const foreign = (Object.keys(given) as (keyof SeedOptions)[]).find(
    (option) => !seed.takes.includes(option),
  );
  if (foreign !== undefined) throw new InstallationError(`--${foreign} is not an option of ${name}.`);
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

/** What --help prints. */
export function seedUsage(): string {
  return [
    'npm run seed -- NAME --from DIR [options]     loads real data; run again, it changes nothing.',
    '',
    `  NAME                one of ${Object.keys(seeds).join(', ')}`,
    "  --from DIR          the folder with the data: the publisher's own download, or a copy; .gz too",
    '  --essential LEVEL   esco: the level at which occupations require the skills that ESCO calls essential',
    '  --optional LEVEL    esco: the same for the optional ones',
    "  --levels STEPS      onet: how O*NET's levels, 0 to 7, translate to levels here, like 2:0.4,3.5:0.6,5:0.8",
    '',
    'Rejected rows go to NAME.rejected.ndjson. Exit code: 0 every row was accepted, 2 some were not, 1 it failed.',
  ].join('\n');
}

async function inSentences(read: () => Promise<Seed>): Promise<Seed> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof SeedError ? new InstallationError(error.message, { cause: error }) : error;
  }
}
