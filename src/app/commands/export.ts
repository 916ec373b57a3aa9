import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { askedOf } from '../../adapters/exports/asked';
import { begunDocument } from '../../adapters/exports/exported-document';
import { formatNamed, formats } from '../../adapters/exports/formats';
import { LookRecorder } from '../../features/audit/look.recorder';
import { exported, exportNamed } from '../../features/exports/exports';
import { beginExport } from '../../features/exports/exporting.service';
import { ReadModel } from '../../features/states/read-model';
import { Cursors } from '../../shared/cursors';
import { BadInputError, InstallationError, messageOf, SnapshotExpiredError } from '../../shared/errors';
import { newKey } from '../../shared/ids';
import { sharedByCommand } from '../command-context';
import { requestContext, rulesOf } from '../graphql/context';
import { optionsAndFilesOf, type Command } from './command';

const options = {
  format: { type: 'string', default: 'csv' },
  since: { type: 'string' },
  'as-of': { type: 'string' },
  source: { type: 'string' },
  output: { type: 'string' },
} as const;

const takes = 'NAME, --format FORMAT, --since SNAPSHOT, --as-of DATE, --source SOURCE and --output FILE';

/** Prints an export, or writes it to a file. Whoever is looked at by it finds that in their access log. */
export const exportCommand: Command = (words) => {
  const { values, files } = optionsAndFilesOf(words, options, takes);
  const { since, 'as-of': asOf, source, output } = values;
  const one = files.length === 1 ? exportNamed(files[0] ?? '') : undefined;
  if (!one)
    throw new InstallationError(
      `Give one of ${exported.map(({ name }) => name).join(', ')} and nothing else.`,
    );
  const format = formatNamed(values.format);
  if (!format)
    throw new InstallationError(`--format takes one of ${formats.map(({ name }) => name).join(', ')}.`);
  const given = {
    ...(since !== undefined && { since }),
    ...(asOf !== undefined && { asOf }),
    ...(source !== undefined && { source }),
  };
  return async ({ config, database, logger, secret }) => {
    const shared = {
      ...sharedByCommand(rulesOf(config)),
      ...{ database, readModel: new ReadModel(database) },
      // A snapshot that a server gave is understood here, and the other way round.
      cursors: new Cursors(secret),
    };
    const looks = new LookRecorder(database, logger);
    const context = requestContext(shared, { id: newKey() }, { role: 'admin', personKey: undefined });
    try {
      const exporting = await beginExport(context, one, askedOf(one, given, context));
      const parts = format.write(await begunDocument(exporting, { context, looks }));
      await (output === undefined ? print(parts) : writeFile(parts, resolve(output)));
    } catch (error) {
      throw error instanceof BadInputError || error instanceof SnapshotExpiredError
        ? new InstallationError(error.message, { cause: error })
        : error;
    } finally {
      await shared.background.close();
      await looks.close();
    }
  };
};

async function print(parts: AsyncIterable<Buffer>): Promise<void> {
  for await (const part of parts) if (!process.stdout.write(part)) await once(process.stdout, 'drain');
}

/** Under its name there is only ever a whole file. */
async function writeFile(parts: AsyncIterable<Buffer>, path: string): Promise<void> {
  const unfinished = `${path}.part`;
  const file = createWriteStream(unfinished);
  await once(file, 'open').catch((error: unknown) => {
    throw new InstallationError(`${path} cannot be written: ${messageOf(error)}.`, { cause: error });
  });
  try {
    await pipeline(parts, file);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
