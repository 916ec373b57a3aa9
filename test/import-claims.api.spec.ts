import { startApp, type TestApp } from './kit/app';
import { Claimed } from './kit/claims';
import { day, withdrawal } from './kit/graph';
import { ImportFolder, ndjson } from './kit/importing';

let app: TestApp;
let folder: ImportFolder;
let claimed: Claimed;
beforeAll(async () => {
  app = await startApp();
  claimed = await Claimed.build(await app.as('admin'), 10);
  folder = await ImportFolder.open(app.database);
});
afterAll(async () => {
  await folder.close();
  await app.close();
});

const shownOf = async (person: number): Promise<string[]> =>
  (await claimed.of(person))
    .map(
      ({ kind, band, level, withdrawn }) =>
        `${kind} ${band ?? String(level)}${withdrawn ? ' withdrawn' : ''}`,
    )
    .sort();

describe('an import of claims', () => {
  it('takes them with their withdrawals among lines of other kinds, and again without harm', async () => {
    const [person, peer] = [claimed.someone(), claimed.someone()];
    const items = [
      claimed.claim(person),
      claimed.claim(person, { kind: 'PEER', by: claimed.referenceOf(peer), band: 'expert' }),
    ];
    const lines = [
      { kind: 'claimWithdrawals', ...withdrawal(items[0]!) },
      // What a line is, it says; of what kind a claim is stands in its item.
      ...items.map((item) => ({ kind: 'claims', item })),
      { kind: 'claims', item: claimed.claim(person, { level: 1 }) },
    ];
    const file = await folder.file(ndjson(lines), 'ndjson');
    const run = await folder.run(file);
    expect(run.said).toMatch(/claims: 2 new, 1 rejected\./u);
    expect(run.rejected).toMatchObject([
      {
        line: 4,
        kind: 'claims',
        code: 'INVALID',
        reason: expect.stringMatching(/^level: must be above 0/) as string,
      },
    ]);
    expect(await shownOf(person)).toEqual(['PEER expert', 'SELF 0.6 withdrawn']);
    expect((await folder.run(file)).said).toMatch(/claims: 2 there already, 1 rejected\./u);

    const mended = run.rejected.map((line) => ({ ...line, item: { ...line.item, level: 0.9 } }));
    expect((await folder.run(await folder.file(ndjson(mended), 'ndjson'))).said).toContain('claims: 1 new.');
    expect(await shownOf(person)).toEqual(['PEER expert', 'SELF 0.6 withdrawn', 'SELF 0.9']);
  });

  it('takes a file of them alone, whose column kind is the kind of each claim, by the flag or by its name', async () => {
    const [person, lead] = [claimed.someone(), claimed.someone()];
    const [skill] = claimed.graph.skills;
    const columns = [claimed.referenceOf(person).id, skill!.reference.id].join();
    const header = 'id,person,skill,kind,level,band,by,credential,at\n';
    const source = ['--source', claimed.graph.source];
    const peer = `c1,${columns},LEAD,,novice,${claimed.referenceOf(lead).id},,${day(0)}\n`;
    const byFlag = await folder.file(header + peer);
    expect((await folder.run(byFlag, '--kind', 'claims', ...source)).said).toContain('claims: 1 new.');
    const byName = await folder.file(
      `${header}${peer}c2,${columns},CREDENTIAL,0.8,,,SQL I,${day(1)}\n`,
      'csv',
      'claims.csv',
    );
    expect((await folder.run(byName, ...source)).said).toContain('claims: 1 new, 1 there already.');
    const { kind: _, ...withoutKind } = claimed.claim(person);
    const lines = [
      claimed.claim(person, { level: 0.3 }),
      { kind: 'claims', item: claimed.claim(person, { level: 0.4 }) },
      withoutKind,
    ];
    const run = await folder.run(await folder.file(ndjson(lines), 'ndjson', 'claims-2026.ndjson'));
    expect(run.rejected.map(({ line, reason }) => `${String(line)} ${reason}`)).toEqual([
      expect.stringMatching(/^3 kind: must be one of SELF, PEER, LEAD, CREDENTIAL/),
    ]);
    expect(await shownOf(person)).toEqual(['CREDENTIAL 0.8', 'LEAD novice', 'SELF 0.3', 'SELF 0.4']);
  });
});
