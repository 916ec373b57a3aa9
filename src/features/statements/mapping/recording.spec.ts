import type { PlacedVideoView } from './placing';
import { videoViewInput } from './recording';

const placed: PlacedVideoView = {
  ...{ base: 'b', person: 'p', module: 'm', revision: null, page: 1 },
  view: {
    ...{ activities: [], scope: 'session s', at: '2026-03-02T10:00:00Z', played: [] },
    ...{ durationSeconds: 0, pauses: 0, seeks: 0, rate: 20 },
  },
};
const named = { source: 'xapi:Moodle', id: '1' };

test('of what was played no more is told than a video view may say', () => {
  const added = [
    { from: 0, to: 30 },
    { from: 86_000, to: 90_000 },
  ];
  expect(videoViewInput(named, 'v', placed, added)).toMatchObject({
    segments: [{ from: 0, to: 30 }],
    durationSeconds: 30,
    rate: 16,
  });
});

test('a statement that adds nothing makes no view, and one of a pause makes one', () => {
  expect(videoViewInput(named, 'v', placed, [])).toBeUndefined();
  const paused = { ...placed, view: { ...placed.view, pauses: 1 } };
  expect(videoViewInput(named, 'v', paused, [])).toMatchObject({
    pauses: 1,
    durationSeconds: 1,
    segments: [],
  });
});
