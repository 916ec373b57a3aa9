import { hash } from 'node:crypto';

const smallest = 1_024;
/** Share of places from which on there are twice as many: fuller, and looking takes long. */
const fullest = 0.75;

/**
 * A set of texts that keeps 53 bits of a digest of each: eleven to twenty-two bytes a text, however long it is, where a Set
 * takes more than a hundred. That two of ten million texts share theirs has a probability of 0.6 %.
 */
export class NameSet {
  private slots = new Float64Array(smallest);
  private filled = 0;

  add(text: string): void {
    if (this.filled >= fullest * this.slots.length) this.grow();
    if (this.put(this.slots, digestOf(text))) this.filled++;
  }

  has(text: string): boolean {
    const digest = digestOf(text);
    for (let place = digest % this.slots.length; ; place = (place + 1) % this.slots.length) {
      const found = this.slots[place];
      if (found === digest) return true;
      if (found === 0) return false;
    }
  }

  private put(slots: Float64Array, digest: number): boolean {
    let place = digest % slots.length;
    for (; slots[place] !== 0; place = (place + 1) % slots.length) if (slots[place] === digest) return false;
    slots[place] = digest;
    return true;
  }

  private grow(): void {
    const larger = new Float64Array(this.slots.length * 2);
    for (const digest of this.slots) if (digest !== 0) this.put(larger, digest);
    this.slots = larger;
  }
}

/** A whole number above 0 and below 2 ** 53. */
export function digestOf(text: string): number {
  const bytes = hash('sha256', text, 'buffer');
  return bytes.readUIntBE(0, 6) * 32 + ((bytes[6] ?? 0) & 31) || 1;
}
