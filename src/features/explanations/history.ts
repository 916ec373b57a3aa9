import type { Level } from '../../estimators/level';
import { thinned } from '../../shared/thinning';
import type { EvidenceItem } from '../mastery/evidence-items';
import type { Folding } from './folding';
import { MasteryPointKind } from './history.type';
import { MasteryChangeKind } from './explanation.type';
import type { InForce } from '../calibrations/past-calibrations.store';
import { Telling, type Change } from './trace';

/** A level with its interval at a moment, and what happened there. */
export interface Point {
  readonly at: number;
  readonly kind: MasteryPointKind;
  readonly change: number;
  readonly range: Level;
  /** Number of the calibration that it was told with. */
  readonly calibration: number;
  /** What moved it; absent for a change of calibration. */
  readonly told?: Change;
}

/** What a history is told from: the time that a calibration was in force, and the fold with it. */
export interface Stretch extends InForce {
  readonly folding: Folding;
}

export interface History {
  readonly before: number;
  readonly byEvidence: number;
  readonly byTime: number;
  readonly byCalibration: number;
  readonly level: number;
  readonly from: number;
  readonly points: readonly Point[];
}

/** A stretch without evidence longer than this is drawn with so many points. */
const drawnFrom = 86_400_000;
const drawnBy = 4;

/** When the first evidence on the skill itself happened; undefined where there is none: it is unknown, whatever else is. */
export function firstEvidenceOn({ items, skill }: Folding): number | undefined {
  return items.find((item) => isOn(item, skill))?.at;
}

function isOn({ answered, claimed }: EvidenceItem, skill: string): boolean {
  return answered ? Array.from(answered.skills).includes(skill) : claimed.skill === skill;
}

/** The level from a moment to another, each time told with the calibration in force; at least one stretch. */
export function historyOf(stretches: readonly Stretch[], from: number, until: number): History {
  const walk = new Walk(from);
  for (const stretch of stretches) {
    if (stretch.until <= from || stretch.from > until) continue;
    walk.through(stretch, until);
  }
  return walk.history();
}

class Walk {
  private readonly points: Point[] = [];
  private readonly sums = { byEvidence: 0, byTime: 0, byCalibration: 0 };
  private before: number | undefined;
  private level = 0;
  /** What time did since the evidence or calibration before. */
  private faded = 0;
  private at: number;

  constructor(private readonly from: number) {
    this.at = from;
  }

  /** Tells one stretch: what lies before it is folded, the change to its calibration told, then what happened in it. */
  through({ folding, from, until: next, calibration: { number } }: Stretch, until: number): void {
    const telling = new Telling(folding);
    const begin = Math.max(this.from, from);
    const isLast = next > until;
    const isBefore = ({ at }: EvidenceItem): boolean => at < begin;
    let faded = 0;
    for (const item of folding.items.filter(isBefore)) {
      telling.fadeTo(item.at);
      telling.take(item);
      faded = 0;
    }
    faded += telling.fadeTo(begin);
    const tell = (kind: MasteryPointKind, change: number, told?: Change): void => {
      this.level = telling.level;
      const { range } = telling;
      this.points.push({ at: this.at, kind, change, range, calibration: number, ...(told && { told }) });
    };
    const pass = (to: number): void => {
      const faded = telling.fadeTo(to);
      this.faded += faded;
      this.sums.byTime += faded;
      this.at = to;
    };
    const tellTime = (): void => {
      const { at, faded: change } = this;
      tell(MasteryPointKind.FADING, change, { kind: MasteryChangeKind.FADING, at, change });
    };
    const wait = (to: number): void => {
      const start = this.at;
      if (to - start <= drawnFrom) {
        pass(to);
        return;
      }
      for (let part = 1; part <= drawnBy; part++) {
        pass(part === drawnBy ? to : start + Math.round(((to - start) * part) / drawnBy));
        tellTime();
      }
    };
    const happening = folding.items.filter(({ at }) => at >= begin && (isLast ? at <= until : at < next));
    if (this.before === undefined) {
      this.before = telling.level;
      this.faded = faded;
      if (happening[0]?.at !== begin) tellTime();
    } else {
      const change = telling.level - this.level;
      this.sums.byCalibration += change;
      this.faded = 0;
      tell(MasteryPointKind.CALIBRATION, change);
    }
    for (const item of happening) {
      wait(item.at);
      const told = telling.take(item);
      if (!told) continue;
      this.sums.byEvidence += told.change;
      this.faded = 0;
      tell(told.kind, told.change, told);
    }
    const end = isLast ? until : next;
    if (this.at < end) {
      wait(end);
      if (this.points.at(-1)?.at !== end) tellTime();
    }
    this.level = telling.level;
  }

  history(): History {
    const { points, sums, level, from, before = level } = this;
    return { before, ...sums, level, from, points };
  }
}

/** As many points as are asked for, those that the drawing needs the most; changes of calibration all. */
export function drawable(points: readonly Point[], most: number): Point[] {
  const places = points.map(({ at, range: { level, low, high } }) => ({ x: at, ys: [level, low, high] }));
  const isSwitch = (position: number): boolean => points[position]?.kind === MasteryPointKind.CALIBRATION;
  return points.length <= most
    ? [...points]
    : thinned(places, most, isSwitch).flatMap((position) => points[position] ?? []);
}
