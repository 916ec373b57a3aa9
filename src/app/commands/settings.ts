import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { settingsPage } from '../../shared/describe-settings';
import { optionsOf } from './command';

/** Writes docs/settings.md. */
export async function emitSettings(words: readonly string[]): Promise<void> {
  optionsOf(words, {}, 'no words');
  await writeFile(resolve('docs/settings.md'), settingsPage());
}
