import { parse, View } from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';

/** Room that every plot takes, pixels. */
export const plotSize = { wide: 760, square: 320, high: 300 } as const;

/** What a plot shows, drawn as SVG: the same text for the same figures. */
export async function svgOf(plot: TopLevelSpec): Promise<string> {
  const view = new View(parse(compile(plot).spec), { renderer: 'none' });
  try {
    return `${await view.toSVG()}\n`;
  } finally {
    view.finalize();
  }
}

/** On white, so that it can be read on a page of any colour. */
export const look = {
  background: 'white',
  config: { font: 'sans-serif', view: { stroke: '#bbb' }, axis: { gridColor: '#eee' } },
} as const;
