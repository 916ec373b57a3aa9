import { Restarts, restartWindowMilliseconds, restartsWithinWindow } from './restarts';

test('five restarts within ten minutes are one too few to give up, the sixth says why there is none', async () => {
  const restarts = new Restarts();
  for (let number = 0; number < restartsWithinWindow; number++) await restarts.next(undefined, number);
  await expect(restarts.next('the moon is wrong', 9)).rejects.toThrow(
    /^Neo4j was started again 5 times within ten minutes, .* left stopped \(“the moon is wrong”\); .*the next start tries again[.]$/,
  );
});

test('a restart that lies ten minutes back does not count any more', async () => {
  const restarts = new Restarts();
  for (let number = 0; number < restartsWithinWindow; number++) await restarts.next(undefined, number);
  await restarts.next(undefined, restartWindowMilliseconds);
  await expect(restarts.next(undefined, restartWindowMilliseconds)).rejects.toThrow(/left stopped/);
});
