import type { Level } from '../../estimators/level';
import { thinned } from '../../shared/thinning';
import type { EvidenceItem } from '../mastery/evidence-items';
import type { Folding } from './folding';
import { MasteryPointKind } from './history.type';
import { MasteryChangeKind } from './explanation.type';
import type { InForce } from '../calibrations/past-calibrations.store';
import { LevelTrace, type Change } from './trace';

/** A level with its interval at a moment, and what happened there. */
export interface Point {
  readonly at: number;
  readonly kind: MasteryPointKind;
  readonly change: number;
  readonly range: Level;
  /** Number of the calibration that it was read with. */
  readonly calibration: number;
  /** What moved it; absent for a change of calibration. */
  readonly cause?: Change;
}

/** A part of a history: the time that a calibration was in force, and the fold with it. */
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

/**
 * The level from a moment to another, each time read with the calibration in force; at least one stretch. A step for each
 * item of evidence.
 */
export function* historyOf(
  stretches: readonly Stretch[],
  from: number,
  until: number,
): Generator<void, History> {
  const walk = new HistoryWalk(from);
  for (const stretch of stretches) {
    if (stretch.until <= from || stretch.from > until) continue;
    yield* walk.through(stretch, until);
  }
  return walk.history();
}

/** The fold that is followed, and the number of the calibration that it is read with. */
interface Followed {
  readonly trace: LevelTrace;
  readonly calibration: number;
}

class HistoryWalk {
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

  /** Follows one stretch: folds what lies before it, switches to its calibration, and goes through what happened in it. */
  *through(
    { folding, from, until: next, calibration: { number } }: Stretch,
    until: number,
  ): Generator<void, void> {
    const begin = Math.max(this.from, from);
    const isLast = next > until;
    const followed = { trace: new LevelTrace(folding), calibration: number };
    const faded = yield* comeTo(begin, folding.items, followed.trace);
    const happening = folding.items.filter(({ at }) => at >= begin && (isLast ? at <= until : at < next));
    if (this.before === undefined) this.begin(followed, faded, happening[0]?.at === begin);
    else this.switchTo(followed);
    for (const item of happening) {
      this.take(item, followed);
      yield;
    }
    this.end(isLast ? until : next, followed);
  }

  history(): History {
    const { points, sums, level, from, before = level } = this;
    return { before, ...sums, level, from, points };
  }

  private begin(followed: Followed, faded: number, hasEvidence: boolean): void {
    this.before = followed.trace.level;
    this.faded = faded;
    if (!hasEvidence) this.addFading(followed);
  }

  private switchTo(followed: Followed): void {
    const change = followed.trace.level - this.level;
    this.sums.byCalibration += change;
    this.faded = 0;
    this.addPoint(followed, MasteryPointKind.CALIBRATION, change);
  }

  private take(item: EvidenceItem, followed: Followed): void {
    this.wait(item.at, followed);
    const cause = followed.trace.take(item);
    if (!cause) return;
    this.sums.byEvidence += cause.change;
    this.faded = 0;
    this.addPoint(followed, cause.kind, cause.change, cause);
  }

  private end(at: number, followed: Followed): void {
    if (this.at < at) {
      this.wait(at, followed);
      if (this.points.at(-1)?.at !== at) this.addFading(followed);
    }
    this.level = followed.trace.level;
  }

  /** Lets time pass; a long stretch of it is drawn. */
  private wait(to: number, followed: Followed): void {
    const start = this.at;
    if (to - start <= drawnFrom) {
      this.pass(to, followed);
      return;
    }
    for (let part = 1; part <= drawnBy; part++) {
      this.pass(part === drawnBy ? to : start + Math.round(((to - start) * part) / drawnBy), followed);
      this.addFading(followed);
    }
  }

  private pass(to: number, { trace }: Followed): void {
    const faded = trace.fadeTo(to);
    this.faded += faded;
    this.sums.byTime += faded;
    this.at = to;
  }

  private addFading(followed: Followed): void {
    const { at, faded: change } = this;
    this.addPoint(followed, MasteryPointKind.FADING, change, { kind: MasteryChangeKind.FADING, at, change });
  }

  private addPoint(
    { trace: { level, range }, calibration }: Followed,
    kind: MasteryPointKind,
    change: number,
    cause?: Change,
  ): void {
    this.level = level;
    this.points.push({ at: this.at, kind, change, range, calibration, ...(cause && { cause }) });
  }
}

/** Folds in what happened before a moment; gives what time did to the level since the last of it. */
function* comeTo(moment: number, items: readonly EvidenceItem[], trace: LevelTrace): Generator<void, number> {
  for (const item of items) {
    if (item.at >= moment) continue;
    trace.fadeTo(item.at);
    trace.take(item);
    yield;
  }
  return trace.fadeTo(moment);
}

/** As many points as are asked for, those that the drawing needs the most; changes of calibration all. */
export function drawable(points: readonly Point[], most: number): Point[] {
  const places = points.map(({ at, range: { level, low, high } }) => ({ x: at, ys: [level, low, high] }));
  const isSwitch = (position: number): boolean => points[position]?.kind === MasteryPointKind.CALIBRATION;
  return points.length <= most
    ? [...points]
    : thinned(places, most, isSwitch).flatMap((position) => points[position] ?? []);
}
