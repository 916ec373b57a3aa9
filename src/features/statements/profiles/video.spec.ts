import fc from 'fast-check';
import type { Context, Result } from '../statement';
import { adlVerb, exampleStatement } from './example-statement';
import { notYetTold } from './played';
import type { Segment } from './told';
import { segmentsIn, video } from './video';

const extension = (name: string) => `https://w3id.org/xapi/video/extensions/${name}`;
const videoVerb = (name: string) => `https://w3id.org/xapi/video/verbs/${name}`;
const session = { extensions: { [extension('session-id')]: 's1', [extension('length')]: 120 } };

describe('the video profile', () => {
  it('begins a passage when the video is initialized, in the session it names', () => {
    expect(meaningOf(adlVerb('initialized')).told?.visits).toEqual([
      {
        activities: ['https://lms.example.org/unit/1'],
        scope: 'session s1',
        startedAt: '2026-03-02T10:00:00Z',
      },
    ]);
  });

  it('says what was played until a pause', () => {
    expect(meaningOf(videoVerb('paused'), '0[.]12.5[,]30[.]41').told?.videoViews).toEqual([
      {
        activities: ['https://lms.example.org/unit/1'],
        scope: 'session s1',
        at: '2026-03-02T10:00:00Z',
        durationSeconds: 120,
        played: [
          { from: 0, to: 12.5 },
          { from: 30, to: 41 },
        ],
        pauses: 1,
        seeks: 0,
        rate: 1,
      },
    ]);
  });

  it('counts a seek, and leaves out the stretch that has only begun', () => {
    const [view] = meaningOf(videoVerb('seeked'), '0[.]12.5[,]90').told?.videoViews ?? [];
    expect(view).toMatchObject({ played: [{ from: 0, to: 12.5 }], seeks: 1, pauses: 0 });
  });

  it('completes and ends the passage with what was played until then', () => {
    const done = meaningOf(adlVerb('completed'), '0[.]110').told;
    expect(done?.visits[0]).toMatchObject({ completedAt: '2026-03-02T10:00:00Z' });
    expect(done?.videoViews[0]).toMatchObject({ played: [{ from: 0, to: 110 }], pauses: 0, seeks: 0 });
    expect(meaningOf(adlVerb('terminated'), '').told?.visits[0]).toMatchObject({
      endedAt: '2026-03-02T10:00:00Z',
    });
  });

  it('does not guess what was seen before a pause that does not say so', () => {
    expect(meaningOf(videoVerb('paused'))).toEqual({ reason: 'NO_SEGMENTS' });
    expect(meaningOf(videoVerb('played')).told).toMatchObject({
      visits: [{ seenAt: '2026-03-02T10:00:00Z' }],
    });
  });

  it('does not know verbs that are not of the profile', () => {
    expect(meaningOf('http://id.tincanapi.com/verb/downloaded')).toEqual({ reason: 'VERB' });
  });

  it('reads the speed as a number or like 1.5x, and the length from the segments where nothing else says it', () => {
    const at = (speed: unknown) =>
      meaningOf(videoVerb('paused'), '0[.]60', { extensions: { [extension('speed')]: speed } }).told
        ?.videoViews[0];
    expect([at('1.5x'), at(2), at('fast'), at(undefined)].map((view) => view?.rate)).toEqual([1.5, 2, 1, 1]);
    expect(at(1)).toMatchObject({ durationSeconds: 60, scope: 'day 2026-03-02' });
  });

  it('covers its verbs, its type of activity and its category', () => {
    const categories = { contextActivities: { category: [{ id: 'https://w3id.org/xapi/video' }] } };
    expect(video.covers(exampleStatement(videoVerb('played')))).toBe(true);
    expect(video.covers(exampleStatement(adlVerb('completed'), { context: categories }))).toBe(true);
    expect(video.covers(exampleStatement(adlVerb('completed')))).toBe(false);
  });
});

describe('played segments', () => {
  it.each([
    ['', []],
    ['0[.]1', [{ from: 0, to: 1 }]],
    [' 0 [.] 1 ', [{ from: 0, to: 1 }]],
    ['5[.]5[,]7[.]6[,][.]3[,]x[.]2[,]-1[.]2', []],
  ])('of %j', (text, segments) => {
    expect(segmentsIn(text)).toEqual(segments);
  });

  it('are none in what is no text', () => {
    expect(segmentsIn(12)).toBeUndefined();
    expect(segmentsIn(undefined)).toBeUndefined();
  });
});

const segments = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 6 }))
    .map(([from, length]): Segment => ({ from, to: from + length })),
  { maxLength: 6 },
);

describe('what a statement adds to what a session told before', () => {
  it('is the rest of a stretch that went on', () => {
    expect(notYetTold([{ from: 0, to: 50 }], [{ from: 0, to: 42 }])).toEqual([{ from: 42, to: 50 }]);
  });

  it('is what was played again', () => {
    const again = [
      { from: 0, to: 10 },
      { from: 5, to: 10 },
    ];
    expect(notYetTold(again, [{ from: 0, to: 10 }])).toEqual([{ from: 5, to: 10 }]);
  });

  it('makes each second count as often as the statement that tells most of it, in any order and however often', () => {
    fc.assert(
      fc.property(
        fc
          .array(segments, { maxLength: 5 })
          .chain((lists) => fc.tuple(fc.constant(lists), fc.shuffledSubarray([...lists, ...lists]))),
        ([lists, tail]) => {
          const known = [...tail, ...lists].reduce<Segment[]>(
            (told, list) => [...told, ...notYetTold(list, told)],
            [],
          );
          for (let second = 0; second < 20; second += 1) {
            const most = Math.max(0, ...lists.map((list) => timesPlayed(list, second)));
            expect(timesPlayed(known, second)).toBe(most);
          }
        },
      ),
    );
  });
});

function timesPlayed(played: readonly Segment[], second: number): number {
  return played.filter(({ from, to }) => from <= second && second < to).length;
}

function meaningOf(verb: string, playedSegments?: string, context: Context = session) {
  const result: Result =
    playedSegments === undefined ? {} : { extensions: { [extension('played-segments')]: playedSegments } };
  return video.meaning(exampleStatement(verb, { context, result }));
}
