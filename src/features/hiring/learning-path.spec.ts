import { pathTo } from './learning-path';

const teaching = (name: string, from: number | null, to: number, hours: number | null = 1) => ({
  ...{ name, from, to, hours },
});
const pathOf = (level: number, ...modules: ReturnType<typeof teaching>[]) => {
  const path = pathTo(level, modules);
  return path && [path.modules.map(({ name }) => name).join(' '), path.entry, path.hours];
};

describe('the modules that lead up to a level', () => {
  it('are those of the fewest hours, one after the other', () => {
    expect(
      pathOf(
        0.8,
        teaching('basics', null, 0.5, 3),
        teaching('on', 0.5, 0.8, 4),
        teaching('all', null, 0.9, 9),
      ),
    ).toEqual(['basics on', 0, 7]);
    expect(
      pathOf(0.8, teaching('basics', 0, 0.5, 3), teaching('on', 0.4, 0.8, 4), teaching('all', null, 0.9, 6)),
    ).toEqual(['all', 0, 6]);
  });

  it('begin as low as they can, whatever the hours', () => {
    expect(pathOf(0.7, teaching('quick', 0.6, 0.8, 1), teaching('long', 0.3, 0.7, 40))).toEqual([
      'long',
      0.3,
      40,
    ]);
  });

  it('take hours that are not known for more than any', () => {
    expect(pathOf(0.7, teaching('unknown', null, 0.8, null), teaching('long', null, 0.7, 40))).toEqual([
      'long',
      0,
      40,
    ]);
    expect(pathOf(0.7, teaching('basics', null, 0.4, 2), teaching('unknown', 0.3, 0.8, null))).toEqual([
      ...['basics unknown', 0, null],
    ]);
  });

  it('are none where no module reaches the level, or those that do begin at it', () => {
    expect(pathOf(0.8, teaching('basics', null, 0.7))).toBeUndefined();
    expect(pathOf(0.8, teaching('beyond', 0.8, 0.9))).toBeUndefined();
    expect(pathOf(0.8)).toBeUndefined();
  });
});
