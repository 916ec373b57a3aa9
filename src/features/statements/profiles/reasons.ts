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
} as const;

export type Reason = keyof typeof reasons;
