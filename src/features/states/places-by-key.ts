/** In the place of a place: nobody. */
const nobody = -1;
/** Half of the table at most is in use. */
const roomEach = 2;

/** Finds the places of keys that are held elsewhere, by place: a table of four bytes for each, where a Map takes forty. */
export class PlacesByKey {
  /** A power of two of places, each behind where its key is looked for first, with nothing free between. */
  private table = new Int32Array(16).fill(nobody);
  private used = 0;

  constructor(private readonly keys: readonly (string | undefined)[]) {}

  get size(): number {
    return this.used;
  }

  get(key: string): number | undefined {
    const place = this.table[this.find(key)] ?? nobody;
    return place === nobody ? undefined : place;
  }

  /** Adds the place of a key that has none; it is the key at this place by then. */
  add(key: string, place: number): void {
    this.makeRoomFor(this.used + 1);
    this.table[this.find(key)] = place;
    this.used++;
  }

  /** Called while the key is still held at its place. */
  delete(key: string): void {
    const { table } = this;
    let free = this.find(key);
    if (table[free] === nobody) return;
    table[free] = nobody;
    this.used--;
    // What stands behind it and would now not be found is moved up.
    const mask = table.length - 1;
    for (let at = (free + 1) & mask; ; at = (at + 1) & mask) {
      const place = table[at] ?? nobody;
      if (place === nobody) return;
      const first = hashOf(this.keys[place] ?? '') & mask;
      if (((at - first) & mask) < ((at - free) & mask)) continue;
      table[free] = place;
      table[at] = nobody;
      free = at;
    }
  }

  /** Makes room for so many in all. */
  makeRoomFor(needed: number): void {
    if (roomEach * needed <= this.table.length) return;
    const former = this.table;
    this.table = new Int32Array(2 ** Math.ceil(Math.log2(roomEach * needed))).fill(nobody);
    for (const place of former) if (place !== nobody) this.table[this.find(this.keys[place] ?? '')] = place;
  }

  /** Where a key stands in the table, or would. */
  private find(key: string): number {
    const { table, keys } = this;
    const mask = table.length - 1;
    for (let at = hashOf(key) & mask; ; at = (at + 1) & mask) {
      const place = table[at] ?? nobody;
      if (place === nobody || keys[place] === key) return at;
    }
  }
}

/** FNV-1a of its characters (Fowler, Noll, Vo). */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
