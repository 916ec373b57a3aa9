import type { Database } from '../../graph/database';
import { sortNameOf } from '../../graph/model';
import { newKey } from '../../shared/ids';
import { Batch, invalid, notFound } from '../../shared/items';
import { alreadyThere, savedOf, type Saved } from '../people/people.service';
import { skillIdentity } from '../skills/skill.store';
import { changed, fingerprintOf, type ContentChange } from './content';
import { currentContents, publish, type CurrentContent, type Publication } from './publishing.store';
import { questionCheck, type QuestionInput } from './question.input';
import { questionIdentity } from './question.store';

/** Items for the same question apply in their order, each to what the one before left. */
export async function saveQuestions(
  database: Database,
  items: readonly QuestionInput[],
  now: number,
): Promise<Saved> {
  const checked = Batch.check(items, questionCheck);
  return database.transaction(async (tx) => {
    const there = await alreadyThere(tx, questionIdentity, checked);
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.skills ?? []),
    );
    const batch = checked.map(({ value }) => {
      if (value.skills?.some((skill) => !skills.has(skill))) return notFound('skills: one of the skills');
      if (!there.has(value.outside)) {
        if (value.prompt === undefined) return invalid('prompt: is required for a new question');
        if (value.skills === undefined) return invalid('skills: is required for a new question');
        there.add(value.outside);
      }
      return { ...value, skills: value.skills?.flatMap((skill) => skills.get(skill) ?? []) };
    });

    // Sorted, so that two writers lock in the same order; written before read, so that neither reads what the other
    // is about to replace.
    const references = [...new Set(batch.good.map(({ value }) => value.outside))].sort();
    const saved = await questionIdentity.save(
      tx,
      references.map((reference) => ({ reference, properties: { lock: 0 } })),
    );
    const keyOf = new Map(references.map((reference, position) => [reference, saved[position] ?? '']));
    const keys = batch.good.map(({ value }) => keyOf.get(value.outside) ?? '');
    const changes = batch.good.map(({ value }, position) => ({
      question: keys[position] ?? '',
      change: value,
    }));
    const publications = publicationsOf(await currentContents(tx, saved), changes, now);
    await publish(tx, publications, ({ prompt }) => sortNameOf(prompt).slice(0, 200));
    return savedOf(batch, keys);
  });
}

/** The versions that changes make, one after the other; a change to the same content makes none. */
function publicationsOf(
  contents: readonly CurrentContent[],
  changes: readonly { question: string; change: ContentChange }[],
  publishedAt: number,
): Publication[] {
  const current = new Map(contents.map((content) => [content.question, content]));
  return changes.flatMap(({ question, change }) => {
    const before = current.get(question);
    const after = changed(before, change);
    if (after === undefined) return [];
    const content = fingerprintOf(after);
    if (before && fingerprintOf(before) === content) return [];
    const next = { ...after, question, number: (before?.number ?? 0) + 1 };
    current.set(question, next);
    return [{ ...next, version: newKey(), content, publishedAt }];
  });
}
