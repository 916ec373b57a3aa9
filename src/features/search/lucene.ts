import { foldedParts } from '../../shared/folding';

/** Words that count, at most: a longer text is searched by its first ones. */
const most = 12;
/**
 * A longer word is searched by so many of its first letters, and without slips: what Lucene builds from a pattern grows with
 * the square of its word and more, and from some 150 letters on it refuses (TooComplexToDeterminize).
 */
const mostLetters = 30;
/** Slips in a beginning are forgiven up to this letter, which bounds the alternatives in all. */
const lastSlip = 16;

/**
 * The Lucene query for what a user typed: every word must be there, spelt so or nearly so; the last may be only
 * begun. What is written without blanks must be there letter by letter. Holds nothing of Lucene's syntax but what is put
 * in here, since words are letters and digits only. Undefined where the text has no word.
 */
export function luceneQueryOf(text: string): string | undefined {
  const parts = foldedParts(text).slice(0, most);
  if (parts.length === 0) return undefined;
  return parts
    .map((words, index) => {
      const [word = '', ...more] = words;
      return more.length > 0 ? phraseOf(words) : clauseOf(word, index === parts.length - 1);
    })
    .join(' AND ');
}

/** The letters one after the other. */
function phraseOf(letters: readonly string[]): string {
  return `"${letters.slice(0, mostLetters).join(' ')}"^8`;
}

function clauseOf(word: string, isLast: boolean): string {
  const letters = [...word];
  if (letters.length > mostLetters) return `${letters.slice(0, mostLetters).join('')}*`;
  const edits = letters.length >= 8 ? 2 : letters.length >= 4 ? 1 : 0;
  const ways = [
    `${word}^8`,
    ...(isLast ? [`${word}*^3`] : []),
    ...(edits > 0 ? [`${word}~${String(edits)}`] : []),
    ...(isLast && letters.length >= 4 ? [misspeltBeginning(letters)] : []),
  ];
  return ways.length === 1 ? (ways[0] ?? '') : `(${ways.join(' OR ')})`;
}

/**
 * Words whose beginning one slip turns into this one: a letter too many, left out or mistaken, never the first. One
 * pattern, so that the index goes through its words once.
 */
function misspeltBeginning(letters: readonly string[]): string {
  const slips = new Set<string>();
  for (let at = 1; at < Math.min(letters.length, lastSlip); at++) {
    const [before, after] = [letters.slice(0, at).join(''), letters.slice(at + 1).join('')];
    slips.add(before + after);
    slips.add(`${before}.${after}`);
    slips.add(`${before}.${letters.slice(at).join('')}`);
  }
  return `/(${[...slips].join('|')}).*/^0.1`;
}
