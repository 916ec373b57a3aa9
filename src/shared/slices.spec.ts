import { inSpareTime } from './slices';

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
});
