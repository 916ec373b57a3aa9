import { createHash } from 'node:crypto';
import { ForbiddenError } from '../../shared/errors';
import type { RequestContext } from '../request/context';
import { expectScope } from '../access/scope';
import { organisation } from '../access/policy';
import type { Row } from './column';
import type { Asked, Export } from './export.type';
import { teamsMark } from './exported-groups.read';
import { nameOfSnapshot, snapshotNow } from './snapshot';

/** An export that has begun. */
export interface Exporting {
  readonly exported: Export;
  /** What to pass as `since` next time. */
  readonly snapshot: string;
  /** Epoch milliseconds. */
  readonly asOf: number;
  /** The same as long as nothing that the rows are made of is otherwise; undefined where that cannot be said. */
  readonly version: string | undefined;
  /** May be gone through once. Whoever hands a part out has recorded its looks before. */
  rows(): AsyncIterable<readonly Row[]>;
}

/** Throws ForbiddenError where the viewer may not have an export. */
export function expectExport(context: Pick<RequestContext, 'viewer'>, { name, scope }: Export): void {
  const { viewer } = context;
  if (!organisation.includes(viewer.role))
    throw new ForbiddenError(`/exports/${name} is for the roles hr and admin.`);
  expectScope(viewer, scope);
}

/** How long what changes by time alone may go unnoticed, milliseconds. */
const hour = 3_600_000;

/** Begins an export that the viewer may have: the snapshot is taken before anything is read. */
export async function beginExport(
  context: RequestContext,
  exported: Export,
  asked: Asked,
): Promise<Exporting> {
  const snapshot = await snapshotNow(context);
  return {
    exported,
    snapshot: nameOfSnapshot(context.cursors, snapshot),
    asOf: asked.asOf,
    version: await versionOf(context, exported, snapshot.position),
    rows: () => exported.rows(context, asked),
  };
}

/**
 * What the rows are made of, as one word: where the feed stands, who is there at this hour, what teams are called, and the
 * settings. Cohorts are formed anew beside the feed: of figures on people who are not seen nobody can say that they are as they were.
 */
async function versionOf(
  context: RequestContext,
  { isLookedAtAnew = false }: Export,
  position: object,
): Promise<string | undefined> {
  const { everyone } = await context.visible();
  if (isLookedAtAnew || !everyone) return undefined;
  const states = await context.states();
  const { now, rules, database } = context;
  const made = [
    position,
    Math.floor(now / hour),
    states.activePeople(now).length,
    await teamsMark(database),
    rules.bands,
  ];
  return createHash('sha256').update(JSON.stringify(made)).digest('base64url');
}
