import type { PageSignal } from './page-signals';

export type PageProblemKind = 'TOO_LONG' | 'CONFUSING' | 'TOO_COMPLEX' | 'OUTDATED' | 'NOT_TAUGHT';
export type PageHypothesisKind = 'SOUND' | 'KNOWLEDGE_GAP' | PageProblemKind;

/** By how much a figure of such a page is off what is usual around it: normal, on the figure's own scale. */
interface Effect {
  readonly mean: number;
  readonly deviation: number;
}

export interface PageHypothesis {
  readonly kind: PageHypothesisKind;
  /** Of pages, before anything is known of them. */
  readonly share: number;
  /** What is not named is as on a sound page. */
  readonly effects: Readonly<Partial<Record<PageSignal, Effect>>>;
}

const off = (mean: number, deviation: number): Effect => ({ mean, deviation });

/**
 * What is seen where a page is at fault. It is too long if it takes long, people leave, and they answer as they would; confusing
 * if people come back and call it unclear; too complex if they work on it long, with pauses, and still answer badly; it does not
 * teach what is asked if people pass it as fast as any and answer badly. People lack what it builds on if they answer badly as
 * their mastery predicts, and nothing else is unusual.
 */
export const pageHypotheses: readonly PageHypothesis[] = [
  { kind: 'SOUND', share: 0.84, effects: {} },
  {
    kind: 'TOO_LONG',
    share: 0.03,
    effects: {
      seconds: off(1, 0.4),
      pauses: off(0.6, 0.5),
      leaving: off(1.3, 0.8),
      revisits: off(-0.2, 0.4),
    },
  },
  {
    kind: 'CONFUSING',
    share: 0.03,
    effects: {
      seconds: off(0.5, 0.4),
      revisits: off(1.3, 0.6),
      pauses: off(0.3, 0.4),
      leaving: off(0.5, 0.7),
      unclear: off(2, 1),
      answers: off(-0.8, 0.7),
    },
  },
  {
    kind: 'TOO_COMPLEX',
    share: 0.03,
    effects: {
      seconds: off(0.8, 0.4),
      revisits: off(0.4, 0.5),
      pauses: off(0.9, 0.5),
      leaving: off(0.8, 0.8),
      unclear: off(0.7, 0.9),
      answers: off(-1.3, 0.6),
    },
  },
  {
    kind: 'OUTDATED',
    share: 0.01,
    effects: { outdated: off(3, 1), unclear: off(0.4, 0.7), answers: off(-0.3, 0.6) },
  },
  {
    kind: 'NOT_TAUGHT',
    share: 0.03,
    effects: { seconds: off(-0.3, 0.5), unclear: off(0.3, 0.7), answers: off(-1.9, 0.7) },
  },
  { kind: 'KNOWLEDGE_GAP', share: 0.03, effects: { mastery: off(-2, 0.6), leaving: off(0.3, 0.6) } },
];

/** What is usual of pages anywhere, on the scale of the figure. */
export interface Usual {
  readonly mean: number;
  /** How much modules differ in it, and pages of one module. */
  readonly betweenModules: number;
  readonly betweenPages: number;
}

export const usualOfPages: Readonly<Record<PageSignal, Usual>> = {
  seconds: { mean: 0, betweenModules: 0.5, betweenPages: 0.35 },
  revisits: { mean: -2.2, betweenModules: 0.8, betweenPages: 0.5 },
  pauses: { mean: -1.2, betweenModules: 0.8, betweenPages: 0.4 },
  leaving: { mean: -3.9, betweenModules: 0.8, betweenPages: 0.6 },
  unclear: { mean: -4, betweenModules: 0.8, betweenPages: 0.6 },
  outdated: { mean: -5.5, betweenModules: 0.8, betweenPages: 0.5 },
  answers: { mean: 0, betweenModules: 0.3, betweenPages: 0.45 },
  mastery: { mean: 0.9, betweenModules: 0.8, betweenPages: 0.7 },
};
