/** The purpose for which a person's individual figures are read. */
export type Need = 'mastery' | 'staffing' | 'gaps' | 'learning' | 'export';

/** Whose individual figures one request was given, and for what: each person once a need. */
export class Looks {
  private readonly people = new Map<Need, Set<string>>();

  /** Called where the figures of a person, given by internal id, have become part of an answer. */
  add(need: Need, person: string): void {
    const there = this.people.get(need);
    if (there) there.add(person);
    else this.people.set(need, new Set([person]));
  }

  /** Takes out all that was added so far, for a part of an answer that is handed out before the rest is made. */
  drain(): Looks {
    const drained = new Looks();
    for (const { need, person } of this) drained.add(need, person);
    this.people.clear();
    return drained;
  }

  get size(): number {
    let size = 0;
    for (const people of this.people.values()) size += people.size;
    return size;
  }

  *[Symbol.iterator](): Iterator<{ readonly need: Need; readonly person: string }> {
    for (const [need, people] of this.people) for (const person of people) yield { need, person };
  }
}
