import { look, plotSize, svgOf } from './svg';
import type { Bin, Reliability } from './reliability';

const share = (title: string) => ({ title, scale: { domain: [0, 1] } });

/** What a plot of reliability says in words. */
export interface Words {
  readonly title: string;
  readonly subtitle: string;
  readonly predicted: string;
  readonly observed: string;
}

/** Shares right against what was predicted. */
export function drawReliability({ name, answers, people, bins }: Reliability): Promise<string> {
  return drawBins(bins, {
    title: `Predicted and observed: ${name}`,
    subtitle: `${answers.toLocaleString('en')} answers of ${people.toLocaleString('en')} people, each predicted by a fit without them`,
    predicted: 'predicted probability, mean of the bin',
    observed: 'observed share right',
  });
}

/** What came of predictions against what was predicted, on the diagonal where probabilities hold. */
export function drawBins(bins: readonly Bin[], words: Words): Promise<string> {
  const x = {
    field: 'predicted',
    type: 'quantitative' as const,
    ...share(words.predicted),
  };
  return svgOf({
    ...look,
    width: plotSize.square,
    height: plotSize.square,
    title: {
      text: words.title,
      subtitle: [words.subtitle, 'bars: where 95 of 100 perfect models of this size would lie'],
    },
    layer: [
      {
        data: {
          values: [
            { predicted: 0, observed: 0 },
            { predicted: 1, observed: 1 },
          ],
        },
        mark: { type: 'line', color: '#999', strokeDash: [4, 4] },
        encoding: {
          x,
          y: { field: 'observed', type: 'quantitative' as const, ...share(words.observed) },
        },
      },
      {
        data: { values: [...bins] },
        mark: { type: 'errorbar', ticks: true, color: '#888' },
        encoding: {
          x,
          y: { field: 'low', type: 'quantitative' as const, ...share(words.observed) },
          y2: { field: 'high' },
        },
      },
      {
        data: { values: [...bins] },
        mark: { type: 'point', filled: true, size: 60, color: '#1f5fa8', opacity: 1 },
        encoding: { x, y: { field: 'observed', type: 'quantitative' } },
      },
    ],
  });
}
