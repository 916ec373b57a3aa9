import type { Handle, Queries } from '../../graph/driver/statement';
import type { Reference } from '../../graph/nouns/identity';
import { notFound, Rejection } from '../../shared/items';
import type { Viewer } from '../access/viewer';
import type { RecordEvidencePayload } from '../evidence/answer.type';
import { digest } from '../evidence/evidence.service';
import type { RequestContext } from '../request/context';
import { capture, type CapturedKind, type Capturing } from './capture.service';
import { feedbackCheck, type CheckedFeedback, type FeedbackInput } from './feedback.input';
import { writeFeedback, type FeedbackContent } from './feedback.store';
import { notTheirs, recordingOf } from './own-evidence';
import {
  referredModules,
  referredPeople,
  referredQuestions,
  referredVersions,
  Revisions,
  type ReferredNode,
} from './referred.store';

interface ReferredByFeedback {
  readonly people: ReadonlyMap<Reference, ReferredNode>;
  readonly modules: ReadonlyMap<Reference, ReferredNode>;
  readonly questions: ReadonlyMap<Reference, ReferredNode>;
  readonly revisions: Revisions;
  readonly versionOf: Awaited<ReturnType<typeof referredVersions>>;
}

/** Feedback as it is stored, with the nodes that it hangs on. */
interface StoredFeedback {
  readonly id: string;
  readonly hash: string;
  readonly hashAs: (person: string) => string;
  readonly person: ReferredNode;
  readonly about: Handle;
  readonly at: number;
  readonly content: FeedbackContent;
}

/** Feedback as one viewer may record it. */
function feedbackRecordedBy(
  viewer: Viewer,
  now: number,
): CapturedKind<CheckedFeedback, ReferredByFeedback, StoredFeedback> {
  return {
    kind: 'feedback',
    check: feedbackCheck,
    momentsOf: ({ at }) => ({ at }),
    async allow(tx, checked) {
      const { mayRecordOf, idOf } = await recordingOf('feedback', tx, viewer, now);
      const people = await referredPeople(
        tx,
        checked.good.map(({ value }) => value.person),
      );
      return checked.map(({ value }) => {
        if (!mayRecordOf(people.get(value.person)?.key)) return notTheirs;
        const outside = idOf(value.outside);
        return outside instanceof Rejection ? outside : { ...value, outside };
      });
    },
    look: referredByFeedback,
    resolve: (checked, referred) => checked.map(({ value }) => resolved(value, referred)),
    namedBy: ({ person }) => [person.key],
    async write(tx, sorted, { existing, recordedAt }) {
      const items = sorted.fresh.map(({ person, about, id, hash, at, content }) => {
        return { person: person.node, about, id, hash, at, ...content };
      });
      await writeFeedback(tx, items, (id) => existing.has(id), recordedAt);
      return sorted;
    },
  };
}

async function referredByFeedback(
  tx: Queries,
  checked: readonly CheckedFeedback[],
): Promise<ReferredByFeedback> {
  const given = (references: readonly (Reference | null | undefined)[]): Reference[] =>
    references.filter((reference) => reference != null);
  const [people, modules, questions] = await Promise.all([
    referredPeople(
      tx,
      checked.map(({ person }) => person),
    ),
    referredModules(tx, given(checked.map(({ module }) => module))),
    referredQuestions(tx, given(checked.map(({ question }) => question))),
  ]);
  const wanted = (
    nodes: ReadonlyMap<Reference, ReferredNode>,
    named: (item: CheckedFeedback) => readonly [Reference | null | undefined, number | null | undefined],
  ) =>
    checked.flatMap((item) => {
      const [reference, number] = named(item);
      const node = nodes.get(reference ?? '');
      return node ? [[node.key, number ?? null] as const] : [];
    });
  const ofModules = wanted(modules, ({ module, revision }) => [module, revision]);
  const [revisions, versionOf] = await Promise.all([
    Revisions.find(tx, {
      known: [],
      current: ofModules.flatMap(([module, number]) => (number === null ? [module] : [])),
      numbered: ofModules.flatMap(([module, number]) => (number === null ? [] : [[module, number] as const])),
      pages: checked.flatMap(({ page }) => (page == null ? [] : [page])),
    }),
    referredVersions(
      tx,
      wanted(questions, ({ question, version }) => [question, version]),
    ),
  ]);
  return { people, modules, questions, revisions, versionOf };
}

function resolved(value: CheckedFeedback, referred: ReferredByFeedback): StoredFeedback | Rejection {
  const person = referred.people.get(value.person);
  if (person === undefined) return notFound('person');
  const about = value.module == null ? versionIn(value, referred) : contentIn(value, referred);
  if (about instanceof Rejection) return about;
  const { outside: id, at, unclear = null, outdated = null, rating = null, words = null } = value;
  const content = { unclear, outdated, rating, words };
  const hashAs = (key: string): string => digest([key, ...about.named, at, unclear, outdated, rating, words]);
  return { id, hash: hashAs(person.key), hashAs, person, about: about.node, at, content };
}

/** What feedback is on, and what names it in the digest. */
interface About {
  readonly node: Handle;
  readonly named: readonly unknown[];
}

function contentIn(
  { module: reference, revision = null, page = null }: CheckedFeedback,
  { modules, revisions }: ReferredByFeedback,
): About | Rejection {
  const module = modules.get(reference ?? '');
  if (module === undefined) return notFound('module');
  const found = revisions.of(module.key, revision);
  if (found === undefined)
    return notFound(
      revision === null
        ? 'module: a revision of the module'
        : `revision: revision ${String(revision)} of the module`,
    );
  const node = page === null ? found.node : found.pages.get(page);
  if (node === undefined) return notFound(`page: page ${String(page)} of revision ${String(found.number)}`);
  return { node, named: [module.key, revision, page] };
}

function versionIn(
  { question: reference, version = null }: CheckedFeedback,
  { questions, versionOf }: ReferredByFeedback,
): About | Rejection {
  const question = questions.get(reference ?? '');
  if (question === undefined) return notFound('question');
  const found = versionOf(question.key, version);
  if (found === undefined) return notFound(`version: version ${String(version)} of the question`);
  return { node: found.node, named: [question.key, version, null] };
}

/** Records feedback on modules, pages and questions. */
export function recordFeedback(
  context: Capturing & Pick<RequestContext, 'viewer'>,
  items: readonly FeedbackInput[],
): Promise<RecordEvidencePayload> {
  return capture(feedbackRecordedBy(context.viewer, context.now), context, items);
}
