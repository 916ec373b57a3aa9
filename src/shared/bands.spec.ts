import { bandAt, levelInWords, levelRequiredBy, requiredInWords, shortfallInBands } from './bands';
import { InstallationError } from './errors';
import { readConfig } from './config';

const bandsOf = (text?: string) =>
  readConfig(text === undefined ? {} : { SKILLWAKE_LEVEL_BANDS: text }).SKILLWAKE_LEVEL_BANDS;

describe('level bands', () => {
  it('are novice to expert where nothing is said', () => {
    expect(bandsOf()).toEqual([
      { name: 'novice', from: 0, to: 0.5 },
      { name: 'competent', from: 0.5, to: 0.7 },
      { name: 'proficient', from: 0.7, to: 0.85 },
      { name: 'expert', from: 0.85, to: 1 },
    ]);
  });

  it('are read with the level that each begins at', () => {
    expect(bandsOf('learns:0, can : 0.6')).toEqual([
      { name: 'learns', from: 0, to: 0.6 },
      { name: 'can', from: 0.6, to: 1 },
    ]);
    expect(bandsOf('all:0')).toEqual([{ name: 'all', from: 0, to: 1 }]);
  });

  it.each([
    'novice',
    'novice:0.1,expert:0.8',
    'novice:0,expert:0.8,competent:0.5',
    'novice:0,expert:1',
    'novice:0,novice:0.5',
    'novice:0,:0.5',
    'novice:0,expert:',
    'novice:0,expert:high',
    'novice:0,expert:0.5:0.6',
    'novice:0,',
  ])('%s stops the start and says what is expected', (text) => {
    expect(() => bandsOf(text)).toThrow(InstallationError);
    expect(() => bandsOf(text)).toThrow(/SKILLWAKE_LEVEL_BANDS: must name bands/);
  });
});

describe('what a band requires', () => {
  const bands = bandsOf('novice:0,competent:0.5,expert:0.8');

  it('is the level where it begins', () => {
    expect(levelRequiredBy(bands, 'expert')).toBe(0.8);
  });

  it('is nothing where it begins at 0, and it is said how else to put it', () => {
    expect(levelRequiredBy(bands, 'novice')).toMatch(
      /^band: novice .*higher band \(competent, expert\) or a level/,
    );
    expect(levelRequiredBy(bandsOf('all:0'), 'all')).toMatch(/^band: all .*; give a level above 0$/);
    expect(levelRequiredBy(bands, 'guru')).toMatch(/^band: must be one of novice, competent, expert,/);
  });

  it('is the one that a level lies in', () => {
    expect([0, 0.49, 0.5, 0.8, 1].map((level) => bandAt(bands, level)?.name)).toEqual([
      ...['novice', 'novice', 'competent', 'expert', 'expert'],
    ]);
  });

  it('is told with the name it was stated by', () => {
    expect([levelInWords(0.5, 'competent'), levelInWords(0.5, null)]).toEqual(['competent (50 %)', '50 %']);
  });

  it('is required by its band, or as a number that is no percentage', () => {
    expect([requiredInWords(0.5, 'competent'), requiredInWords(0.7, null)]).toEqual([
      'competent',
      'level 0.7',
    ]);
  });
});

describe('how far a level is below another, in bands', () => {
  it('counts the bands between them', () => {
    const bands = bandsOf();
    expect(shortfallInBands(bands, 0.3, 0.75)).toBe('novice, 2 bands below proficient');
    expect(shortfallInBands(bands, 0.6, 0.7)).toBe('competent, 1 band below proficient');
    expect(shortfallInBands(bands, 0.72, 0.75)).toBe('proficient, as is the level required');
  });
});
