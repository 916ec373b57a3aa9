import { discoveries } from './false-discovery';

/** A problem is told that is probable by itself, */
export const probable = { least: 0.75, falseShare: 0.25 } as const;
/** or a less probable one beside many that are certain, so that hardly any false ones are to be expected in all. */
const amongCertain = { least: 0.65, falseShare: 0.03 } as const;
/** A gap of knowledge blames nobody's work. */
const acceptedGaps = { least: 0.5, falseShare: 0.1 } as const;
/** With few answers wrong keys look too probable: in real exams 23 of 37 said with 0.75 to 0.85 were true. They are told from here on. */
export const fewForKey = { answers: 100, least: 0.85 } as const;
/** Where a content problem is more probable than this and not told, more data must decide. */
export const doubtful = 0.3;
/** A kind is named where it has more than this share of the probability of a problem. */
export const clearKind = 0.5;

/** Which problems of content are told, of their probabilities in one test or module. */
export function toldProblems(probabilities: readonly number[]): boolean[] {
  const byItself = discoveries(probabilities, probable);
  return discoveries(probabilities, amongCertain).map((one, index) => one || byItself[index] === true);
}

export function toldGaps(probabilities: readonly number[]): boolean[] {
  return discoveries(probabilities, acceptedGaps);
}
