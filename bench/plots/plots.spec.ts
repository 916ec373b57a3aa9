import { drawFollowed } from './draw-followed';
import { drawReliability } from './draw-reliability';
import { followedPerson } from './followed';

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
