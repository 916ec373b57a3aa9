import { folded } from '../../shared/folding';
import type { Fate } from '../../graph/nouns/relation';
import type { Queries } from '../../graph/driver/statement';
import { newKey } from '../../shared/ids';
import { Batch, invalid, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import type { SavedRelationships } from '../nouns/saved.type';
import { fateOf, savedRelationships } from '../nouns/saving-relationships';
import { beginSaving, savedOf, type Saved } from '../nouns/saving';
import { skillIdentity } from '../skills/skill.store';
import { changed, fingerprintOf, type ContentChange } from './content';
import { currentContents, publish, type CurrentContent, type Publication } from './publishing.store';
import {
  assessedSkillCheck,
  questionCheck,
  type AssessedSkillInput,
  type QuestionInput,
} from './question.input';
import { questionIdentity, type AssessedSkillToSave } from './question.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

/** Items for the same question apply in their order, each to what the one before left. */
export async function saveQuestions(
  { database, now }: Given,
  items: readonly QuestionInput[],
): Promise<Saved> {
  const checked = Batch.check(items, questionCheck);
  return database.transaction(async (tx) => {
    const begun = await beginSaving(tx, questionIdentity, checked);
    const there = new Set(begun.known.keys());
    const skills = await skillIdentity.resolve(
      tx,
      begun.batch.good.flatMap(({ value }) => value.skills ?? []),
    );
    const batch = begun.batch.map(({ value }) => {
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
      references.map((reference) => ({ reference, properties: {} })),
      now,
    );
    const keyOf = new Map(references.map((reference, position) => [reference, saved[position] ?? '']));
    const keys = batch.good.map(({ value }) => keyOf.get(value.outside) ?? '');
    const changes = batch.good.map(({ value }, position) => ({
      question: keys[position] ?? '',
      change: value,
    }));
    await publishAll(tx, publicationsOf(await currentContents(tx, saved), changes, now), now);
    return savedOf(batch, keys);
  });
}

function publishAll(tx: Queries, publications: readonly Publication[], now: number): Promise<void> {
  return publish(tx, publications, ({ prompt }) => folded(prompt).slice(0, 200), now);
}

/** A right answer that the version with that number is to be followed by. */
export interface NextKey {
  /** Internal id. */
  readonly question: string;
  readonly number: number;
  readonly key: string;
}

/** Publishes the next versions of questions whose current one has that number and another right answer. */
export async function publishKeys(tx: Queries, keys: readonly NextKey[], now: number): Promise<void> {
  if (keys.length === 0) return;
  const questions = [...new Set(keys.map(({ question }) => question))];
  await questionIdentity.lock(tx, questions);
  const contents = await currentContents(tx, questions);
  const current = new Map(contents.map(({ question, number }) => [question, number]));
  const changes = keys
    .filter(({ question, number }) => current.get(question) === number)
    .map(({ question, key }) => ({ question, change: { answerKey: key } }));
  await publishAll(tx, publicationsOf(contents, changes, now), now);
}

/** Changes what questions assess, one skill an item, each item as the ones before left its question. */
export async function saveAssessedSkills(
  { database, now }: Given,
  items: readonly AssessedSkillInput[],
): Promise<SavedRelationships<AssessedSkillToSave>> {
  const checked = Batch.check(items, assessedSkillCheck);
  return database.transaction(async (tx) => {
    const questions = await questionIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.question),
    );
    const skills = await skillIdentity.resolve(
      tx,
      checked.good.map(({ value }) => value.skill),
    );
    await questionIdentity.lock(tx, questions.values());
    const contents = await currentContents(tx, [...new Set(questions.values())]);
    const assessed = new Map(contents.map((content) => [content.question, content.skills]));
    const batch = checked.map(({ value }) => {
      const [question, skill] = [questions.get(value.question), skills.get(value.skill)];
      if (question === undefined) return notFound('question');
      if (skill === undefined) return notFound('skill');
      const others = (assessed.get(question) ?? []).filter((key) => key !== skill);
      const next = value.remove === true ? others : [...others, skill];
      if (next.length === 0)
        return invalid('skill: is the last one that the question assesses: add another one first');
      assessed.set(question, next);
      return { question, skill };
    });
    const changes = [...new Set(batch.good.map(({ value }) => value.question))].map((question) => ({
      question,
      change: { skills: assessed.get(question) },
    }));
    await publishAll(tx, publicationsOf(contents, changes, now), now);
    const before = new Map(contents.map(({ question, skills: former }) => [question, former]));
    const nameOf = ({ question, skill }: AssessedSkillToSave): string => JSON.stringify([question, skill]);
    const found = batch.good.map(({ value }): [string, Fate] => {
      const [was, is] = [before, assessed].map((lists) => lists.get(value.question)?.includes(value.skill));
      return [nameOf(value), fateOf(was === true, is === true)];
    });
    const named = batch.good.map(({ index, value }) => [index, value] as const);
    return savedRelationships(batch, new Map(found), nameOf, new Map(named));
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
