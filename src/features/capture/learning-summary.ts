import type { Learning } from './learning.type';

/** What a person has taken, in one plain sentence that says nothing of when and where. */
export function summaryOfLearning({ personName, module, revision, completed, pageCount }: Learning): string {
  const what = `${module.name} (revision ${String(revision.number)}, ${String(pageCount)} pages)`;
  return completed
    ? `${personName} has completed ${what}.`
    : `${personName} has begun ${what} and not completed it.`;
}
