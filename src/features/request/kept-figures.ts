import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** Bytes. */
const mostBytes = 32 * 2 ** 20;
/** In memory a figure takes about so many bytes for each letter that it is written with. */
const bytesOfLetter = 2;
const bytesOfName = 200;
/** A figure is asked for as of now and as of when a day began. */
const stretchesKept = 2;

/** From when on a figure is what it is, and before when: epoch milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly before: number;
}

export const always: Stretch = { from: -Infinity, before: Infinity };

interface Lasting<Figure> {
  readonly figure: Figure;
  readonly stretch: Stretch;
}

/**
 * What this server keeps of figures of one kind, each under a text that names all that it is made of: where anything of it is
 * otherwise, so is the text. The least recently used ones are let go.
 */
export class KeptFigures<Figure extends object> {
  private readonly kept: LRUCache<string, readonly Lasting<Figure>[]>;

  constructor(room = mostBytes) {
    this.kept = new LRUCache<string, readonly Lasting<Figure>[]>({
      maxSize: room,
      sizeCalculation: (figures) => bytesOfName + bytesOfLetter * JSON.stringify(figures).length,
    });
  }

  /** The figure at a moment, epoch milliseconds, where it was found before. */
  at(name: string, moment: number): Figure | undefined {
    const kept = this.kept.get(digestOf(name)) ?? [];
    return kept.find(({ stretch: { from, before } }) => from <= moment && moment < before)?.figure;
  }

  keep(name: string, figure: Figure, stretch = always): void {
    const digest = digestOf(name);
    const others = stretch === always ? [] : (this.kept.get(digest) ?? []);
    this.kept.set(digest, [{ figure, stretch }, ...others].slice(0, stretchesKept));
  }

  /** The figure as it was found before, or as it is found now, which is the same at every moment. */
  async of(name: string, find: () => Promise<Figure>): Promise<Figure> {
    const before = this.at(name, 0);
    if (before !== undefined) return before;
    const found = await find();
    this.keep(name, found);
    return found;
  }
}

/** Names are longer than what they name. */
function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}
