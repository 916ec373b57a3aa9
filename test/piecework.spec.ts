import { once } from 'node:events';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { Piecework } from '../src/shared/piecework';

let work: Piecework<string, string>;
beforeEach(() => {
  work = new Piecework(join(__dirname, 'kit', 'pieces.worker'));
});
afterEach(() => work.close());

/** The next thread that is started. */
async function nextThread(): Promise<Worker> {
  const [thread] = (await once(process, 'worker')) as [Worker];
  return thread;
}
/** A request that stays, or leaves when it is told to. */
const request = () => new AbortController();
const leave = (one: AbortController): void => {
  one.abort(new Error('left'));
};

describe('pieces of heavy requests', () => {
  it('are computed by a thread that is kept, one of each request in turn', async () => {
    const [long, short] = [request(), request()];
    let threads = 0;
    const count = (): number => threads++;
    process.on('worker', count);
    const order: string[] = [];
    const compute = async (piece: string, { signal }: AbortController): Promise<void> => {
      order.push(await work.compute(piece, signal));
    };
    const pieces = ['1', '2', '3', '4', '5', '6'];
    await Promise.all([...pieces.map((piece) => compute(piece, long)), compute('short', short)]);
    await compute('7', long);
    process.off('worker', count);
    expect(order.filter((piece) => piece !== 'short')).toEqual([...pieces, '7']);
    // Two were with the thread before anybody else came, and the next was the first one's turn.
    expect(order.indexOf('short')).toBe(3);
    expect(threads).toBe(1);
  });

  it('end with whoever leaves, even in the middle of one, and others get their answers all the same', async () => {
    const [left, stays] = [request(), request()];
    const endless = [work.compute('endless', left.signal), work.compute('endless', left.signal)];
    const answered = work.compute('stays', stays.signal);
    expect(work.unfinished).toBe(3);
    leave(left);
    for (const piece of endless) await expect(piece).rejects.toThrow('left');
    expect(await answered).toBe('stays');
    expect(work.unfinished).toBe(0);
    await expect(work.compute('later', left.signal)).rejects.toThrow('left');
  });

  it('that nobody waits for any more are not begun', async () => {
    const [left, stays] = [request(), request()];
    const answered = work.compute('stays', stays.signal);
    for (const piece of ['under way', 'waits', 'end'])
      work.compute(piece, left.signal).catch(() => undefined);
    leave(left);
    expect(work.unfinished).toBe(2);
    expect(await answered).toBe('stays');
    expect(await work.compute('later', stays.signal)).toBe('later');
  });

  it('give whoever asked the error that one meets, and the others their results', async () => {
    const { signal } = request();
    const failing = work.compute('fail', signal);
    const next = work.compute('next', signal);
    await expect(failing).rejects.toThrow('This piece cannot be computed.');
    expect(await next).toBe('next');
  });

  it('fail where the thread ends, and what comes next has a new one', async () => {
    const [loses, comes] = [request(), request()];
    const lost = ['end', 'behind', 'waits'].map((piece) => work.compute(piece, loses.signal));
    const answered = work.compute('next', comes.signal);
    for (const piece of lost) await expect(piece).rejects.toThrow('ended before it had an answer');
    expect(await answered).toBe('next');
  });

  it('leave no thread behind once there are none for a while, and have another one when they come again', async () => {
    const { signal } = request();
    const resting = new Piecework<string, string>(join(__dirname, 'kit', 'pieces.worker'), 100);
    const first = nextThread();
    expect(await resting.compute('one', signal)).toBe('one');
    await once(await first, 'exit');
    expect(await resting.compute('two', signal)).toBe('two');
    await resting.close();
  });

  it('end when the server stops, with their thread', async () => {
    const started = nextThread();
    const computed = work.compute('endless', request().signal);
    const thread = await started;
    const closed = once(thread, 'exit');
    await work.close();
    await closed;
    await expect(computed).rejects.toThrow('ended before it had an answer');
    await expect(work.compute('later', request().signal)).rejects.toThrow('ended before it had an answer');
  });
});
