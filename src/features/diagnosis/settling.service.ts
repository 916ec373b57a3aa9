import { Batch, invalid, notFound, notThere } from '../../shared/items';
import type { RequestContext } from '../request/context';
import { moduleCheck, type ModuleInput } from '../modules/module.input';
import { saveCheckedModules } from '../modules/module.service';
import { moduleIdentity } from '../modules/module.store';
import { lockDiagnoses } from './diagnosis.store';
import { doubtBy } from './doubting';
import { readAnewFor } from './keeping-found.service';
import { ClosedBecause } from './problem.type';
import { closeProblems, standingProblems } from './problem.store';
import { dismissalCheck, type ProblemDismissalInput } from './settling.input';
import { solvableProblems, solveProblems, testsOfProblems } from './settling.store';

type Errors = Batch<unknown>['errors'];

/** Closes a problem for good; its answers count fully again. */
export async function dismissProblem(context: RequestContext, input: ProblemDismissalInput): Promise<Errors> {
  const { database, now } = context;
  const checked = Batch.check([input], dismissalCheck);
  const [item] = checked.good;
  if (!item) return checked.errors;
  const { problem: id, reason } = item.value;
  const [errors, isReadOtherwise] = await database.idempotentTransaction(async (tx) => {
    const test = (await testsOfProblems(tx, [id])).get(id);
    if (test === undefined) return [checked.map(() => notFound('problem')).errors, false] as const;
    await lockDiagnoses(tx, [test]);
    const before = (await standingProblems(tx, [test])).get(test)?.find((one) => one.id === id);
    if (!before) return [checked.map(() => notFound('problem')).errors, false] as const;
    if (before.closedAt !== null && before.closedBecause !== ClosedBecause.DISMISSED) {
      const isClosed = checked.map(() => invalid('problem: is closed already, there is nothing to dismiss'));
      return [isClosed.errors, false] as const;
    }
    await closeProblems(tx, [{ id, because: ClosedBecause.DISMISSED, reason }], now);
    const stands = (await standingProblems(tx, [test])).get(test) ?? [];
    return [[], await doubtBy(tx, subjectsOf([before]), stands)] as const;
  });
  if (isReadOtherwise) await readAnewFor(context);
  return [...errors];
}

function subjectsOf(problems: readonly { readonly subject: { type: string; key: string } }[]): string[] {
  return problems.flatMap(({ subject: { type, key } }) => (type === 'QuestionVersion' ? [key] : []));
}

/** The module whose revision was published, by internal id; undefined where it failed. */
export interface Published {
  readonly module: string | undefined;
  readonly errors: Errors;
}

/** Saves a module and has its current revision solve problems of it, both or neither. */
export function publishRevision(
  { database, now }: RequestContext,
  module: ModuleInput,
  solves: readonly string[],
): Promise<Published> {
  const checked = Batch.check([module], moduleCheck);
  return database.transaction(async (tx) => {
    const [item] = checked.good;
    if (!item) return { module: undefined, errors: checked.errors };
    const { outside } = item.value;
    const there = (await moduleIdentity.resolve(tx, [outside])).get(outside);
    if (there === undefined)
      return { module: undefined, errors: checked.map(() => notThere('The module')).errors };
    const open = await solvableProblems(tx, there, solves);
    const place = solves.findIndex((id) => !open.has(id));
    if (place >= 0) {
      const sentence = `solves.${String(place)}: is no open fault of the content of this module` as const;
      return { module: undefined, errors: checked.map(() => invalid(sentence)).errors };
    }
    const saved = await saveCheckedModules(tx, checked, now);
    const key = saved.keys.get(0);
    if (key !== undefined && solves.length > 0) await solveProblems(tx, key, solves, now);
    return { module: key, errors: saved.errors };
  });
}
