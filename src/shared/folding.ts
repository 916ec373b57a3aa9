/** Letters that whoever types them takes for others, and that Unicode does not take apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ɓ: 'b',
  ɗ: 'd',
  ƙ: 'k',
  ƴ: 'y',
  // Where a word ends, Greek writes the same letter in another way.
  ς: 'σ',
};
const otherLetters = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/**
 * Accents are the marks of no script of their own, but for the two that make another Japanese letter; the points of
 * Hebrew and Arabic; the dot under an Indian letter. A vowel sign of Hindi or Thai is a letter to its readers, and stays.
 */
const accents =
  /(?![\u3099\u309a])(?=\p{Script=Inherited})\p{M}|[\u0591-\u05c7\u0610-\u061a\u06d6-\u06ed]|[\u093c\u09bc\u0a3c\u0abc\u0b3c\u0cbc]/gu;

/** Signs that nobody sees, like a soft hyphen. */
const unseen = /\p{Cf}/gu;

/**
 * A text as names are ordered by, compared and searched for, whatever the script: without case and accents, each letter
 * in one way of writing it, apostrophes and dashes as keyboards have them, single blanks between words.
 */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(accents, '')
    .replace(unseen, '')
    .toLowerCase()
    .replace(otherLetters, (letter) => letters[letter] ?? letter)
    .replace(/[\u2018\u2019\u02bc\u02b9`\u00b4]/g, "'")
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC');
}

const letter = '[\\p{L}\\p{N}\\p{M}]';
/** Scripts that put no blanks between words, and the sign that lengthens a Japanese vowel. */
const unparted = [
  ...['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar'].map((name) => `\\p{Script=${name}}`),
  '\\u30fc',
].join('');
const parts = new RegExp(`(?:(?=${letter})[${unparted}])+|(?:(?![${unparted}])${letter})+`, 'gu');
const isUnparted = new RegExp(`^[${unparted}]`, 'u');

/**
 * The words of a text, folded; signs only separate. A part in a script without blanks comes letter by letter, since
 * where its words end only a dictionary knows: each such part is a list of its letters, any other a list of one word.
 */
export function foldedParts(text: string): string[][] {
  const found = folded(text).match(parts) ?? [];
  return found.map((part) => (isUnparted.test(part) ? [...part] : [part]));
}

/** The same words one after the other, as the search index holds them. */
export function foldedWords(text: string): string[] {
  return foldedParts(text).flat();
}
