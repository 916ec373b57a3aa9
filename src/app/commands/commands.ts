import { describeSettings, readConfig } from '../../shared/config';
import { InstallationError, SkillwakeError } from '../../shared/errors';
import { openInstallation, type Installation } from '../installation';
import { demo } from './demo';
import { rebuildMastery } from './rebuild';
import { say } from './say';
import { emitSchema } from './schema';
import { start } from './start';
import { token } from './token';

/** What a command is given: its own words, and the installation where it works on one. */
export type Command = (installation: Installation, words: readonly string[]) => Promise<void>;

const onInstallation: Readonly<Record<string, Command>> = { start, demo, rebuild: rebuildMastery, token };

/** Runs one npm command; gives the exit code. The installation is opened and closed here, once for all of them. */
export async function run([name = '', ...words]: readonly string[]): Promise<number> {
  try {
    if (words.includes('--help')) {
      process.stdout.write(`Settings, from the environment:\n${describeSettings()}\n`);
      return 0;
    }
    if (name === 'schema') {
      await emitSchema();
      return 0;
    }
    const command = onInstallation[name];
    if (!command)
      throw new InstallationError(
        `There is no command "${name}": use one of ${[...Object.keys(onInstallation), 'schema'].join(', ')}.`,
      );
    const installation = await openInstallation(readConfig(), say);
    try {
      await command(installation, words);
    } finally {
      await installation.close();
    }
    return 0;
  } catch (error) {
    // An expected fault is one sentence for people; only an unexpected one shows where it came from.
    say(
      error instanceof SkillwakeError
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error),
    );
    return 1;
  }
}
