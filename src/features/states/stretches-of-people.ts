import type { Stretch } from '../request/plans';
import { capacityFor, SharedColumns } from './shared-columns';

/** A stretch as it is stated of a person. */
export type StretchFields = Omit<Stretch, 'place'>;

/** How many columns there are of each kind. */
const floats = 3;
const wholes = 5;
/** A first capacity. */
const few = 16;
/** In the place of the number of a stretch: there is none. */
const none = 0;

/** Numbers for what stretches are of, given anew once nothing is of it any more. */
class Numbers {
  readonly keys: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly free: number[] = [];

  find(key: string): number | undefined {
    return this.numbers.get(key);
  }

  give(key: string): number {
    const found = this.numbers.get(key);
    if (found !== undefined) return found;
    const number = this.free.pop() ?? this.keys.length;
    this.keys[number] = key;
    this.numbers.set(key, number);
    return number;
  }

  release(number: number): void {
    this.numbers.delete(this.keys[number] ?? '');
    this.keys[number] = '';
    this.free.push(number);
  }

  all(): string[] {
    return [...this.numbers.keys()];
  }
}

/**
 * Stretches of one kind as columns on shared memory. Each is a link in two chains: of those of its person, and of those that
 * are of the same.
 */
export class StretchesOfPeople {
  private share: Float64Array = new Float64Array();
  private from: Float64Array = new Float64Array();
  /** Infinite while no end is known. */
  private to: Float64Array = new Float64Array();
  private place: Int32Array = new Int32Array();
  private of: Int32Array = new Int32Array();
  private nextAt: Int32Array = new Int32Array();
  private nextOf: Int32Array = new Int32Array();
  private previousOf: Int32Array = new Int32Array();
  /** By place of the person, the first of theirs. */
  private firstAt: Int32Array = new Int32Array();
  /** By the number of what they are of. */
  private readonly firstOf: number[] = [];
  private readonly numbers = new Numbers();
  /** From here on no number is in use. */
  private end = none + 1;
  private readonly free: number[] = [];

  /** Those of a person. */
  at(place: number): Stretch[] {
    return this.chain(this.firstAt[place] ?? none, this.nextAt);
  }

  /** Those of a team or a project. */
  allOf(key: string): Stretch[] {
    const number = this.numbers.find(key);
    return number === undefined ? [] : this.chain(this.firstOf[number] ?? none, this.nextOf);
  }

  /** What any is of. */
  keys(): string[] {
    return this.numbers.all();
  }

  /** Replaces those of a person. */
  put(place: number, stretches: readonly StretchFields[]): void {
    const first = this.firstAt[place] ?? none;
    for (const link of this.links(first, this.nextAt)) this.takeOut(link);
    if (first !== none) this.firstAt[place] = none;
    if (stretches.length === 0) return;
    if (place >= this.firstAt.length) this.addPeople(place + 1);
    for (const stretch of stretches) this.add(place, stretch);
  }

  private *links(first: number, next: Int32Array): Iterable<number> {
    for (let link = first; link !== none; link = next[link] ?? none) yield link;
  }

  private chain(first: number, next: Int32Array): Stretch[] {
    return Array.from(this.links(first, next), (link) => this.stretch(link));
  }

  private stretch(link: number): Stretch {
    const to = this.to[link] ?? NaN;
    return {
      place: this.place[link] ?? -1,
      of: this.numbers.keys[this.of[link] ?? -1] ?? '',
      share: this.share[link] ?? NaN,
      from: this.from[link] ?? NaN,
      to: to === Infinity ? null : to,
    };
  }

  private add(place: number, { of, share, from, to }: StretchFields): void {
    const link = this.free.pop() ?? this.end++;
    if (link >= this.place.length) this.makeRoomFor(link + 1);
    const number = this.numbers.give(of);
    const second = this.firstOf[number] ?? none;
    this.share[link] = share;
    this.from[link] = from;
    this.to[link] = to ?? Infinity;
    this.place[link] = place;
    this.of[link] = number;
    this.nextAt[link] = this.firstAt[place] ?? none;
    this.firstAt[place] = link;
    this.nextOf[link] = second;
    this.previousOf[link] = none;
    if (second !== none) this.previousOf[second] = link;
    this.firstOf[number] = link;
  }

  private takeOut(link: number): void {
    const [next, previous] = [this.nextOf[link] ?? none, this.previousOf[link] ?? none];
    const number = this.of[link] ?? -1;
    if (next !== none) this.previousOf[next] = previous;
    if (previous !== none) this.nextOf[previous] = next;
    else this.firstOf[number] = next;
    if (next === none && previous === none) this.numbers.release(number);
    this.free.push(link);
  }

  private addPeople(needed: number): void {
    const former = this.firstAt.length;
    const columns = new SharedColumns(capacityFor(needed, former, few), 0, 1);
    this.firstAt = columns.whole(this.firstAt, former);
  }

  private makeRoomFor(needed: number): void {
    const former = this.place.length;
    const columns = new SharedColumns(capacityFor(needed, former, few), floats, wholes);
    this.share = columns.float(this.share, former);
    this.from = columns.float(this.from, former);
    this.to = columns.float(this.to, former);
    this.place = columns.whole(this.place, former);
    this.of = columns.whole(this.of, former);
    this.nextAt = columns.whole(this.nextAt, former);
    this.nextOf = columns.whole(this.nextOf, former);
    this.previousOf = columns.whole(this.previousOf, former);
  }
}
