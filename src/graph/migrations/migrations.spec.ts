import { readdirSync } from 'node:fs';
import { migrations } from './migrations';

it('each migration has the number that its file is named by, and comes after those before it', () => {
  const files = readdirSync(__dirname).filter((file) => /^\d{4}-/.test(file));
  expect(migrations.map(({ number }) => number)).toEqual(files.map((file) => Number(file.slice(0, 4))));
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
});
