import fc from 'fast-check';
import { defaultMemory } from './memory';

test('memory stays within its bounds and never takes more than the small machine has', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2 ** 42 }), (total) => {
      const { heapMegabytes, pageCacheMegabytes } = defaultMemory(total);
      expect(heapMegabytes).toBeGreaterThanOrEqual(512);
      expect(heapMegabytes).toBeLessThanOrEqual(4096);
      expect(pageCacheMegabytes).toBeGreaterThanOrEqual(128);
      expect(pageCacheMegabytes).toBeLessThanOrEqual(2048);
    }),
  );
  expect(defaultMemory(16 * 2 ** 30)).toEqual({ heapMegabytes: 2048, pageCacheMegabytes: 1024 });
});
