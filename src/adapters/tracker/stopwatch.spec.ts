import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';

interface Reading {
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly pauses: number;
  readonly longestPauseSeconds: number;
}

type Stopwatch = (given: { idleSeconds: number; isPlaying: () => boolean; away: number }) => {
  act(): void;
  read(): Reading;
};

const source = readFileSync(join(__dirname, 'page/stopwatch.js'), 'utf8');
let now = 0;
const stopwatch = runInContext(
  `${source}; stopwatch`,
  createContext({ performance: { now: () => now } }),
) as Stopwatch;

const idleSeconds = 3;

/** What happens on a page: so many milliseconds after what was before, an input, or a look at the watch. */
const happening = fc.record({
  after: fc.integer({ min: 0, max: 10_000 }),
  isInput: fc.boolean(),
});

/** Seconds as they are counted by whoever looks every millisecond. */
function watched(happenings: readonly { after: number; isInput: boolean }[]): Reading {
  let [active, idle, pauses, quiet, longest, lastInput, time] = [0, 0, 0, 0, 0, 0, 0];
  for (const { after, isInput } of happenings) {
    for (let step = 0; step < after; step++) {
      if (time - lastInput < idleSeconds * 1_000) {
        active++;
        quiet = 0;
      } else {
        if (quiet === 0) pauses++;
        idle++;
        quiet++;
        longest = Math.max(longest, quiet);
      }
      time++;
    }
    if (isInput) lastInput = time;
  }
  return {
    activeSeconds: active / 1_000,
    idleSeconds: idle / 1_000,
    pauses,
    longestPauseSeconds: longest / 1_000,
  };
}

describe('a stay on a page', () => {
  it('is measured the same however often it is looked at, and as by whoever looks all the time', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 12 }), (happenings) => {
        now = 0;
        const watch = stopwatch({ idleSeconds, isPlaying: () => false, away: 0 });
        for (const { after, isInput } of happenings) {
          now += after;
          if (isInput) watch.act();
          else watch.read();
        }
        expect({ ...watch.read() }).toEqual(watched(happenings));
      }),
    );
  });

  it('is active as long as a video plays, but for what the computer slept', () => {
    now = 0;
    let isPlaying = true;
    const watch = stopwatch({ idleSeconds, isPlaying: () => isPlaying, away: 0 });
    for (; now < 600_000; now += 5_000) watch.read();
    expect(watch.read()).toMatchObject({ activeSeconds: 600, idleSeconds: 0, pauses: 0 });
    now += 8 * 3_600_000;
    watch.act();
    isPlaying = false;
    expect(watch.read()).toMatchObject({ activeSeconds: 660, pauses: 1 });
  });

  it('that begins as somebody comes back has their absence as its first pause', () => {
    now = 0;
    const watch = stopwatch({ idleSeconds, isPlaying: () => false, away: 4_000 });
    now += 1_000;
    expect(watch.read()).toEqual({ activeSeconds: 1, idleSeconds: 4, pauses: 1, longestPauseSeconds: 4 });
  });
});
