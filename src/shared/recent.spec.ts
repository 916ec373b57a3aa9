import { Recent } from './recent';

it('forgets what was used longest ago, and holds no more than it may', () => {
  const recent = new Recent<string, { of: string }>(2);
  recent.set('first', { of: 'first' });
  recent.set('second', { of: 'second' });
  expect(recent.get('first')).toEqual({ of: 'first' });
  recent.set('third', { of: 'third' });
  expect(recent.get('second')).toBeUndefined();
  expect(recent.get('first')).toEqual({ of: 'first' });
  recent.set('first', { of: 'first again' });
  expect([recent.get('third'), recent.get('first')]).toEqual([{ of: 'third' }, { of: 'first again' }]);
  recent.delete('third');
  expect(recent.get('third')).toBeUndefined();
});
