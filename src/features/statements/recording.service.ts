import { z } from 'zod';
import { externalName } from '../../shared/checks';
import { Batch, invalid, ItemErrorCode, Rejection, type Item } from '../../shared/items';
import { takeTurns } from '../../shared/slices';
import { EvidenceStatus, type RecordEvidencePayload } from '../evidence/answer.type';
import { faultsOf } from './checking/statement-check';
import { isUuid } from './checking/formats';
import { isObject } from './checking/faults';
import { StatementIds } from './identifying';
import type { StatementToKeep } from './keeping.service';
import { defaultHomePage, senderOf, type Sender } from './platform.service';
import { platformsByName } from './platform.store';
import type { StatementInput } from './statement.input';
import type { GivenStatement } from './statement-parts';
import { payloadOf } from '../recording/payloads';
import { takeStatements, type TakingContext } from './taking.service';

const statementCheck = z.object({
  source: externalName,
  id: z.string({ error: 'must be a UUID' }).refine(isUuid, { error: 'must be a UUID' }).nullish(),
  statement: z.custom<unknown>((value) => value != null, {
    error: 'must be a JSON object, or the text of one',
  }),
});

interface Checked {
  readonly source: string;
  readonly statement: GivenStatement;
  readonly text: string;
}

/** Records statements one by one: of those that cannot be kept each says why, and the others are. */
export async function recordStatements(
  context: TakingContext,
  items: readonly StatementInput[],
): Promise<RecordEvidencePayload> {
  const given = Batch.check(items, statementCheck);
  await takeTurns(context.gone);
  const checked = given.map(checkedItem);
  const sources = [...new Set(checked.good.map(({ value }) => value.source))];
  const senders = new Map(
    (await platformsByName(context.database, sources)).map((row) => [row.name, senderOf(row)]),
  );
  const statuses = new Map<number, EvidenceStatus>();
  const conflicts = new Set<number>();
  for (const source of sources) {
    const sender = senders.get(source) ?? senderOf({ name: source, homePage: defaultHomePage });
    const own = checked.good.filter(({ value }) => value.source === source);
    const { fates } = await takeStatements(context, {
      sender,
      items: toKeep(sender, own),
      attachments: [],
      allOrNothing: false,
    });
    own.forEach(({ index }, place) => {
      const fate = fates[place];
      if (fate === 'conflict') conflicts.add(index);
      else statuses.set(index, fate === 'stored' ? EvidenceStatus.RECORDED : EvidenceStatus.DUPLICATE);
    });
  }
  const batch = checked.map(({ index, value }) => (conflicts.has(index) ? inConflict : value));
  const inOrder = [...statuses].sort(([one], [other]) => one - other);
  const payload = payloadOf({ statuses: new Map(inOrder), batch });
  context.counts.evidence('statement', payload);
  return payload;
}

const inConflict = new Rejection(
  ItemErrorCode.CONFLICT,
  'There is another statement with this id, which stays: send what differs under an id of its own.',
  ['id'],
);

function checkedItem({
  value: { source, id, statement: given },
}: Item<z.infer<typeof statementCheck>>): Checked | Rejection {
  const read = typeof given === 'string' ? parsed(given) : { value: given, text: JSON.stringify(given) };
  if (!read || !isObject(read.value)) return invalid('statement: must be a JSON object, or the text of one');
  const [fault] = faultsOf(read.value);
  if (fault) return invalid(`${['statement', ...partsOf(fault.pointer)].join('.')}: ${fault.message}`);
  const statement = { ...(id != null && { id }), ...read.value } as unknown as GivenStatement;
  const bare = (statement.attachments ?? []).findIndex(({ fileUrl }) => fileUrl === undefined);
  if (bare >= 0)
    return invalid(
      `statement.attachments.${String(bare)}: must have a fileUrl, or be sent with its content over xAPI`,
    );
  return { source, statement, text: read.text };
}

function parsed(text: string): { value: unknown; text: string } | undefined {
  try {
    return { value: JSON.parse(text) as unknown, text: text.trim() };
  } catch {
    return undefined;
  }
}

/** The names in a JSON pointer. */
function partsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replace(/~1/gu, '/').replace(/~0/gu, '~'));
}

function toKeep(sender: Sender, checked: readonly Item<Checked>[]): StatementToKeep[] {
  const ids = new StatementIds(sender.name);
  return checked.map(({ value: { statement, text } }) => ({ id: ids.of(statement), statement, text }));
}
