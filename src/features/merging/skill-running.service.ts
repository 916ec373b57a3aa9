import type { Queries } from '../../graph/driver/statement';
import type { RequestContext } from '../request/context';
import type { Run } from '../switching/run.type';
import { startRun } from '../switching/running.service';
import { buildAndSwitch } from '../switching/switching.service';
import { lockEverybody } from './read-as.store';

export type Given = Pick<RequestContext, 'database' | 'background' | 'rules' | 'now'>;

/** How skills are read otherwise, and what the catalogue becomes. */
export interface SkillChange {
  /** What is going on: a sentence's subject. */
  readonly what: string;
  /** Lets a calibration that was just begun read evidence otherwise. */
  readonly readOtherwise: (tx: Queries, number: number) => Promise<void>;
  /** Changes the catalogue while everybody is locked. */
  readonly follow: (tx: Queries, now: number) => Promise<void>;
}

/**
 * Begins the run of a change of skills, which goes on in the background. A next calibration, which says what the one in force
 * says, reads evidence as after the change; when everybody's states are built with it, the catalogue follows in the
 * transaction that switches to it. Throws ConflictError where a calibration is being built.
 */
export async function startSkillRun<Kind extends Run>(
  { database, background, rules }: Given,
  run: Kind,
  { what, readOtherwise, follow }: SkillChange,
): Promise<Kind> {
  await startRun({ background }, run, ({ onProgress, ...options }) =>
    buildAndSwitch(
      database.until(undefined),
      { what, purpose: run.purpose, content: () => Promise.resolve('asInForce'), readOtherwise },
      {
        ...options,
        patience: rules.switchPatience,
        onProgress: ({ people, total }) => {
          onProgress(total > 0 ? people / total : 1);
        },
        atSwitch: async (tx) => {
          await lockEverybody(tx);
          await follow(tx, Date.now());
        },
      },
    ),
  );
  return run;
}
