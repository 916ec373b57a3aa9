import { localMoment, momentOf } from './moments';

describe('a moment', () => {
  it('is read as RFC 3339 writes it, and as databases do', () => {
    const nine = Date.UTC(2026, 0, 31, 9);
    for (const text of [
      '2026-01-31T09:00:00Z',
      '2026-01-31t09:00z',
      '2026-01-31T10:00:00.000+01:00',
      '2026-01-31T10:00:00+0100',
      '2026-01-31 09:00:00+00',
      '2026-01-31 04:30:00 -0430',
      ' 2026-01-31T09:00:00Z ',
    ])
      expect([text, momentOf(text)]).toEqual([text, nine]);
  });

  it('is a day that there is, with an offset, in a year that can be written in UTC', () => {
    for (const text of [
      '2026-02-30T00:00:00Z',
      '0001-02-29T00:00:00Z',
      '2026-01-31',
      '2026-01-31T09:00:00',
      '2026-01-01T00:00:00+99:99',
      '0000-12-31T23:59:59Z',
      '0001-01-01T00:00:00+01:00',
      '9999-12-31T23:59:59-01:00',
      '+010000-01-01T00:00:00Z',
      'yesterday',
    ])
      expect([text, momentOf(text)]).toEqual([text, undefined]);
    expect(momentOf('9999-12-31T23:59:59.999Z')).toBe(253_402_300_799_999);
  });
});

describe('a day or a time without an offset', () => {
  it('begins when it does in the zone', () => {
    expect(localMoment('2026-01-31', 'Europe/Berlin')).toBe('2026-01-30T23:00:00.000Z');
    expect(localMoment('2026-07-31', 'Europe/Berlin')).toBe('2026-07-30T22:00:00.000Z');
    expect(localMoment('2026-07-31 09:30', 'Asia/Kolkata')).toBe('2026-07-31T04:00:00.000Z');
    expect(localMoment('2026-07-31T09:30:15', 'UTC')).toBe('2026-07-31T09:30:15.000Z');
  });

  it('is found on both sides of a change of clocks, and where clocks pass over it', () => {
    expect(localMoment('2026-10-25T01:30', 'Europe/Berlin')).toBe('2026-10-24T23:30:00.000Z');
    expect(localMoment('2026-10-25T03:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00.000Z');
    expect(localMoment('2026-03-29T03:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    // Midnight did not occur in São Paulo that day.
    expect(localMoment('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z');
  });

  it('is nothing else', () => {
    for (const text of ['2026-02-30', '31.01.2026', '2026-01-31T09:00Z', ''])
      expect(localMoment(text, 'UTC')).toBeUndefined();
  });
});
