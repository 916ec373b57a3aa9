import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsPage } from '../src/shared/describe-settings';

describe('docs/settings.md', () => {
  it('is what `npm run settings` writes', () => {
    const committed = readFileSync(join(__dirname, '../docs/settings.md'), 'utf8');
    const missing = (of: string, over: string) => of.split('\n').filter((line) => !over.includes(line));
    const drift = [
      ...missing(committed, settingsPage()).map((line) => `- ${line}`),
      ...missing(settingsPage(), committed).map((line) => `+ ${line}`),
    ];
    const wayOut = 'docs/settings.md is not what src/shared/config.ts says; `npm run settings` writes it';
    expect(drift.length === 0 && committed === settingsPage() ? [] : [wayOut, ...drift]).toEqual([]);
  });
});
