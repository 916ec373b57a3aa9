import 'reflect-metadata';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SkillwakeError } from '../src/shared/errors';

/** A bench prints readable lines and returns what its last line says as JSON. */
export type Bench = (words: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;

const known = readdirSync(join(__dirname, 'benches')).map((file) => file.replace(/\.[jt]s$/, ''));

async function run([name = '', ...words]: readonly string[]): Promise<number> {
  if (name === '--help' || words.includes('--help')) {
    process.stdout.write(
      `npm run bench -- NAME [WORDS]     measures; NAME is one of ${known.join(', ')}. README.md says what each takes.\n`,
    );
    return 0;
  }
  if (!known.includes(name)) {
    process.stderr.write(`There is no bench "${name}": use one of ${known.join(', ')}.\n`);
    return 1;
  }
  const { bench } = (await import(join(__dirname, 'benches', name))) as { bench: Bench };
  try {
    process.stdout.write(`${JSON.stringify(await bench(words))}\n`);
  } catch (error) {
    // A bench's own error is written for people; for any other the stack says more.
    if (!(error instanceof SkillwakeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  return 0;
}

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
