/** Why a statement says nothing that is evidence; the sentence goes on after 'kept, not mapped:'. */
export const reasons = {
  VOIDING: 'it takes another statement back, and is no evidence itself',
  GROUP: 'its actor is a group, and evidence is of one person',
  NO_ACTIVITY: 'its object is no activity',
  VERB: 'no profile reads its verb',
  NO_SCORE: 'it gives no score and no success, and its response and correct responses do not decide one',
  OPINION: 'it answers a poll or survey, where no answer is right',
  NO_SEGMENTS: 'a video was played, paused or left without saying which seconds were seen',
  WAIVED: 'the content was waived: nobody went through it',
  TAKEN_BACK: 'a completion is taken back, and what was completed stays completed',
  OTHER_PERSON: 'somebody acted in the name of another person',
  NOT_LEARNING: 'it tells of running the platform, not of learning',
  GRADE_OF_A_SLOT: 'a grade names the place in an attempt, not the question',
  PERSON_UNKNOWN: 'nobody here is known by its actor',
  SEVERAL_PEOPLE: 'its actor has the address of several people',
  ACTIVITY_UNKNOWN:
    'its activity is nothing here: give a module or question its IRI as an external id, or map it',
  ACTIVITY_IGNORED: 'its activity is mapped to nothing on purpose',
  OTHER_KIND:
    'its activity is here, but of another kind than what it says: a question is not gone through, and a module not answered',
  NOT_THERE: 'the version, revision or page that it is about is not there',
  TIME_AHEAD: 'it happened ahead of the clock',
  REFUSED: 'what it says lies outside of what evidence may say',
} as const;

/** Reasons that new people, content or mappings may do away with: what was kept for them is read again. */
export const curable: readonly Reason[] = [
  'PERSON_UNKNOWN',
  'SEVERAL_PEOPLE',
  'ACTIVITY_UNKNOWN',
  'ACTIVITY_IGNORED',
  'OTHER_KIND',
  'NOT_THERE',
  'TIME_AHEAD',
];

export type Reason = keyof typeof reasons;
