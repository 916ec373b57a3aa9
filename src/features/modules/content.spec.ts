import { changed, fingerprintOf, nothing, type Content, type PageContent } from './content';
import { PageKind } from './page.type';
import { ResourceKind } from './revision.type';

const page: PageContent = {
  title: 'One',
  kind: PageKind.QUIZ,
  expectedSeconds: 60,
  asks: [
    { section: 'Easy', version: 'a' },
    { section: 'Hard', version: 'b' },
  ],
};
const resource = { title: 'Sheet', kind: ResourceKind.CHEAT_SHEET, url: 'https://example.org/sheet' };
const current: Content = { pages: [page], resources: [resource] };

describe('the content after a change', () => {
  it('keeps what is left out and takes what is given, an empty list too', () => {
    expect(changed(current, {})).toEqual(current);
    expect(changed(current, { pages: [] })).toEqual({ pages: [], resources: [resource] });
    expect(changed(current, { resources: [] })).toEqual({ pages: [page], resources: [] });
    expect(changed(nothing, { pages: [page] })).toEqual({ pages: [page], resources: [] });
  });
});

describe('the fingerprint', () => {
  const [easy, hard] = page.asks;

  it('is the same for the same content, whatever else its parts carry', () => {
    const read = { ...page, number: 1, asks: page.asks.map((one, index) => ({ ...one, position: index })) };
    expect(fingerprintOf({ pages: [read], resources: [{ ...resource }] })).toBe(fingerprintOf(current));
  });

  it.each<[string, Content]>([
    ['another title', { ...current, pages: [{ ...page, title: null }] }],
    ['another kind', { ...current, pages: [{ ...page, kind: PageKind.SLIDE }] }],
    ['another time', { ...current, pages: [{ ...page, expectedSeconds: null }] }],
    ['another section', { ...current, pages: [{ ...page, asks: [easy!, { ...hard!, section: 'Easy' }] }] }],
    ['another version', { ...current, pages: [{ ...page, asks: [easy!, { ...hard!, version: 'c' }] }] }],
    ['another order of questions', { ...current, pages: [{ ...page, asks: [hard!, easy!] }] }],
    ['one page more', { ...current, pages: [page, page] }],
    ['another address', { ...current, resources: [{ ...resource, url: 'https://example.org/' }] }],
    ['no resource', { ...current, resources: [] }],
  ])('tells %s apart', (_, content) => {
    expect(fingerprintOf(content)).not.toBe(fingerprintOf(current));
  });
});
