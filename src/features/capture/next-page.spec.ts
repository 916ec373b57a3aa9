import { nextPage } from './next-page';

it.each([
  ['the one after where the person left off', 3, [1, 2, 3], 10, 4],
  ['the one after it also where pages before were passed over', 7, [1, 7], 10, 8],
  ['the first that was not opened, from the last page', 4, [1, 2, 4], 4, 3],
  ['the first, where none was opened', null, [], 4, 1],
  ['none, where all were opened', 4, [1, 2, 3, 4], 4, null],
  ['none, of a revision without pages', null, [], 0, null],
])('the next page is %s', (_, leftOff, reached, pageCount, next) => {
  expect(nextPage(leftOff, reached, pageCount)).toBe(next);
});
