import { parseArgs, type ParseArgsConfig } from 'node:util';
import { InstallationError, messageOf } from '../../shared/errors';
import type { Installation } from '../installation';

/** What a command does once the installation is open; gives the exit code where that is not 0. */
export type Work = (installation: Installation) => Promise<void> | Promise<number>;

/** Reads a command's own words, before anything is opened: a typing error is reported at once. */
export type Command = (words: readonly string[]) => Work;

/** The options among the words; throws InstallationError, saying what the command takes, where they do not fit. */
export function optionsOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  takes: string,
): ReturnType<typeof parseArgs<{ options: Options }>>['values'] {
  return understood(takes, () => parseArgs({ args: [...words], options, strict: true }).values);
}

/** The options among the words, and the other words: names of files. */
export function optionsAndFilesOf<Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
  takes: string,
): {
  values: ReturnType<typeof parseArgs<{ options: Options }>>['values'];
  files: readonly string[];
} {
  const config = { args: [...words], options, strict: true, allowPositionals: true } as const;
  const { values, positionals } = understood(takes, () => parseArgs(config));
  return { values, files: positionals };
}

function understood<Parsed>(takes: string, parse: () => Parsed): Parsed {
  try {
    return parse();
  } catch (error) {
    const reason = messageOf(error).split('. ')[0] ?? '';
    throw new InstallationError(`The arguments are not understood (${reason}): this command takes ${takes}.`);
  }
}

/** The file that is a command's only word. */
export function fileOf(words: readonly string[]): string {
  const [file, ...rest] = words;
  if (file === undefined || file.startsWith('-') || rest.length > 0)
    throw new InstallationError(
      'The arguments are not understood: this command takes FILE, the name of a backup.',
    );
  return file;
}
