import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formats } from '../../src/adapters/exports/formats';
import { InstallationError } from '../../src/shared/errors';
import { takeTurns } from '../../src/shared/slices';
import { openOwnDatabase } from '../../test/kit/own-database';
import { startProcess } from '../../test/kit/process';
import { exportedMatrix } from '../exported-matrix';
import { makeOrganisation } from '../organisation-graph';
import type { Bench } from '../run';
import { round3, say } from '../say';

const usualRows = 1_000_000;
const people = 10_000;
const megabyte = 2 ** 20;

/**
 * A million rows, or as many as a word says, like those of the matrix, written in every format, each in a process of its own:
 * seconds, megabytes, and resident memory over what there was before. Then the matrix of 10,000 people with 20 skills each, from
 * the API (`export writers`: without). The name of a format measures that one alone, in this process.
 */
export const bench: Bench = async (words) => {
  const rows = Number(words.find((word) => /^\d+$/.test(word)) ?? usualRows);
  const named = formats.find(({ name }) => words.includes(name));
  if (named) return written(named.name, rows);
  const writers: Record<string, unknown> = {};
  for (const { name } of formats) writers[name] = await inProcess(name, rows);
  return { rows, writers, ...(!words.includes('writers') && { api: await fromApi() }) };
};

const texts = ['status', 'personId', 'person', 'skillId', 'skill', 'band'];
const columns = [
  ...texts.map((name) => ({ name, type: 'text', description: '' }) as const),
  ...['level', 'low', 'high'].map((name) => ({ name, type: 'share', description: '' }) as const),
  { name: 'answers', type: 'whole', description: '' } as const,
  { name: 'lastEvidenceAt', type: 'moment', description: '' } as const,
];

async function* made(rows: number) {
  for (let from = 0; from < rows; from += 500) {
    await takeTurns();
    yield Array.from({ length: Math.min(500, rows - from) }, (_, at) => {
      const number = from + at;
      const level = (number % 997) / 997;
      const id = Buffer.from(`Person:${String(number).padStart(36, '0')}`).toString('base64url');
      const named = [
        `Person number ${String(number)}`,
        `U2tpbGw6${String(number % 500)}`,
        'Spreadsheets, pivot',
      ];
      return [
        'current',
        id,
        ...named,
        'competent',
        level,
        level / 2,
        (1 + level) / 2,
        7,
        '2026-01-05T09:00:00.000Z',
      ];
    });
  }
}

async function written(name: string, rows: number): Promise<Readonly<Record<string, unknown>>> {
  const format = formats.find((one) => one.name === name);
  if (!format) throw new InstallationError(`There is no format ${name}.`);
  const exported = { name: 'matrix', columns, term: 'https://schema.org/Observation' };
  const before = process.memoryUsage().rss;
  let [bytes, peak] = [0, before];
  const sink = new Writable({
    write(part: Buffer, _encoding, done) {
      bytes += part.length;
      peak = Math.max(peak, process.memoryUsage().rss);
      done();
    },
  });
  const began = performance.now();
  const document = { exported, rows: made(rows), snapshot: 'snapshot', asOf: '2026-01-05T00:00:00.000Z' };
  await pipeline(Readable.from(format.write(document), { objectMode: false }), sink);
  const seconds = round3((performance.now() - began) / 1_000);
  const found = {
    seconds,
    megabytes: round3(bytes / megabyte),
    memoryMegabytes: round3((peak - before) / megabyte),
  };
  say(
    `${rows.toLocaleString('en')} rows of ${name}: ${String(seconds)} s, ${String(found.megabytes)} MB; ${String(found.memoryMegabytes)} MB of memory over what there was.`,
  );
  return found;
}

/** In a process of its own: what one format leaves in memory is not the next one's. */
async function inProcess(name: string, rows: number): Promise<unknown> {
  const words = ['-r', '@swc-node/register', join(__dirname, '../run.ts'), 'export', name, String(rows)];
  const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new InstallationError(`Writing ${name} failed.`);
  const [line = '', json = ''] = text.trimEnd().split('\n');
  say(line);
  return JSON.parse(json);
}

async function fromApi(): Promise<Readonly<Record<string, unknown>>> {
  const own = await openOwnDatabase({ embedded: {} });
  try {
    await makeOrganisation(own.database, people);
    const api = await startProcess(own.embedded);
    try {
      const found: Record<string, unknown> = {};
      for (const { name } of formats) found[name] = await exportedMatrix(api, name);
      return found;
    } finally {
      await api.end('SIGTERM');
    }
  } finally {
    await own.close();
  }
}
