import { registerEnumType } from 'type-graphql';

export enum Verdict {
  SOUND = 'SOUND',
  CONTENT_PROBLEM = 'CONTENT_PROBLEM',
  KNOWLEDGE_GAP = 'KNOWLEDGE_GAP',
  NOT_ENOUGH_DATA = 'NOT_ENOUGH_DATA',
}
registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'Whether the content or the knowledge is the problem.',
  valuesConfig: {
    SOUND: { description: 'Nothing speaks for a fault of the content.' },
    CONTENT_PROBLEM: { description: 'The content is at fault, whoever answers or reads it.' },
    KNOWLEDGE_GAP: {
      description: 'The content holds for others: a team lacks the skill, and misses all its questions.',
    },
    NOT_ENOUGH_DATA: {
      description: 'What is known does not decide it; `decidedBy` says what would.',
    },
  },
});

export enum ProblemKind {
  WRONG_KEY = 'WRONG_KEY',
  AMBIGUOUS = 'AMBIGUOUS',
  CONFUSING = 'CONFUSING',
  NOT_TAUGHT = 'NOT_TAUGHT',
  TOO_LONG = 'TOO_LONG',
  TOO_COMPLEX = 'TOO_COMPLEX',
  OUTDATED = 'OUTDATED',
  UNFAIR = 'UNFAIR',
}
registerEnumType(ProblemKind, {
  name: 'ProblemKind',
  description: 'What is wrong with content.',
  valuesConfig: {
    WRONG_KEY: { description: 'What counts as right is wrong: those who are able choose something else.' },
    AMBIGUOUS: { description: 'More than one answer is right.' },
    CONFUSING: { description: 'People come back to it, pause, and call it unclear.' },
    NOT_TAUGHT: { description: 'What is asked is taught nowhere: the able miss it like everybody else.' },
    TOO_LONG: { description: 'It takes people longer than it is meant to, and they leave.' },
    TOO_COMPLEX: { description: 'It takes long and people come back to it, and still miss what it teaches.' },
    OUTDATED: { description: 'It was sound until some day, while the questions beside it stay steady.' },
    UNFAIR: { description: 'It is harder for one team than for others of the same level.' },
  },
});

export enum Deciding {
  MORE_ANSWERS = 'MORE_ANSWERS',
  MORE_PEOPLE = 'MORE_PEOPLE',
  MORE_QUESTIONS = 'MORE_QUESTIONS',
  OTHER_TEAMS_OR_PAGES = 'OTHER_TEAMS_OR_PAGES',
  SUBJECT_EXPERT = 'SUBJECT_EXPERT',
}
registerEnumType(Deciding, {
  name: 'Deciding',
  description: 'What would decide where what is known does not.',
  valuesConfig: {
    MORE_ANSWERS: { description: 'Answers of further people.' },
    MORE_PEOPLE: { description: 'Further people who read it.' },
    MORE_QUESTIONS: { description: 'Further questions on the same skill.' },
    OTHER_TEAMS_OR_PAGES: {
      description:
        'How people of another team fare with the same questions, or with the pages that teach them.',
    },
    SUBJECT_EXPERT: {
      description:
        'Somebody who knows the subject: the able choose a second option as often as the key, which is right as well, or misleads even them. Answers look the same either way; likelyKey is that option.',
    },
  },
});

export enum ReasonKind {
  RIGHT_SHARE = 'RIGHT_SHARE',
  DISCRIMINATION = 'DISCRIMINATION',
  SECONDS = 'SECONDS',
  REVISITS = 'REVISITS',
  PAUSES = 'PAUSES',
  LEAVING = 'LEAVING',
  UNCLEAR = 'UNCLEAR',
  OUTDATED = 'OUTDATED',
  RIGHT_AFTER = 'RIGHT_AFTER',
  MASTERY = 'MASTERY',
}
registerEnumType(ReasonKind, {
  name: 'ReasonKind',
  description: 'What a reason of a diagnosis is about.',
  valuesConfig: {
    RIGHT_SHARE: {
      description:
        'The share of right first answers, in [0,1]; usual is what the same people got right of the other questions on the same skills.',
    },
    DISCRIMINATION: {
      description:
        'How much steeper the right answer rises with the level than what else is chosen, in logits a standard deviation of levels: about 1 in sound questions, 0 or less where the able do no better.',
    },
    SECONDS: { description: 'The median of the active seconds of one person on the page.' },
    REVISITS: { description: 'The share of people who came back to the page, in [0,1].' },
    PAUSES: { description: 'Pauses on the page, per person.' },
    LEAVING: { description: 'The share of people who left at the page, of those who got to it, in [0,1].' },
    UNCLEAR: { description: 'The share of people who called the page unclear, in [0,1].' },
    OUTDATED: { description: 'The share of people who called the page outdated, in [0,1].' },
    RIGHT_AFTER: {
      description:
        'The share of right first answers to the questions that the page asks, or the next page that asks any, in [0,1]; usual is what the level of the same people lets expect.',
    },
    MASTERY: {
      description:
        'What the same people got right of other questions on the same skills, in [0,1]; usual is that of the other pages.',
    },
  },
});
