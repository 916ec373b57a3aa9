import { PlacesByKey } from './places-by-key';
import { capacityFor, SharedColumns } from './shared-columns';
import { generalColumns, type GeneralRow, type StoredGeneral } from './stored-state';

/** What is kept of a person besides the figures. */
export interface PersonFields {
  /** Internal id. */
  readonly key: string;
  readonly name: string;
  readonly sortName: string;
  /** Epoch milliseconds; null while nobody has said that they leave. */
  readonly activeUntil: number | null;
  readonly archivedAt: number | null;
  /** Null where nothing is folded in. */
  readonly general: GeneralRow | null;
}

/**
 * Where each figure of a person stands among theirs: side by side, in one line of the processor's cache, since whoever
 * ranks needs all of one person before the next, and people far apart.
 */
export const figureOf = {
  generalMean: 0,
  generalVariance: 1,
  sittingMean: 2,
  sittingVariance: 3,
  sittingCovariance: 4,
  /** Epoch milliseconds, as stored. */
  answeredAt: 5,
  /** Epoch milliseconds; infinite while nobody has said that they leave, or archived them. */
  activeUntil: 6,
  archivedAt: 7,
} as const;
/** How many figures each person has. */
export const figuresEach = 8;

/** Where each figure of a learning rate stands among a person's: apart, since most reads need none of them. */
const rateFigureOf = { rateMean: 0, rateVariance: 1, rateWithGeneral: 2, rateWithSitting: 3 } as const;
const rateFiguresEach = 4;

/** How many columns of whole numbers there are. */
const wholes = 3;
/** A first capacity. */
const few = 16;

/** People by their place: names as lists, figures on shared memory. */
export class PeopleTable {
  /** One more than the last place in use. */
  size = 0;
  /** Another one after every change of anybody. */
  version = 0;
  /** Internal ids; undefined where the place is free. */
  readonly keys: (string | undefined)[] = [];
  readonly names: string[] = [];
  readonly sortNames: string[] = [];
  figures: Float64Array = new Float64Array();
  private rates: Float64Array = new Float64Array();
  /** 0 where nothing is folded in. */
  calibration: Int32Array = new Int32Array();
  sittings: Int32Array = new Int32Array();
  answers: Int32Array = new Int32Array();
  private readonly places = new PlacesByKey(this.keys);
  private readonly free: number[] = [];

  /** How many people there are. */
  get count(): number {
    return this.places.size;
  }

  placeOf(key: string): number | undefined {
    return this.places.get(key);
  }

  /** Puts a person in place, a new one at a place of their own, and gives the place. */
  put(person: PersonFields): number {
    const { key, general } = person;
    const place = this.places.get(key) ?? this.newPlace(key);
    this.names[place] = person.name;
    // Most names are sorted by themselves: one text is enough then.
    this.sortNames[place] = person.sortName === person.name ? person.name : person.sortName;
    const { figures } = this;
    const at = place * figuresEach;
    figures[at + figureOf.activeUntil] = person.activeUntil ?? Infinity;
    figures[at + figureOf.archivedAt] = person.archivedAt ?? Infinity;
    if (!general) {
      this.calibration[place] = 0;
      return place;
    }
    const stored = generalColumns.fieldsOf(general);
    figures[at + figureOf.generalMean] = stored.generalMean;
    figures[at + figureOf.generalVariance] = stored.generalVariance;
    figures[at + figureOf.sittingMean] = stored.sittingMean;
    figures[at + figureOf.sittingVariance] = stored.sittingVariance;
    figures[at + figureOf.sittingCovariance] = stored.sittingCovariance;
    figures[at + figureOf.answeredAt] = stored.answeredAt;
    this.putRate(place, stored);
    this.calibration[place] = stored.calibration;
    this.sittings[place] = stored.sittings;
    this.answers[place] = stored.answers;
    return place;
  }

  figure(place: number, name: keyof typeof figureOf): number {
    return this.figures[place * figuresEach + figureOf[name]] ?? NaN;
  }

  /** A figure of their learning rate; 0 while nobody has one. */
  rateFigure(place: number, name: keyof typeof rateFigureOf): number {
    return this.rates[place * rateFiguresEach + rateFigureOf[name]] ?? 0;
  }

  /** There is room for learning rates from the first one on: most calibrations know none. */
  private putRate(place: number, stored: StoredGeneral): void {
    const { rateMean = 0, rateVariance = 0, rateWithGeneral = 0, rateWithSitting = 0 } = stored;
    if (this.rates.length === 0) {
      if (rateVariance === 0) return;
      this.makeRoomForRates();
    }
    this.rates.set([rateMean, rateVariance, rateWithGeneral, rateWithSitting], place * rateFiguresEach);
  }

  private makeRoomForRates(): void {
    const columns = new SharedColumns(this.calibration.length, rateFiguresEach, 0);
    this.rates = columns.float(this.rates, this.rates.length / rateFiguresEach, rateFiguresEach);
  }

  /** As the graph stores it; null where nothing is folded in. */
  generalOf(place: number): GeneralRow | null {
    const calibration = this.calibration[place] ?? 0;
    if (calibration === 0) return null;
    return generalColumns.rowOf({
      calibration,
      generalMean: this.figure(place, 'generalMean'),
      generalVariance: this.figure(place, 'generalVariance'),
      sittingMean: this.figure(place, 'sittingMean'),
      sittingVariance: this.figure(place, 'sittingVariance'),
      sittingCovariance: this.figure(place, 'sittingCovariance'),
      sittings: this.sittings[place] ?? 0,
      answeredAt: this.figure(place, 'answeredAt'),
      answers: this.answers[place] ?? 0,
      rateMean: this.rateFigure(place, 'rateMean'),
      rateVariance: this.rateFigure(place, 'rateVariance'),
      rateWithGeneral: this.rateFigure(place, 'rateWithGeneral'),
      rateWithSitting: this.rateFigure(place, 'rateWithSitting'),
    });
  }

  /** Takes a person out; their place is given to somebody else by `reuse` alone. */
  remove(place: number): void {
    const key = this.keys[place];
    if (key === undefined) return;
    this.places.delete(key);
    this.keys[place] = undefined;
    this.names[place] = '';
    this.sortNames[place] = '';
    this.calibration[place] = 0;
  }

  /** Lets others have the place of somebody who was taken out. */
  reuse(place: number): void {
    this.free.push(place);
  }

  private newPlace(key: string): number {
    const place = this.free.pop() ?? this.size++;
    this.keys[place] = key;
    this.places.add(key, place);
    if (place >= this.calibration.length) this.makeRoomFor(place + 1);
    return place;
  }

  /** Makes room for so many in all. */
  makeRoomFor(needed: number): void {
    const former = this.calibration.length;
    const columns = new SharedColumns(capacityFor(needed, former, few), figuresEach, wholes);
    this.figures = columns.float(this.figures, former, figuresEach);
    this.calibration = columns.whole(this.calibration, former);
    this.sittings = columns.whole(this.sittings, former);
    this.answers = columns.whole(this.answers, former);
    if (this.rates.length > 0) this.makeRoomForRates();
    this.places.makeRoomFor(needed);
  }
}
