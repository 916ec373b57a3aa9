import { capacityFor, SharedColumns } from './shared-columns';
import { generalColumns, type GeneralRow } from './stored-state';

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

/** How many columns there are of each kind. */
const floats = 8;
const wholes = 3;
/** A first capacity. */
const few = 16;

/** People by their place: names as lists, figures as columns on shared memory. */
export class PeopleTable {
  /** One more than the last place in use. */
  size = 0;
  /** Another one after every change of anybody. */
  version = 0;
  /** Internal ids; undefined where the place is free. */
  readonly keys: (string | undefined)[] = [];
  readonly names: string[] = [];
  readonly sortNames: string[] = [];
  generalMean: Float64Array = new Float64Array();
  generalVariance: Float64Array = new Float64Array();
  sittingMean: Float64Array = new Float64Array();
  sittingVariance: Float64Array = new Float64Array();
  sittingCovariance: Float64Array = new Float64Array();
  /** Epoch milliseconds, as stored. */
  answeredAt: Float64Array = new Float64Array();
  /** Epoch milliseconds; infinite while nobody has said that they leave, or archived them. */
  activeUntil: Float64Array = new Float64Array();
  archivedAt: Float64Array = new Float64Array();
  /** 0 where nothing is folded in. */
  calibration: Int32Array = new Int32Array();
  sittings: Int32Array = new Int32Array();
  answers: Int32Array = new Int32Array();
  private readonly places = new Map<string, number>();
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
    this.activeUntil[place] = person.activeUntil ?? Infinity;
    this.archivedAt[place] = person.archivedAt ?? Infinity;
    if (!general) {
      this.calibration[place] = 0;
      return place;
    }
    const stored = generalColumns.fieldsOf(general);
    this.calibration[place] = stored.calibration;
    this.generalMean[place] = stored.generalMean;
    this.generalVariance[place] = stored.generalVariance;
    this.sittingMean[place] = stored.sittingMean;
    this.sittingVariance[place] = stored.sittingVariance;
    this.sittingCovariance[place] = stored.sittingCovariance;
    this.answeredAt[place] = stored.answeredAt;
    this.sittings[place] = stored.sittings;
    this.answers[place] = stored.answers;
    return place;
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
    this.places.set(key, place);
    this.keys[place] = key;
    if (place >= this.calibration.length) this.makeRoomFor(place + 1);
    return place;
  }

  private makeRoomFor(needed: number): void {
    const former = this.calibration.length;
    const columns = new SharedColumns(capacityFor(needed, former, few), floats, wholes);
    this.generalMean = columns.float(this.generalMean, former);
    this.generalVariance = columns.float(this.generalVariance, former);
    this.sittingMean = columns.float(this.sittingMean, former);
    this.sittingVariance = columns.float(this.sittingVariance, former);
    this.sittingCovariance = columns.float(this.sittingCovariance, former);
    this.answeredAt = columns.float(this.answeredAt, former);
    this.activeUntil = columns.float(this.activeUntil, former);
    this.archivedAt = columns.float(this.archivedAt, former);
    this.calibration = columns.whole(this.calibration, former);
    this.sittings = columns.whole(this.sittings, former);
    this.answers = columns.whole(this.answers, former);
  }
}
