import { LRUCache } from 'lru-cache';

/** Bytes. */
const mostBytes = 16 * 2 ** 20;
/** In memory a figure takes about so many bytes for each letter that it is written with. */
const bytesOfLetter = 4;

/**
 * What this server keeps of figures of one kind, each under a text that names all that it is made of: where anything of it is
 * otherwise, so is the text. The least recently used ones are let go.
 */
export class KeptFigures<Figure extends object> {
  private readonly kept: LRUCache<string, Figure>;

  constructor(room = mostBytes) {
    this.kept = new LRUCache<string, Figure>({
      maxSize: room,
      sizeCalculation: (figure, name) => bytesOfLetter * (JSON.stringify(figure).length + name.length),
    });
  }

  /** The figure as it was found before, or as it is found now. */
  async of(name: string, find: () => Promise<Figure>): Promise<Figure> {
    const before = this.kept.get(name);
    if (before !== undefined) return before;
    const found = await find();
    this.kept.set(name, found);
    return found;
  }
}
