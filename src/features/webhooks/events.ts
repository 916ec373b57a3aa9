/** What webhooks may be told of, each with what its message is about: the names of Standard Webhooks. */
export const chosenEvents = {
  'people.changed':
    'people are new, otherwise, in other teams, or gone: left, archived, merged or deleted; ids and which of these',
  'gap.opened': 'what projects require, or teams are found to lack, has come to be lacking; ids',
  'gap.closed': 'what was lacking is covered, or is required no more; ids',
} as const;
export type ChosenEvent = keyof typeof chosenEvents;

/** What every webhook is told of that it concerns. */
export const otherEvents = {
  'changes.missed':
    'what changed is not known any more, since the feed was pruned or the graph restored: copy everything anew',
  'webhook.test': 'somebody asked for it, to see whether messages arrive',
} as const;
