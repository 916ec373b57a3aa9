import { Batch, notFound, Rejection } from '../../../shared/items';
import { moduleIdentity } from '../../modules/module.store';
import { byPosition, type SaveRelationshipsPayload } from '../../nouns/saved.type';
import { savedRelationships, writeRelationships } from '../../nouns/saving-relationships';
import { questionIdentity } from '../../questions/question.store';
import type { RequestContext } from '../../request/context';
import {
  activityMappingCheck,
  type ActivityMappingInput,
  type CheckedActivityMapping,
} from './activity-mapping.input';
import { removeMappings, writeMappings, type ActivityMapping } from './activity-mapping.store';
import { ContentKind, mappingKey } from './content';
import { readAgain } from './rereading.service';

/** Saves what activities are here, and reads again what was kept of them. */
export async function saveActivityMappings(
  context: RequestContext,
  items: readonly ActivityMappingInput[],
): Promise<SaveRelationshipsPayload> {
  const checked = Batch.check(items, activityMappingCheck);
  const { batch, found } = await context.database.idempotentTransaction(async (tx) => {
    const [modules, questions] = await Promise.all([
      moduleIdentity.resolve(
        tx,
        checked.good.flatMap(({ value }) => value.module ?? []),
      ),
      questionIdentity.resolve(
        tx,
        checked.good.flatMap(({ value }) => value.question ?? []),
      ),
    ]);
    const resolved = checked.map(({ value }) => mappingOf(value, modules, questions));
    // Of two items on one activity the later stands.
    const last = new Map(resolved.good.map(({ value }) => [value.key, value]));
    const written = await writeRelationships(last, {
      isGone: ({ kind }) => kind === null,
      remove: (some) =>
        removeMappings(
          tx,
          some.map(({ key }) => key),
        ),
      save: (some) => writeMappings(tx, some, context.now),
    });
    return { batch: resolved, found: written };
  });
  const saved = savedRelationships(batch, found, ({ key }) => key, new Map());
  if (saved.changed > 0 && !context.database.isRehearsal)
    readAgain(context, [...new Set(batch.good.map(({ value }) => value.name))]);
  return { ...saved, fates: byPosition(saved.fates, items.length) };
}

function mappingOf(
  value: CheckedActivityMapping,
  modules: ReadonlyMap<string, string>,
  questions: ReadonlyMap<string, string>,
): ActivityMapping | Rejection {
  const { platform = null, activity, type, module, question } = value;
  const of = activity == null ? 'type' : 'activity';
  const name = activity ?? type ?? '';
  const mapping = {
    key: mappingKey(platform, of, name),
    platform,
    of,
    name,
    page: value.page ?? null,
  } as const;
  if (module != null) {
    const target = modules.get(module);
    if (target === undefined) return notFound('module');
    const kind = value.page == null ? ContentKind.MODULE : ContentKind.PAGE;
    return { ...mapping, kind, target, number: value.revision ?? null };
  }
  if (question != null) {
    const target = questions.get(question);
    if (target === undefined) return notFound('question');
    return { ...mapping, kind: ContentKind.QUESTION, target, number: value.version ?? null };
  }
  return {
    ...mapping,
    kind: value.ignored === true ? ContentKind.IGNORED : null,
    target: null,
    number: null,
  };
}
