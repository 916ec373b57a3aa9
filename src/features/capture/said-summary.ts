import { dayOfMoment } from './visit-summary';
import type { Feedback } from './feedback.type';
import type { Help } from './help.type';

/** Feedback in one plain sentence, for the person who gave it. */
export function summaryOfFeedback(feedback: Feedback): string {
  const { at, unclear, outdated, rating, words, withdrawn } = feedback;
  const said = [
    ...(unclear === true ? ['it is unclear'] : []),
    ...(outdated === true ? ['it is outdated'] : []),
    ...(rating === null ? [] : [`you rate it ${String(rating)} of 5`]),
    ...(words === null ? [] : [`in words: ${words}`]),
  ];
  const what = said.length > 0 ? said.join(', ') : 'it is neither unclear nor outdated';
  return `You said on ${dayOfMoment(at)} of this ${feedback.versionKey === null ? (feedback.pageKey === null ? 'module' : 'page') : 'question'}: ${what}${withdrawn ? ' (withdrawn since)' : ''}.`;
}

/** Help in one plain sentence. */
export function summaryOfHelp({ givenBy, person, skill, module, at, attestedBy, withdrawn }: Help): string {
  const what = (skill ?? module)?.name ?? 'something';
  const by = attestedBy === null ? '' : `, as ${attestedBy.name} attests`;
  return `${givenBy.name} helped ${person.name} with ${what} on ${dayOfMoment(at)}${by}${withdrawn ? ' (withdrawn since)' : ''}.`;
}
