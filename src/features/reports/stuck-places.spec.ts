import { namedModule } from '../modules/module.store';
import { PageKind } from '../modules/page.type';
import { pageOf } from '../modules/revision.store';
import { failingPlaces, leavingPlaces, peopleTooMany, worstPlacesFirst } from './stuck-places';

const pricing = namedModule({ key: 'module', name: 'Pricing' });
const page = pageOf({
  ...{ key: 'page', revision: 'revision', number: 3, title: 'Discounts' },
  ...{ kind: PageKind.SLIDE, expectedSeconds: null },
});
const section = { page, section: 'Rebates', people: 10, rate: 0.8, low: 0.6, expectedRate: 0.4 };

describe('a section', () => {
  it('is where people are stuck, if clearly more is wrong than they would get wrong', () => {
    expect(failingPlaces(pricing, [section])).toMatchObject([
      {
        ...{ section: 'Rebates', because: 'FAILING', people: 10, rate: 0.8, expectedRate: 0.4 },
        summary:
          '10 people got 80 % of section “Rebates” of Pricing wrong; 40 % were to be expected of them.',
      },
    ]);
  });

  it.each([
    ['the interval reaches what is expected, or nearly so', { low: 0.5 }],
    ['nothing bounds the share', { low: null }],
    ['nothing is known of the people', { expectedRate: null }],
    ['it is hard, and known to be', { expectedRate: 0.75 }],
  ])('is not, where %s', (_, given) => {
    expect(failingPlaces(pricing, [{ ...section, ...given }])).toEqual([]);
  });

  it('is named by its page where it has no title', () => {
    expect(failingPlaces(pricing, [{ ...section, section: null }])[0]!.summary).toContain(
      'of page 3 “Discounts” of Pricing wrong',
    );
  });
});

describe('a place where people leave', () => {
  const leaving = { page, minute: null, atRisk: 20, left: 8, expected: 1 };

  it('is named, with how many were to be expected', () => {
    expect(leavingPlaces(pricing, [leaving, { ...leaving, page: null, minute: 12 }])).toMatchObject([
      {
        ...{ page, because: 'LEAVING', people: 20, rate: 0.4, expectedRate: 0.05 },
        summary: '8 of 20 people left Pricing at page 3 “Discounts”; 5 % were to be expected to.',
      },
      { page: null, summary: expect.stringContaining('at minute 12; 5 %') },
    ]);
  });

  it('comes before others where more people are concerned', () => {
    const places = [...failingPlaces(pricing, [section]), ...leavingPlaces(pricing, [leaving])];
    expect(worstPlacesFirst(places).map(({ because }) => because)).toEqual(['LEAVING', 'FAILING']);
    expect(peopleTooMany(places)).toBeCloseTo(11);
  });
});
