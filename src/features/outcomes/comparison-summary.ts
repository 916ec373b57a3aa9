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

export function comparisonInWords({ failureRate, dropOffRate }: Figures): string {
  const said = [
    ...(failureRate ? [verdict('people answer', failureRate)] : []),
    ...(dropOffRate ? [verdict('people stay', dropOffRate)] : []),
  ];
  return said.length > 0 ? said.join(' ') : 'Nothing can be compared.';
}

function verdict(what: string, { probabilityBetter, summary }: ComparedFigure): string {
  if (probabilityBetter === null) return summary;
  if (probabilityBetter >= safe) return `It got better, as ${what}. ${summary}`;
  if (probabilityBetter <= 1 - safe) return `It got worse, as ${what}. ${summary}`;
  return summary;
}
