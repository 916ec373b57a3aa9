import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..');

describe('test/generated', () => {
  // In a process of its own: the generator is made of ES modules, which jest cannot load as they are.
  it('is what `npm run codegen` writes', () => {
    const bin = join(root, 'node_modules/.bin/graphql-codegen');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [bin, '--config', 'codegen.yml', '--check'],
      {
        cwd: root,
        encoding: 'utf8',
      },
    );
    const said =
      status === 0
        ? ''
        : `test/generated is not up to date: \`npm run codegen\` writes it.\n${stdout}${stderr}`;
    expect(said).toBe('');
  });
});
