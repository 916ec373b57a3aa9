import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InstallationError } from '../../shared/errors';
import type { Installation } from '../installation';

/** What a command does once the installation is open. */
export type Work = (installation: Installation) => Promise<void>;

/** Reads a command's own words, before anything is opened: a slip is told at once. */
export type Command = (words: readonly string[]) => Work;

/** The options among the words; throws InstallationError, saying what the command takes, where they do not fit. */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  takes: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  try {
    return parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('. ')[0] ?? '') : String(error);
    throw new InstallationError(`The words are not understood (${reason}): this command takes ${takes}.`);
  }
}
