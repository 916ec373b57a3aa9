import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startApp, type TestApp } from './kit/app';
import { CommandInstallation } from './kit/command';
import { buildGraph, buildOrganisation, type TestGraph } from './kit/graph';

let app: TestApp;
let commands: CommandInstallation;
let graph: TestGraph;
beforeAll(async () => {
  commands = await CommandInstallation.open();
  app = await startApp();
  const admin = await app.as('admin');
  graph = await buildGraph(admin, { people: 2 });
  await buildOrganisation(admin, {
    modules: ['R&D', '*Pricing*'].map((name, place) => ({
      ...{ source: graph.source, id: name, name, pages: [{ title: 'Page' }] },
      authors: [graph.people[place]!.reference],
    })),
  });
});
afterAll(async () => {
  await app.close();
  await commands.close();
});

describe('npm run report', () => {
  it('prints what became of all modules today', async () => {
    const { code, stdout } = await commands.here(['report']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Report on \d{4}-\d{2}-\d{2} \(UTC\)\n=+\n/);
    expect(stdout).toMatch(/\n {2}R&D\n {4}.*revision 1 was published/);
    expect(stdout).toContain('\n  *Pricing*\n');
  });

  it('prints them as Markdown, for one author', async () => {
    const words = ['--role', 'author', '--person', graph.people[1]!.id, '--markdown'];
    const { stdout } = await commands.here(['report', ...words]);
    expect(stdout).toMatch(/^# Report on /);
    expect(stdout).toContain(String.raw`### \*Pricing\*`);
    expect(stdout).not.toContain('R\\&D');
  });

  it('writes a page to be sent by mail', async () => {
    const file = join(commands.directory, 'report.html');
    const { stdout } = await commands.here(['report', '--html', file]);
    expect(stdout).toContain(`is in ${file}.`);
    expect(await readFile(file, 'utf8')).toContain('<h3>R&amp;D</h3>');
  });

  it('prints it of yesterday, by the time zone of the installation', async () => {
    const { stdout } = await commands.here(['report', '--date', 'yesterday'], {
      SKILLWAKE_TIME_ZONE: 'Pacific/Kiritimati',
    });
    const date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Pacific/Kiritimati' }).format(
      Date.now() - 86_400_000,
    );
    expect(stdout).toContain(`Report on ${date} (Pacific/Kiritimati)`);
  });

  it.each([
    ['a date that is none', ['--date', 'soon'], /--date: must be a date like 2026-01-31/],
    ['a date to come', ['--date', '9998-01-01'], /--date: has not begun/],
    ['a role that gets none', ['--role', 'person'], /--role one of lead, author, hr, admin/],
    ['a lead without saying who', ['--role', 'lead'], /--person/],
    ['two forms at once', ['--markdown', '--html', 'x'], /--markdown or --html/],
    ['a folder that there is not', ['--html', 'nowhere/at/all.html'], /nowhere/],
  ])('says so in one sentence: %s', async (_, words, about) => {
    const { code, stdout, stderr } = await commands.here(['report', ...words]);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(about);
    expect(stderr.trim()).not.toContain('\n');
  });
});
