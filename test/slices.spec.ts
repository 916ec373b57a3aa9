import { heldDuring } from './kit/event-loop';
import { inSlices, inSpareTime, mapInSlices, takeTurns } from '../src/shared/slices';

/** Computes for so long, milliseconds of the processor. */
function compute(milliseconds: number): void {
  const begun = process.cpuUsage();
  for (let used = 0; used < milliseconds;) {
    const { user, system } = process.cpuUsage(begun);
    used = (user + system) / 1_000;
  }
}

function* computing(steps: number): Generator<void, number> {
  for (let step = 0; step < steps; step++) {
    compute(4);
    yield;
  }
  return steps;
}

describe('a long computation', () => {
  it('lets the event loop go on again and again, however many there are at a time', async () => {
    const { computing: longest } = await heldDuring(async () => {
      const results = await Promise.all(Array.from({ length: 8 }, () => inSlices(computing(20))));
      expect(results).toEqual(Array(8).fill(20));
    });
    expect(longest).toBeLessThan(100);
  });

  it('gives each item its result, in order', async () => {
    const doubled = await mapInSlices([1, 2, 3, 4, 5, 6, 7, 8], (item, index) => {
      compute(5);
      return 10 * item + index;
    });
    expect(doubled).toEqual([10, 21, 32, 43, 54, 65, 76, 87]);
  });

  it('ends as soon as whoever wanted it is gone', async () => {
    const leaving = new AbortController();
    let steps = 0;
    function* endless(): Generator<void, never> {
      for (;;) {
        compute(2);
        steps++;
        yield;
      }
    }
    const work = inSlices(endless(), leaving.signal);
    setTimeout(() => leaving.abort(new Error('gone')), 5);
    await expect(work).rejects.toThrow('gone');
    expect(steps).toBeGreaterThan(0);
    const gone = leaving.signal;
    await expect(takeTurns(gone)).rejects.toThrow('gone');
    await expect(mapInSlices([1], () => 1, gone)).rejects.toThrow('gone');
  });
});

describe('what nobody waits for', () => {
  it('leaves three quarters of the time to others, and is stopped while it rests', async () => {
    const stop = new AbortController();
    const began = performance.now();
    const work = () => new Promise<string>((resolve) => setTimeout(resolve, 20, 'done'));
    expect(await inSpareTime(work, stop.signal)).toBe('done');
    expect(performance.now() - began).toBeGreaterThan(75);
    const stopped = inSpareTime(work, stop.signal);
    setTimeout(() => {
      stop.abort();
    }, 30);
    await expect(stopped).rejects.toThrow('aborted');
  });

  it('rests after each of its turns, and not only at its end', async () => {
    const { signal } = new AbortController();
    let resting = 0;
    const work = async (): Promise<void> => {
      for (let turn = 0; turn < 5; turn++) {
        compute(6);
        const began = performance.now();
        await takeTurns(signal);
        resting += performance.now() - began;
      }
    };
    await inSpareTime(work, signal);
    expect(resting).toBeGreaterThan(70);
  });
});
