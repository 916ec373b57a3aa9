import { BadInputError } from '../../shared/errors';
import { KindOfWrite, SharedWrites } from './shared-writes';

/** Written together, and what ends it. */
interface Writing {
  readonly batches: readonly string[];
  readonly end: () => void;
}

const staying = new AbortController().signal;
const settled = () => new Promise((resolve) => setImmediate(resolve));

function writer() {
  const writes = new SharedWrites();
  const kinds = [new KindOfWrite<string, string>(), new KindOfWrite<string, string>()] as const;
  const writings: Writing[] = [];
  const broken = new Map<string, Error>();
  const write = async (batches: readonly string[]): Promise<string[]> => {
    await new Promise<void>((end) => writings.push({ batches, end }));
    for (const batch of batches) if (broken.has(batch)) throw broken.get(batch)!;
    return batches.map((batch) => `${batch} done`);
  };
  return {
    writings,
    broken,
    ask: (batch: string, people: string, gone = staying, kind: 0 | 1 = 0) =>
      writes.write(kinds[kind], { about: new Set(people), batch, write, gone }),
    written: () => writings.map(({ batches }) => batches.join(' ')),
  };
}

describe('what is written about the same people', () => {
  it('waits for what is being written, and is then written together; what is about others does not wait', async () => {
    const { ask, writings, written } = writer();
    const results = Promise.all([
      ask('1', 'ab'),
      ask('2', 'b'),
      ask('3', 'c'),
      ask('4', 'bd'),
      ask('5', 'de'),
    ]);
    expect(written()).toEqual(['1', '3']);
    writings[0]!.end();
    await settled();
    expect(written()).toEqual(['1', '3', '2 4 5']);
    for (const { end } of writings) end();
    expect(await results).toEqual(['1 done', '2 done', '3 done', '4 done', '5 done']);
  });

  it('is not overtaken by what came later', async () => {
    const { ask, writings, written } = writer();
    void ask('1', 'a');
    void ask('2', 'ab');
    void ask('3', 'b');
    expect(written()).toEqual(['1']);
    writings[0]!.end();
    await settled();
    expect(written()).toEqual(['1', '2 3']);
  });

  it('goes together with its own kind alone, in the order in which it came', async () => {
    const { ask, writings, written } = writer();
    void ask('1', 'a');
    for (const [batch, people, kind] of [
      ['2', 'a', 0],
      ['3', 'a', 1],
      ['4', 'ab', 1],
      ['5', 'b', 0],
      ['6', 'c', 0],
    ] as const)
      void ask(batch, people, staying, kind);
    expect(written()).toEqual(['1', '6']);
    for (let end = 0; end < 3; end++) {
      for (const writing of writings) writing.end();
      await settled();
    }
    expect(written()).toEqual(['1', '6', '2', '3 4', '5']);
  });

  it('does not go together without end', async () => {
    const { ask, writings, written } = writer();
    for (let batch = 0; batch < 20; batch++) void ask(String(batch), 'a');
    for (let end = 0; end < 3; end++) {
      writings[end]!.end();
      await settled();
    }
    expect(written()).toEqual(['0', '1 2 3 4 5 6 7 8', '9 10 11 12 13 14 15 16', '17 18 19']);
  });

  it('fails alone where it is the reason, and with the others where it is not', async () => {
    const { ask, writings, broken } = writer();
    broken.set('2', new Error('unexpected'));
    const results = Promise.allSettled([ask('1', 'a'), ask('2', 'a'), ask('3', 'a')]);
    for (let end = 0; end < 4; end++) {
      writings[end]!.end();
      await settled();
    }
    expect((await results).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    broken.set('2', new BadInputError('told'));
    const told = Promise.allSettled([ask('1', 'a'), ask('2', 'a'), ask('3', 'a')]);
    for (const end of [4, 5]) {
      writings[end]!.end();
      await settled();
    }
    expect((await told).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('is not written where its client left while it waited', async () => {
    const { ask, writings, written } = writer();
    const leaving = new AbortController();
    void ask('1', 'a');
    const left = ask('2', 'a', leaving.signal);
    void ask('3', 'a');
    leaving.abort(new Error('gone'));
    writings[0]!.end();
    await expect(left).rejects.toThrow('gone');
    expect(written()).toEqual(['1', '3']);
  });
});
