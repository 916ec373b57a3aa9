import { createHash } from 'node:crypto';

/** What a version asks and assesses: all that makes it another version where it differs. */
export interface Content {
  readonly prompt: string;
  readonly options: readonly string[];
  readonly answerKey: string | null;
  /** Internal ids: a set, the order means nothing. */
  readonly skills: readonly string[];
}

export type ContentChange = { readonly [Name in keyof Content]?: Content[Name] | undefined };

/** The content after a change: what is left out stays. Undefined where a new question lacks prompt or skills. */
export function changed(current: Content | undefined, change: ContentChange): Content | undefined {
  const prompt = change.prompt ?? current?.prompt;
  const skills = change.skills ?? current?.skills;
  if (prompt === undefined || skills === undefined) return undefined;
  return {
    prompt,
    options: change.options ?? current?.options ?? [],
    answerKey: change.answerKey === undefined ? (current?.answerKey ?? null) : change.answerKey,
    skills: [...new Set(skills)],
  };
}

/** One text for one content: two versions say the same exactly when theirs are equal. */
export function fingerprintOf({ prompt, options, answerKey, skills }: Content): string {
  return createHash('sha256')
    .update(JSON.stringify([prompt, options, answerKey, [...skills].sort()]))
    .digest('base64url');
}
