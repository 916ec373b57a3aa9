import { PageKind } from '../modules/page.type';
import { comesAfterTeaching, type TeachingPage } from './teaching-pages';

const pages = (kinds: readonly (readonly [kind: PageKind, seconds?: number])[]): TeachingPage[] =>
  kinds.map(([kind, seconds], place) => ({
    ...{ number: place + 1, kind, expectedSeconds: seconds ?? null },
    asks: kind === PageKind.QUIZ,
  }));
const after = (some: readonly TeachingPage[]) => {
  const isAfter = comesAfterTeaching(some);
  return some.filter(({ asks }) => asks).map(({ number }) => isAfter(number));
};

describe('a page that asks questions', () => {
  it('comes after teaching once half of the expected time is over', () => {
    const { TEXT, QUIZ, VIDEO, OTHER } = PageKind;
    expect(after(pages([[TEXT, 20], [OTHER, 900], [QUIZ], [TEXT, 100], [VIDEO, 100], [QUIZ]]))).toEqual([
      false,
      true,
    ]);
    expect(after(pages([[QUIZ], [TEXT], [QUIZ], [TEXT], [TEXT], [QUIZ]]))).toEqual([false, false, true]);
  });

  it('comes after teaching where nothing is taught', () => {
    expect(after(pages([[PageKind.QUIZ], [PageKind.QUIZ]]))).toEqual([true, true]);
  });
});
