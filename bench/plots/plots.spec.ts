import { drawFollowed } from './draw-followed';
import { drawBeforeAndAfter, drawDropOff, drawItemMap, drawSecondsSeen } from './draw-launched';
import { drawReliability } from './draw-reliability';
import { followedPerson } from './followed';
import { confusing, launchedCourse, pages } from './launched';

it('follows the same simulated person every time, whose interval narrows by answers and widens by time', () => {
  const followed = followedPerson();
  expect(followedPerson()).toEqual(followed);
  const width = (at: number) => {
    const { low, high } = followed.moments.find((moment) => moment.at >= at)!;
    return high - low;
  };
  expect(width(240)).toBeLessThan(width(0));
  expect(width(590)).toBeGreaterThan(width(240));
  expect(new Set(followed.answers.map(({ answer }) => answer))).toEqual(new Set(['right', 'wrong']));
});

it('simulates the same course every time, whose confusing page loses people and is missed until it is explained anew', async () => {
  const launched = launchedCourse();
  expect(launchedCourse()).toEqual(launched);
  const [first, second] = ['first revision', 'second revision'] as const;
  const end = (revision: string) => launched.curves.filter((point) => point.revision === revision).at(-1)!;
  expect(end(first)).toMatchObject({ at: pages });
  expect(end(first).high).toBeLessThan(end(second).low);
  const failed = (revision: string) =>
    launched.failures.find((point) => point.revision === revision && point.page === confusing)!;
  expect(failed(first).low).toBeGreaterThan(failed(second).high);
  const [hardest] = [...launched.questions].sort((one, other) => other.difficulty - one.difficulty);
  expect(hardest!.question).toBe(`page ${String(confusing)}`);
  const [most] = [...launched.seconds].sort((one, other) => other.plays - one.plays);
  expect(most!.plays).toBeGreaterThan(1.2 * most!.people);
  for (const draw of [drawDropOff, drawBeforeAndAfter, drawItemMap, drawSecondsSeen]) {
    const svg = await draw(launched);
    expect(svg).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(await draw(launched)).toBe(svg);
  }
});

it('draws the same figures as the same SVG', async () => {
  const bins = [{ predicted: 0.5, observed: 0.52, low: 0.45, high: 0.55 }];
  const reliability = { name: 'invented', answers: 1_000, people: 20, bins };
  for (const draw of [() => drawFollowed(followedPerson()), () => drawReliability(reliability)]) {
    const svg = await draw();
    expect(svg).toMatch(/^<svg [^]*<\/svg>\n$/);
    expect(await draw()).toBe(svg);
  }
  expect(await drawReliability(reliability)).toContain('1,000 answers of 20 people');
});
