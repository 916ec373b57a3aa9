import type { Followed } from './followed';
import { look, plotSize, svgOf } from './svg';

const answerColour = {
  field: 'answer',
  type: 'nominal' as const,
  title: null,
  scale: { domain: ['right', 'wrong', 'true on that day'], range: ['#1a7f37', '#c5221f', '#222'] },
};

/** A level with its interval over time, with the answers that moved it. */
export function drawFollowed({ moments, answers, sittings, truth }: Followed): Promise<string> {
  const x = {
    field: 'at',
    type: 'quantitative',
    title: 'days; the answers of a sitting drawn apart',
  } as const;
  const y = { type: 'quantitative' as const, title: 'level', scale: { domain: [0, 1] } };
  return svgOf({
    ...look,
    width: plotSize.wide,
    height: plotSize.high,
    title: {
      text: 'A level with its 90 % interval over time: one simulated person',
      subtitle: ['grey: sittings, the fourth a bad evening; then a year without an answer'],
    },
    layer: [
      {
        data: { values: [...sittings] },
        mark: { type: 'rect', color: '#888', opacity: 0.2 },
        encoding: { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' } },
      },
      {
        data: { values: [...moments] },
        mark: { type: 'area', color: '#1f5fa8', opacity: 0.2 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values: [...moments] },
        mark: { type: 'line', color: '#1f5fa8' },
        encoding: { x, y: { ...y, field: 'level' } },
      },
      {
        data: { values: truth.map((one) => ({ ...one, answer: 'true on that day' })) },
        mark: { type: 'tick', thickness: 3, size: 14, orient: 'horizontal' },
        encoding: { x, y: { ...y, field: 'level' }, color: answerColour },
      },
      {
        data: { values: [...answers] },
        mark: { type: 'point', filled: true, size: 45, opacity: 1 },
        encoding: { x, y: { ...y, field: 'level' }, color: answerColour },
      },
    ],
  });
}
