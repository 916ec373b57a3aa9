import type { Diagnosis } from '../../src/estimators/content-diagnosis';

/** What is told of a question or of a page. */
export interface Told {
  readonly id: string;
  readonly diagnosis: Diagnosis;
  readonly probability: number;
  readonly kind?: string | undefined;
  readonly key?: string | undefined;
}

/** What is true of a question: its fault, none where it is sound, and the right option where another is stated. */
export interface Truth {
  readonly fault: string | undefined;
  readonly key: string | undefined;
}

interface OfFault {
  planted: number;
  found: number;
  kindNamed: number;
  keyKnown: number;
  keyNamed: number;
}

/** Problems that were said with a probability in one range: how probable on average, and how many were true. */
export interface Reliability {
  readonly from: number;
  readonly problems: number;
  readonly said: number;
  readonly true: number;
}

/** What was told with one kind: how probable on average, how many were true, and how many of that kind. */
export interface ReliabilityOfKind {
  readonly told: number;
  readonly said: number;
  readonly true: number;
  readonly kind_true: number;
}

export interface TallyResult {
  readonly precision: number;
  readonly recall: number;
  readonly false_alarms: number;
  readonly key_named: number;
  readonly undecided: number;
  readonly kinds: Readonly<
    Record<string, { planted: number; found: number; kind_named: number; key_named: number }>
  >;
  readonly calibration: readonly Reliability[];
  /** Of problems by the kind that was named, and of gaps. */
  readonly told_kinds: Readonly<Record<string, ReliabilityOfKind>>;
}

const ranges = [0.5, 0.7, 0.8, 0.9, 0.95, 0.99];
const gap = 'KNOWLEDGE_GAP';

/** Counts what was found of what was planted. A gap is no content problem: it is found where it is called a gap. */
export class Tally {
  private readonly byFault = new Map<string, OfFault>();
  private readonly said: { probability: number; right: boolean }[] = [];
  private readonly saidOfKind = new Map<string, { probability: number; right: boolean; kind: boolean }[]>();
  private sound = 0;
  private falseAlarms = 0;
  private questions = 0;
  private undecided = 0;

  add(diagnoses: readonly Told[], truthOf: (id: string) => Truth): void {
    for (const { id, diagnosis, probability, kind, key } of diagnoses) {
      const truth = truthOf(id);
      const faulty = truth.fault !== undefined && truth.fault !== gap;
      const called = diagnosis === 'CONTENT_PROBLEM';
      this.questions++;
      if (diagnosis === 'NOT_ENOUGH_DATA') this.undecided++;
      if (!faulty) this.sound++;
      if (called) {
        this.said.push({ probability, right: faulty });
        if (!faulty) this.falseAlarms++;
      }
      if (called || diagnosis === gap) {
        const named = called ? (kind ?? 'no kind') : gap;
        const right = called ? faulty : truth.fault === gap;
        const told = this.saidOfKind.get(named) ?? [];
        this.saidOfKind.set(named, told);
        told.push({ probability, right, kind: truth.fault === named });
      }
      if (truth.fault === undefined) continue;
      const of = this.byFault.get(truth.fault) ?? {
        planted: 0,
        found: 0,
        kindNamed: 0,
        keyKnown: 0,
        keyNamed: 0,
      };
      this.byFault.set(truth.fault, of);
      of.planted++;
      if (truth.fault === gap ? diagnosis === gap : called) {
        of.found++;
        if (kind === truth.fault || diagnosis === gap) of.kindNamed++;
        if (truth.key !== undefined) of.keyKnown++;
        if (truth.key !== undefined && key === truth.key) of.keyNamed++;
      }
    }
  }

  result(): TallyResult {
    const right = this.said.filter((one) => one.right).length;
    const kinds = [...this.byFault];
    const content = kinds.filter(([fault]) => fault !== gap).map(([, of]) => of);
    const planted = content.reduce((sum, of) => sum + of.planted, 0);
    const wrong = this.byFault.get('WRONG_KEY');
    return {
      precision: right / this.said.length,
      recall: right / planted,
      false_alarms: this.falseAlarms / this.sound,
      key_named: wrong ? wrong.keyNamed / wrong.keyKnown : NaN,
      undecided: this.undecided / this.questions,
      kinds: Object.fromEntries(
        kinds.map(([fault, of]) => [
          fault,
          { planted: of.planted, found: of.found, kind_named: of.kindNamed, key_named: of.keyNamed },
        ]),
      ),
      calibration: ranges.flatMap((from, place) => {
        const to = ranges[place + 1] ?? Infinity;
        const inside = this.said.filter(({ probability }) => probability >= from && probability < to);
        if (inside.length === 0) return [];
        return [
          {
            from,
            problems: inside.length,
            said: mean(inside, (one) => one.probability),
            true: mean(inside, (one) => (one.right ? 1 : 0)),
          },
        ];
      }),
      told_kinds: Object.fromEntries(
        [...this.saidOfKind].map(([kind, told]) => [
          kind,
          {
            told: told.length,
            said: mean(told, (one) => one.probability),
            true: mean(told, (one) => (one.right ? 1 : 0)),
            kind_true: mean(told, (one) => (one.kind ? 1 : 0)),
          },
        ]),
      ),
    };
  }
}

function mean<Value>(values: readonly Value[], of: (value: Value) => number): number {
  return values.reduce((sum, value) => sum + of(value), 0) / values.length;
}
