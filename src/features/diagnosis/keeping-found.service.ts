import { setTimeout as delay } from 'node:timers/promises';
import { readAnew } from '../deciding/reading-anew.service';
import type { RequestContext } from '../request/context';
import { keepDiagnoses, lockDiagnoses, type Basis, type KeptDiagnosis } from './diagnosis.store';
import { doubtBy } from './doubting';
import { judgedPages, judgedQuestions, lackedSkills } from './judged';
import { problemChanges } from './problem-changes';
import { changeProblems, standingProblems } from './problem.store';

/** Whoever asks waits so long for levels to be read anew; the rest goes on in the background. */
const longestWait = 2_000;

type Given = Pick<RequestContext, 'database' | 'now' | 'gone' | 'counts' | 'background'>;

/**
 * Keeps what tests were found to be, opens and closes the problems that it shows, and has answers under an open problem count
 * less. Where somebody else has looked meanwhile, at more or at less, that stands.
 */
export async function keepFound(
  context: Given,
  found: ReadonlyMap<string, KeptDiagnosis>,
  before: ReadonlyMap<string, KeptDiagnosis>,
): Promise<void> {
  const { database, now } = context;
  const isReadOtherwise = await database.until(undefined).idempotentTransaction(async (tx) => {
    const standsOn = await lockDiagnoses(tx, [...found.keys()]);
    const own = [...found.values()].filter(({ test }) => isSame(standsOn.get(test), before.get(test)));
    const tests = own.filter((one) => !isSame(one, before.get(one.test)));
    const names = tests.map(({ test }) => test);
    const standing = await standingProblems(tx, names);
    const changes = tests.map(
      ({ test, findings, pages }) =>
        [
          test,
          problemChanges(
            standing.get(test) ?? [],
            [...judgedQuestions(findings), ...judgedPages(pages)],
            lackedSkills(findings),
          ),
        ] as const,
    );
    await changeProblems(tx, new Map(changes), now);
    await keepDiagnoses(tx, own);
    const versions = tests.flatMap(({ findings }) => findings.map(({ version }) => version));
    const stands = [...(await standingProblems(tx, names)).values()].flat();
    return doubtBy(tx, versions, stands);
  });
  if (isReadOtherwise) await readAnewFor(context);
}

function isSame(one: Basis | undefined, other: Basis | undefined): boolean {
  return (
    (one?.basis ?? null) === (other?.basis ?? null) &&
    (one?.pagesBasis ?? null) === (other?.pagesBasis ?? null)
  );
}

/** Has whoever answered what is read otherwise now folded anew: in the background, where it takes long. */
export async function readAnewFor(context: Given): Promise<void> {
  const { background, gone } = context;
  const reading = readAnew(context).catch((error: unknown) => {
    if (!background.stop.aborted) background.failed('reading anew', error);
  });
  background.take(reading);
  const read = new AbortController();
  const signal = AbortSignal.any([gone, read.signal]);
  await Promise.race([reading, delay(longestWait, undefined, { signal }).catch(() => undefined)]);
  read.abort();
}
