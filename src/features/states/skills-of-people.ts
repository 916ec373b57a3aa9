import { SharedColumns } from './shared-columns';

/** How much room is given besides what is needed. */
const roomFor = (needed: number): number => Math.ceil(1.5 * needed);

/** A column of whole numbers that begins as another. */
const longer = (column: Int32Array, needed: number): Int32Array =>
  new SharedColumns(roomFor(needed), 0, 1).whole(column, column.length);

/** For each place of a person the numbers of their skills: lists side by side in one shared column. */
export class SkillsOfPeople {
  private starts: Int32Array = new Int32Array();
  private sizes: Int32Array = new Int32Array();
  private rooms: Int32Array = new Int32Array();
  private skills: Int32Array = new Int32Array();
  /** From here on nothing is in use. */
  private end = 0;
  /** How many numbers lie before it in rooms that were given up. */
  private unused = 0;

  of(person: number): Int32Array {
    const start = this.starts[person] ?? 0;
    return this.skills.subarray(start, start + (this.sizes[person] ?? 0));
  }

  /** Replaces the list of a person. */
  put(person: number, skills: ArrayLike<number>): void {
    if (person >= this.starts.length) this.addPeople(person + 1);
    if (skills.length > (this.rooms[person] ?? 0)) this.move(person, skills.length);
    this.skills.set(skills, this.starts[person]);
    this.sizes[person] = skills.length;
  }

  private move(person: number, needed: number): void {
    this.unused += this.rooms[person] ?? 0;
    this.rooms[person] = 0;
    this.sizes[person] = 0;
    if (this.end + needed > this.skills.length) this.gather(needed);
    this.starts[person] = this.end;
    this.rooms[person] = needed;
    this.end += needed;
  }

  /** Puts the lists side by side again, with room for more behind them. */
  private gather(needed: number): void {
    const used = this.end - this.unused;
    const skills = longer(new Int32Array(), used + needed);
    this.end = 0;
    for (let person = 0; person < this.starts.length; person++) {
      const own = this.of(person);
      skills.set(own, this.end);
      this.starts[person] = this.end;
      this.rooms[person] = own.length;
      this.end += own.length;
    }
    this.skills = skills;
    this.unused = 0;
  }

  private addPeople(needed: number): void {
    this.starts = longer(this.starts, needed);
    this.sizes = longer(this.sizes, needed);
    this.rooms = longer(this.rooms, needed);
  }
}
