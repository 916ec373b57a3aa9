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
let uncut: Told;

interface Told {
  readonly outcomes: readonly Outcome[];
  /** How many COMMITs the step had that had most. */
  readonly commits: number;
}

/** The story from the start, with these COMMITs of each step cut off, counted from 0. */
async function told(isCut: (number: number) => boolean): Promise<Told> {
  await emptyGraph(commands.database);
  await migrate(commands.database);
  const app = await startApp(quick, door.address);
  const settings = { ...quick, NEO4J_URI: door.address.uri };
  const commits: number[] = [];
  door.commits();
  try {
    const stage = { app, admin: await app.as('admin'), commands, settings };
    const outcomes = await tell(stage, () => {
      commits.push(door.commits());
      door.cut(isCut);
    });
    return { outcomes, commits: Math.max(...commits, door.commits()) };
  } finally {
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
function expectAlike({ outcomes }: Told): void {
  for (const [place, { step, answer, graph }] of uncut.outcomes.entries()) {
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
  const cut = await told((number) => number % 2 === 0);
  expectAlike(cut);
  expect(cut.commits).toBeGreaterThan(uncut.commits + 5);
}, 600_000);

if (triesWhole()) {
  it('the answer to any one COMMIT of a step may be lost', async () => {
    for (let place = 0; place < uncut.commits; place++) expectAlike(await told((number) => number === place));
  }, 7_200_000);
}
