/** How much room is given for what is needed, where more may come. */
const roomFor = (needed: number): number => Math.ceil(1.25 * needed);

/** The highest number that two bytes hold: few installations have more skills. */
const highest = 0xffff;

/** For each place of a person the numbers of their skills: lists side by side in one column. */
export class SkillsOfPeople {
  private starts = new Uint32Array();
  private sizes = new Uint32Array();
  /** Of four bytes a number once there is one that two do not hold. */
  private skills: Uint16Array | Uint32Array = new Uint16Array();
  /** From here on nothing is in use. */
  private end = 0;
  /** How many numbers lie before it that are in no list any more. */
  private unused = 0;

  of(person: number): Iterable<number> {
    return this.listOf(person);
  }

  /** Replaces the list of a person. */
  put(person: number, skills: readonly number[]): void {
    if (person >= this.starts.length) this.addPeople(roomFor(person + 1));
    if (skills.some((skill) => skill > highest)) this.widen();
    const former = this.sizes[person] ?? 0;
    const isMoved = skills.length > former;
    this.unused += isMoved ? former : former - skills.length;
    if (isMoved) this.move(person, skills.length);
    this.skills.set(skills, this.starts[person]);
    this.sizes[person] = skills.length;
  }

  /** Makes room for so many people with so many numbers in all: who knows how many come spares what is else left over. */
  makeRoomFor(people: number, numbers: number): void {
    if (people > this.starts.length) this.addPeople(people);
    if (numbers > this.skills.length) this.gather(numbers);
  }

  private listOf(person: number): Uint16Array | Uint32Array {
    const start = this.starts[person] ?? 0;
    return this.skills.subarray(start, start + (this.sizes[person] ?? 0));
  }

  private move(person: number, needed: number): void {
    this.sizes[person] = 0;
    if (this.end + needed > this.skills.length) this.gather(roomFor(this.end - this.unused + needed));
    this.starts[person] = this.end;
    this.end += needed;
  }

  /** Puts the lists side by side again, in room for so many. */
  private gather(room: number): void {
    const skills = this.skills instanceof Uint16Array ? new Uint16Array(room) : new Uint32Array(room);
    let end = 0;
    for (let person = 0; person < this.starts.length; person++) {
      const own = this.listOf(person);
      skills.set(own, end);
      this.starts[person] = end;
      end += own.length;
    }
    this.end = end;
    this.skills = skills;
    this.unused = 0;
  }

  private widen(): void {
    if (this.skills instanceof Uint16Array) this.skills = Uint32Array.from(this.skills);
  }

  private addPeople(room: number): void {
    const [starts, sizes] = [new Uint32Array(room), new Uint32Array(room)];
    starts.set(this.starts);
    sizes.set(this.sizes);
    this.starts = starts;
    this.sizes = sizes;
  }
}
