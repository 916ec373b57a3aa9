import { digestOf } from './name-set';

const smallest = 1_024;
/** Share of places from which on there are twice as many. */
const fullest = 0.75;

/**
 * Numbers texts from 0 in the order in which they first come, outside of JavaScript's heap: 16 to 32 bytes a text. What
 * holds for NameSet's digests holds for these.
 */
export class Numbering {
  private digests = new Float64Array(smallest);
  private numbers = new Uint32Array(smallest);
  private count = 0;

  /** Numbers so far. */
  get size(): number {
    return this.count;
  }

  numberOf(text: string): number {
    if (this.count >= fullest * this.digests.length) this.grow();
    const digest = digestOf(text);
    const place = placeOf(this.digests, digest);
    if (this.digests[place] !== digest) {
      this.digests[place] = digest;
      this.numbers[place] = this.count++;
    }
    return this.numbers[place] ?? 0;
  }

  /** The number of a text that came before; undefined where it did not. */
  find(text: string): number | undefined {
    const digest = digestOf(text);
    const place = placeOf(this.digests, digest);
    return this.digests[place] === digest ? this.numbers[place] : undefined;
  }

  private grow(): void {
    const [digests, numbers] = [this.digests, this.numbers];
    this.digests = new Float64Array(digests.length * 2);
    this.numbers = new Uint32Array(digests.length * 2);
    digests.forEach((digest, at) => {
      if (digest === 0) return;
      const place = placeOf(this.digests, digest);
      this.digests[place] = digest;
      this.numbers[place] = numbers[at] ?? 0;
    });
  }
}

/** Where a digest stands, or is to stand. */
function placeOf(digests: Float64Array, digest: number): number {
  let place = digest % digests.length;
  while (digests[place] !== 0 && digests[place] !== digest) place = (place + 1) % digests.length;
  return place;
}
