import { genderedWords, genderedWordsIn } from './gendered-words';

const found = (text: string) =>
  genderedWordsIn(text).map(({ word, listed, coding }) => [word, listed, coding]);

it('are those of the published list: 42 that seem to be meant for men, 40 for women, each once', () => {
  const { MASCULINE, FEMININE } = genderedWords;
  expect([MASCULINE.length, FEMININE.length]).toEqual([42, 40]);
  expect(new Set([...MASCULINE, ...FEMININE]).size).toBe(82);
});

it('are found by how they begin, where the list says so, whatever their case', () => {
  expect(found('Analysts lead, and Leadership counts')).toEqual([
    ['Analysts', 'analy*', 'MASCULINE'],
    ['lead', 'lead*', 'MASCULINE'],
    ['Leadership', 'lead*', 'MASCULINE'],
  ]);
  expect(found('kind, kindness, logic, logical')).toEqual([
    ['kind', 'kind', 'FEMININE'],
    ['logic', 'logic', 'MASCULINE'],
  ]);
});

it('are found as a whole or in the parts of what is written with a hyphen, each once', () => {
  expect(found('Self-confident team-leads; Support and support')).toEqual([
    ['Self-confident', 'self-confiden*', 'MASCULINE'],
    ['leads', 'lead*', 'MASCULINE'],
    ['Support', 'support*', 'FEMININE'],
  ]);
});

it('are none in the middle of another word, nor in other letters', () => {
  expect(found('Misleading, unkind, SQL, Führung')).toEqual([]);
});
