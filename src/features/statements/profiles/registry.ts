import type { StoredStatement } from '../statement';
import { adl } from './adl';
import { cmi5 } from './cmi5';
import { moodle } from './moodle';
import { questions } from './questions';
import { notMapped, type Meaning, type Profile } from './told';
import { video } from './video';
import { voided } from './verbs';

/** Every profile, one line each: the first that covers a statement reads it. */
export const profiles: readonly Profile[] = [
  moodle, // names its events, and knows which of its questions are polls
  video,
  questions,
  cmi5,
  adl,
];

/** What a statement says, or why it says nothing that is evidence. */
export function meaningOf(statement: StoredStatement): Meaning {
  if (statement.verb.id === voided) return notMapped('VOIDING');
  if (statement.actor.objectType === 'Group' || statement.actor.member !== undefined)
    return notMapped('GROUP');
  if (statement.object.objectType !== undefined && statement.object.objectType !== 'Activity') {
    return notMapped('NO_ACTIVITY');
  }
  const profile = profileOf(statement);
  return profile === undefined ? notMapped('VERB') : profile.meaning(statement);
}

export function profileOf(statement: StoredStatement): Profile | undefined {
  return profiles.find((profile) => profile.covers(statement));
}
