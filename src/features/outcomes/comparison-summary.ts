import { percent } from '../../shared/percent';
import type { ComparedFigure, RevisionComparison } from './revision-comparison.type';

/** What a figure is called, and whether it is a share or in logits. */
export interface Kind {
  readonly what: string;
  readonly isShare: boolean;
}

export function comparedInWords(kind: Kind, figures: Omit<ComparedFigure, 'summary'>): string {
  const { before, after, probabilityBetter, peopleBefore, peopleAfter } = figures;
  const shown = (value: number): string => (kind.isShare ? percent(value) : value.toFixed(2));
  const people = `${String(peopleBefore)} and ${String(peopleAfter)} people`;
  const likely =
    probabilityBetter === null
      ? 'nothing can be said of chance'
      : `the later is better with probability ${percent(probabilityBetter)}`;
  return `${kind.what}: ${shown(before)} before, ${shown(after)} after (${people}); ${likely}.`;
}

/** From this probability on it is said that something got better, or worse. */
const safe = 0.95;

type Figures = Omit<RevisionComparison, 'summary'>;

export function comparisonInWords(figures: Figures): string {
  const { failureRate, dropOffRate } = figures;
  const said = [
    ...(failureRate ? [verdict('People answer', failureRate)] : []),
    ...(dropOffRate ? [verdict('People stay', dropOffRate)] : []),
  ];
  return said.length > 0 ? [...said, whoTookWhich(figures)].join(' ') : 'Nothing can be compared.';
}

function verdict(what: string, { probabilityBetter, summary }: ComparedFigure): string {
  if (probabilityBetter === null) return summary;
  if (probabilityBetter >= safe) return `${what} better now. ${summary}`;
  if (probabilityBetter <= 1 - safe) return `${what} worse now. ${summary}`;
  return summary;
}

function whoTookWhich({ assignedAtRandom, startedWith }: Figures): string {
  if (assignedAtRandom) return 'Chance decided who took which.';
  return startedWith
    ? 'Who took which was not left to chance, and only what people knew before is corrected for.'
    : 'Who took which was not left to chance, and nothing is known of what people knew before.';
}
