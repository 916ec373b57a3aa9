import { startApp } from './kit/app';
import { CommandInstallation } from './kit/command';
import { openCuttingDoor, type CuttingDoor } from './kit/cutting-door';
import { tell, type Outcome } from './kit/cut-story';
import { emptyGraph } from './kit/whole-graph';
import { triesWhole } from './kit/sampling';
import { migrate } from '../src/graph/migrations/migrations';

/** Patience would only be waited out: nobody reads while a calibration takes the other's place here. */
const quick = { SKILLWAKE_SWITCH_PATIENCE_SECONDS: '0' };

let commands: CommandInstallation;
let door: CuttingDoor;
let uncut: Outcome[];
let commits: number;

/** The story from the start, with these COMMITs cut off. */
async function told(isCut: (number: number) => boolean): Promise<Outcome[]> {
  await emptyGraph(commands.database);
  await migrate(commands.database);
  const app = await startApp(quick, door.address);
  const { uri: NEO4J_URI } = door.address;
  door.cut(isCut);
  try {
    return await tell({ app, admin: await app.as('admin'), commands, settings: { ...quick, NEO4J_URI } });
  } finally {
    commits = door.commits();
    door.cut(() => false);
    await app.close();
  }
}

/** What is in the one more often than in the other. */
function more(than: readonly string[], lines: readonly string[]): string[] {
  const left = [...than];
  return lines.filter((line) => {
    const place = left.indexOf(line);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
}

/** Step by step, so that the first that differs is the one that is shown. */
function expectAlike(outcomes: readonly Outcome[]): void {
  for (const [place, { step, answer, graph }] of uncut.entries()) {
    const outcome = outcomes[place]!;
    const [missing, added] = [more(outcome.graph, graph), more(graph, outcome.graph)];
    expect({ step, answer: outcome.answer, missing, added }).toEqual({
      step,
      answer,
      missing: [],
      added: [],
    });
  }
}

beforeAll(async () => {
  commands = await CommandInstallation.open();
  door = await openCuttingDoor();
  uncut = await told(() => false);
}, 600_000);
afterAll(async () => {
  await door.shut();
  await commands.close();
});

it('whoever loses the answer to a COMMIT, to each of them once, does nothing twice and says what was done', async () => {
  // The repeated one comes after the one that was cut off.
  expectAlike(await told((number) => number % 2 === 0));
  expect(commits).toBeGreaterThan(40);
}, 600_000);

if (triesWhole()) {
  it('the answer to any one COMMIT may be lost', async () => {
    await told(() => false);
    for (let number = 0, all = commits; number < all; number++)
      expectAlike(await told((other) => other === number));
  }, 7_200_000);
}
