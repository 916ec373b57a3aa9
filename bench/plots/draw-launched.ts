import { confusing, pages, secondsInBin, type CurvePoint, type Launched } from './launched';
import { look, plotSize, svgOf } from './svg';

const revisions = ['first revision', 'second revision'];
const colour = {
  field: 'revision',
  type: 'nominal' as const,
  title: null,
  scale: { domain: revisions, range: ['#c5221f', '#1a7f37'] },
};
const onPages = (field: string) => ({
  field,
  type: 'quantitative' as const,
  title: 'page',
  scale: { domain: [0, pages] },
  axis: { tickMinStep: 1, tickCount: pages, format: 'd' },
});
const goingOn = {
  type: 'quantitative' as const,
  title: 'share of people who go on past the page',
  scale: { domain: [0, 1] },
};

/** A step curve with its band, for one revision or several. */
function curveLayers(curves: readonly CurvePoint[], legend?: null) {
  const data = { values: [...curves] };
  const color = legend === null ? { ...colour, legend } : colour;
  const x = onPages('at');
  return [
    {
      data,
      mark: { type: 'area' as const, interpolate: 'step-after' as const, opacity: 0.15 },
      encoding: { x, y: { ...goingOn, field: 'low' }, y2: { field: 'high' }, color },
    },
    {
      data,
      mark: { type: 'line' as const, interpolate: 'step-after' as const },
      encoding: { x, y: { ...goingOn, field: 'surviving' }, color },
    },
  ];
}

/** Where people leave the first revision. */
export function drawDropOff({ curves, people: [people] }: Launched): Promise<string> {
  return svgOf({
    ...look,
    width: plotSize.wide,
    height: plotSize.high,
    title: {
      text: 'Drop-off by page: a simulated course',
      subtitle: [
        `${String(people)} people; band: 95 % interval; those still under way count for as far as they came; dashed: page ${String(confusing)}, which confuses`,
      ],
    },
    layer: [
      {
        data: { values: [{ at: confusing }] },
        mark: { type: 'rule', strokeDash: [4, 4], color: '#555' },
        encoding: { x: onPages('at') },
      },
      ...curveLayers(
        curves.filter(({ revision }) => revision === revisions[0]),
        null,
      ),
    ],
  });
}

/** The same beside the second revision. */
export function drawBeforeAndAfter({ curves, failures, people: [before, after] }: Launched): Promise<string> {
  const x = { ...onPages('page'), scale: { domain: [0.5, pages + 0.5] } };
  const y = {
    type: 'quantitative' as const,
    title: 'share who miss its question',
    scale: { domain: [0, 1] },
  };
  // Beside each other, so that their intervals can be told apart.
  const aside = failures.map((one) => ({
    ...one,
    page: one.page + (one.revision === revisions[0] ? -0.12 : 0.12),
  }));
  const data = { values: aside };
  return svgOf({
    ...look,
    title: {
      text: 'Before and after: a simulated course whose sixth page is explained anew',
      subtitle: [
        `${String(before)} people took the first revision, ${String(after)} the second; 95 % intervals`,
      ],
    },
    hconcat: [
      { width: plotSize.square, height: plotSize.high, layer: curveLayers(curves) },
      {
        width: plotSize.square,
        height: plotSize.high,
        layer: [
          {
            data,
            mark: { type: 'rule' },
            encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color: colour },
          },
          {
            data,
            mark: { type: 'point', filled: true, size: 45, opacity: 1 },
            encoding: { x, y: { ...y, field: 'failed' }, color: colour },
          },
        ],
      },
    ],
  });
}

/** Questions by difficulty beside the people who answered them, on one scale (Wright 1977). */
export function drawItemMap({ questions, abilities }: Launched): Promise<string> {
  const scale = { domain: [-4, 4], nice: false };
  const title = 'logits: people left of a question are more likely to miss it than not';
  const x = { type: 'quantitative' as const, title, scale };
  const data = { values: [...questions] };
  const y = {
    field: 'question',
    type: 'nominal' as const,
    title: null,
    sort: questions.map(({ question }) => question),
  };
  return svgOf({
    ...look,
    title: {
      text: 'Item map: the questions of a simulated course and the people who answered them',
      subtitle: ['above: people by ability; below: questions by difficulty with the 95 % interval'],
    },
    vconcat: [
      {
        width: plotSize.wide,
        height: 90,
        data: { values: abilities.map((ability) => ({ ability })) },
        mark: { type: 'bar', color: '#1f5fa8' },
        encoding: {
          x: {
            field: 'ability',
            type: 'quantitative',
            bin: { step: 0.25 },
            title: null,
            scale,
            axis: { values: [-4, -3, -2, -1, 0, 1, 2, 3, 4], format: 'd' },
          },
          y: { aggregate: 'count', type: 'quantitative', title: 'people' },
        },
      },
      {
        width: plotSize.wide,
        height: 200,
        layer: [
          {
            data,
            mark: { type: 'rule', color: '#888' },
            encoding: { x: { ...x, field: 'low' }, x2: { field: 'high' }, y },
          },
          {
            data,
            mark: { type: 'point', filled: true, size: 60, color: '#c5221f', opacity: 1 },
            encoding: { x: { ...x, field: 'difficulty' }, y },
          },
        ],
      },
    ],
  });
}

/** How many saw each stretch of a video, and how often it was played. */
export function drawSecondsSeen({ seconds }: Launched): Promise<string> {
  const drawn = seconds.flatMap(({ from, people, plays }) => [
    { from, to: from + secondsInBin, count: plays, what: 'times played' },
    { from, to: from + secondsInBin, count: people, what: 'people who saw it' },
  ]);
  return svgOf({
    ...look,
    width: plotSize.wide,
    height: plotSize.high,
    title: {
      text: 'Seconds seen of a video: a simulated course',
      subtitle: ['by stretches of five seconds; what stands above the people was played again'],
    },
    data: { values: drawn },
    mark: { type: 'bar', binSpacing: 0 },
    encoding: {
      x: { field: 'from', type: 'quantitative', title: 'seconds from the beginning', bin: 'binned' },
      x2: { field: 'to' },
      y: {
        field: 'count',
        type: 'quantitative',
        title: 'people who saw it, times it was played',
        stack: null,
      },
      color: {
        field: 'what',
        type: 'nominal',
        title: null,
        scale: { domain: ['times played', 'people who saw it'], range: ['#f2b8a8', '#1f5fa8'] },
      },
    },
  });
}
