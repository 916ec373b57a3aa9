import { refuseHalfRestored } from '../../graph/backup/restore';
import { readConfig } from '../../shared/config';
import { describeSettings } from '../../shared/describe-settings';
import { InstallationError, SkillwakeError } from '../../shared/errors';
import { openInstallation } from '../installation';
import { backUp } from './backup';
import { calibrateMastery } from './calibrate';
import type { Command } from './command';
import { demo } from './demo';
import { exportCommand } from './export';
import { importCommand } from './import';
import { importUsage } from './import-usage';
import { openWhenThere } from './open-when-there';
import { platform } from './platform';
import { rebuildMastery } from './rebuild';
import { reportDay } from './report';
import { restoreBackup } from './restore';
import { say } from './say';
import { emitSchema } from './schema';
import { seedCommand, seedUsage } from './seed';
import { emitSettings } from './settings';
import { start } from './start';
import { token } from './token';
import { usages } from './usages';

/** Those that write what is committed need no installation. */
const onNothing: Readonly<Record<string, (words: readonly string[]) => Promise<void>>> = {
  schema: emitSchema,
  settings: emitSettings,
};
const onInstallation: Readonly<Record<string, Command>> = {
  start,
  demo,
  import: importCommand,
  seed: seedCommand,
  rebuild: rebuildMastery,
  calibrate: calibrateMastery,
  token,
  platform,
  report: reportDay,
  export: exportCommand,
  backup: backUp,
  restore: restoreBackup,
};

/** What --help prints of a command before the settings. */
const usageOf: Readonly<Record<string, () => string>> = { import: importUsage, seed: seedUsage };

/** Runs one npm command; gives the exit code. The installation is opened and closed here, once for all of them. */
export async function run([name = '', ...words]: readonly string[]): Promise<number> {
  try {
    if (name === '--help' || words.includes('--help')) {
      const usage = usageOf[name]?.() ?? usages[name] ?? Object.values(usages).join('\n\n');
      process.stdout.write(
        `${usage}\n\nSettings, from the environment or the file that SKILLWAKE_CONFIG_FILE names:\n${describeSettings()}\n`,
      );
      return 0;
    }
    const emit = onNothing[name];
    if (emit) {
      await emit(words);
      return 0;
    }
    const command = onInstallation[name];
    if (!command)
      throw new InstallationError(
        `There is no command "${name}": use one of ${[...Object.keys(onInstallation), ...Object.keys(onNothing)].join(', ')}.`,
      );
    const work = command(words);
    const config = readConfig();
    const installation = name === 'start' ? await openWhenThere(config) : await openInstallation(config, say);
    if (!installation) return 0;
    try {
      if (name !== 'restore') await refuseHalfRestored(installation.database);
      return (await work(installation)) ?? 0;
    } finally {
      await installation.close();
    }
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
