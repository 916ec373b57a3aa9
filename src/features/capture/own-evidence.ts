import type { Queries } from '../../graph/driver/statement';
import { ItemErrorCode, Rejection } from '../../shared/items';
import type { Viewer } from '../access/viewer';
import type { WithdrawalInput } from '../evidence/answer.input';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { ownIdOf } from '../evidence/own-ids';
import { personIdentity, reachOf } from '../people/people.store';
import { withdraw } from '../recording/withdrawals.service';
import type { RequestContext } from '../request/context';
import type { Capturing } from './capture.service';

/** Whose evidence a viewer may record, and under which ids. */
export interface Recording {
  /** The viewer's own internal id; undefined for a program. */
  readonly own: string | undefined;
  readonly mayRecordOf: (person: string | undefined) => boolean;
  /** The id under which it is kept, by the one that was given. */
  readonly idOf: (given: string) => string | Rejection;
}

/**
 * hr and admin record everybody's, under the ids that they give; others their own, leads also that of current members of
 * teams that they lead where it is for them to say, each under ids of their own.
 */
export async function recordingOf(
  kind: 'help' | 'feedback',
  queries: Queries,
  { role, personKey }: Viewer,
  now: number,
): Promise<Recording> {
  const own =
    personKey === undefined
      ? undefined
      : ((await personIdentity.resolve(queries, [personKey])).get(personKey) ?? personKey);
  if (role === 'hr' || role === 'admin') return { own, mayRecordOf: () => true, idOf: (given) => given };
  if (own === undefined) return { own, mayRecordOf: () => false, idOf: () => notTheirs };
  const isLead = kind === 'help' && role === 'lead';
  const reached = new Set([own, ...(isLead ? await reachOf(queries, own, true, now) : [])]);
  return {
    own,
    mayRecordOf: (person) => person !== undefined && reached.has(person),
    idOf: (given) => ownIdOf(kind, own, given),
  };
}

/** The same whether the person exists or not. */
export const notTheirs = new Rejection(
  ItemErrorCode.FORBIDDEN,
  'You may record what you say yourself and, as a lead, help that current members of teams that you lead were given: ask HR to record others.',
);

/** Withdraws help or feedback: hr and admin any, others what they recorded themselves. */
export function withdrawOwn(
  kind: 'help' | 'feedback',
  context: Capturing & Pick<RequestContext, 'viewer'>,
  items: readonly WithdrawalInput[],
): Promise<RecordEvidencePayload> {
  return withdraw(kind, context, items, {
    async allow(tx, checked) {
      const { idOf } = await recordingOf(kind, tx, context.viewer, context.now);
      return checked.map(({ value }) => {
        const outside = idOf(value.outside);
        return outside instanceof Rejection ? outside : { ...value, outside };
      });
    },
  });
}
