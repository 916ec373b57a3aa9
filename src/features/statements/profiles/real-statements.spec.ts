import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Statement } from '../statement';
import { notYetTold } from './played';
import { meaningOf, profileOf } from './registry';
import type { Segment } from './told';

const data = resolve(__dirname, '../../../../../shared/data');
const moodle = resolve(data, 'xapi-moodle/statements.jsonl.gz');
const videos = resolve(data, 'video-statements/statements.jsonl.gz');
const where = existsSync(moodle) && existsSync(videos) ? describe : describe.skip;

where('the statements of real platforms, where ../shared/data is there', () => {
  it("maps each of Moodle's, or names why not", () => {
    const statements = linesOf<{ statement: Statement }>(moodle).map(({ statement }) => statement);
    expect(whatBecomesOf(statements)).toEqual({
      'moodle: GRADE_OF_A_SLOT': 1,
      'moodle: NOT_LEARNING': 71,
      'moodle: NO_SCORE': 4,
      'moodle: OPINION': 7,
      'moodle: OTHER_PERSON': 1,
      'moodle: TAKEN_BACK': 1,
      'moodle: answers': 18,
      'moodle: answers, visits': 18,
      'moodle: pageViews, visits': 39,
      'moodle: visits': 30,
    });
  });

  it('maps each of the videos, or names why not', () => {
    expect(whatBecomesOf(linesOf<Statement>(videos))).toEqual({
      'video: VERB': 13,
      'video: videoViews, visits': 2834,
      'video: visits': 3153,
    });
  });

  it('counts each second of a session as often as the statement that tells most, in either order', () => {
    const statements = linesOf<Statement>(videos);
    expect(secondsPlayed(statements)).toBeCloseTo(secondsPlayed([...statements].reverse()), 3);
  });
});

function linesOf<Line>(file: string): Line[] {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Line);
}

/** Counts by profile, and by what is said or why nothing is. */
function whatBecomesOf(statements: readonly Statement[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const statement of statements) {
    const stored = storedAs(statement);
    const { told, reason } = meaningOf(stored);
    const said =
      told && Object.entries(told).flatMap(([kind, items]: [string, unknown[]]) => items.map(() => kind));
    const name = `${profileOf(stored)?.name ?? 'none'}: ${reason ?? [...new Set(said)].sort().join(', ')}`;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return Object.fromEntries(Object.entries(counts).sort());
}

function secondsPlayed(statements: readonly Statement[]): number {
  const told = new Map<string, Segment[]>();
  for (const statement of statements) {
    const { actor } = statement;
    for (const { scope, activities, played } of meaningOf(storedAs(statement)).told?.videoViews ?? []) {
      const session = JSON.stringify([scope, actor.account?.name, activities]);
      const before = told.get(session) ?? [];
      told.set(session, [...before, ...notYetTold(played, before)]);
    }
  }
  return [...told.values()].flat().reduce((sum, { from, to }) => sum + to - from, 0);
}

function storedAs(statement: Statement) {
  return { id: '', timestamp: '2026-03-02T10:00:00Z', ...statement };
}
