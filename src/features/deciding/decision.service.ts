import { setTimeout as delay } from 'node:timers/promises';
import type { Reference } from '../../graph/nouns/identity';
import type { Queries } from '../../graph/driver/statement';
import { invalid, notFound, type Rejection } from '../../shared/items';
import { capture, type CapturedKind } from '../capture/capture.service';
import { referredPeople, referredQuestions, type ReferredNode } from '../capture/referred.store';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { digest } from '../evidence/evidence.service';
import { publishKeys } from '../questions/question.service';
import type { RequestContext } from '../request/context';
import { decisionCheck, type CheckedDecision, type QuestionDecisionInput } from './decision.input';
import {
  followLatest,
  versionsToDecide,
  writeDecisions,
  writeSignedDecisions,
  type DecidedVersion,
  type Standing,
} from './decision.store';
import type { QuestionDecisionKind } from './decision.type';
import { readAnew } from './reading-anew.service';
import { leaveUnread } from './unread.store';

interface Referred {
  readonly questions: ReadonlyMap<Reference, ReferredNode>;
  readonly versionOf: Awaited<ReturnType<typeof versionsToDecide>>;
  /** Who decides; undefined for a program. */
  readonly by: ReferredNode | undefined;
}

/** A decision as it is stored, with what it is about. */
interface StoredDecision {
  readonly id: string;
  readonly hash: string;
  readonly hashAs: () => string;
  readonly question: string;
  readonly version: DecidedVersion;
  readonly at: number;
  readonly kind: QuestionDecisionKind;
  readonly key: string | null;
  readonly reason: string;
}

type Given = Pick<RequestContext, 'database' | 'rules' | 'now' | 'counts' | 'viewer' | 'background' | 'gone'>;

/** How long whoever decides waits until levels have it; then they are folded on in the background, milliseconds. */
const longestWait = 10_000;

/** Records decisions, has answers read as they say, and folds anew those who gave them. */
export async function decideQuestions(
  context: Given,
  items: readonly QuestionDecisionInput[],
): Promise<RecordEvidencePayload> {
  const payload = await capture(decisionsBy(context), context, items);
  const { background, gone } = context;
  const reading = readAnew(context).catch((error: unknown) => {
    if (!background.stop.aborted) background.failed('reading anew', error);
  });
  background.take(reading);
  const waited = delay(longestWait, undefined, { signal: gone, ref: false }).catch(() => undefined);
  await Promise.race([reading, waited]);
  return payload;
}

function decisionsBy({
  viewer,
  now,
}: Pick<Given, 'viewer' | 'now'>): CapturedKind<CheckedDecision, Referred, StoredDecision> {
  return {
    kind: 'decision',
    check: decisionCheck,
    momentsOf: ({ at }) => ({ at }),
    look: (tx, checked) => look(tx, checked, viewer.personKey),
    resolve: (checked, referred) => checked.map(({ value }) => resolved(value, referred)),
    namedBy: () => [],
    async write(tx, sorted, { referred: { by }, existing, recordedAt }) {
      if (sorted.fresh.length === 0) return sorted;
      await leaveUnread(tx, async () => {
        const items = sorted.fresh.map(({ version, id, hash, at, kind, key, reason }) => ({
          ...{ version: version.node, by: by?.node ?? null, signed: by !== undefined },
          ...{ id, hash, at, kind, key, reason },
        }));
        const write = by === undefined ? writeDecisions : writeSignedDecisions;
        await write(tx, items, (id) => existing.has(id), recordedAt);
        const standing = await followLatest(tx, [...new Set(sorted.fresh.map(({ version }) => version.key))]);
        await publishKeys(tx, rekeyed(sorted.fresh, standing), now);
        return standing.filter(({ changed }) => changed).map(({ version }) => version);
      });
      return sorted;
    },
  };
}

async function look(
  tx: Queries,
  checked: readonly CheckedDecision[],
  own: string | undefined,
): Promise<Referred> {
  const questions = await referredQuestions(
    tx,
    checked.map(({ question }) => question),
  );
  const wanted = checked.flatMap(({ question, version = null }) => {
    const node = questions.get(question);
    return node ? [[node.key, version] as const] : [];
  });
  const people = await referredPeople(tx, own === undefined ? [] : [own]);
  return {
    questions,
    versionOf: await versionsToDecide(tx, wanted),
    by: own === undefined ? undefined : people.get(own),
  };
}

/** The digest is over the content as given, so that it does not change when a next version is published. */
function resolved(value: CheckedDecision, { questions, versionOf }: Referred): StoredDecision | Rejection {
  const { outside: id, version: number = null, decision: kind, key = null, reason, at } = value;
  const question = questions.get(value.question);
  if (question === undefined) return notFound('question');
  const version = versionOf(question.key, number);
  if (version === undefined) return notFound(`version: version ${String(number)} of the question`);
  if (key !== null && version.options.length > 0 && !version.options.includes(key))
    return invalid('key: is none of the options of the version: give one of them, letter for letter.');
  const hash = digest([question.key, number, kind, key, reason, at]);
  return { id, hash, hashAs: () => hash, question: question.key, version, at, kind, key, reason };
}

/** The right answers that questions are to be asked with from now on. */
function rekeyed(decisions: readonly StoredDecision[], standing: readonly Standing[]) {
  const keys = new Map(standing.map(({ version, rekeyed: key }) => [version, key]));
  return decisions.flatMap(({ question, version, key }) =>
    key === null || keys.get(version.key) !== key ? [] : [{ question, number: version.number, key }],
  );
}
