/**
 * Words of English that make a job seem meant for men, or for women, as Gaucher, Friesen and Kay list them: Evidence that gendered
 * wording in job advertisements exists and sustains gender inequality, Journal of Personality and Social Psychology 101(1),
 * 2011, 109–128, Appendix A. With * whatever begins so. Of their list one misprint is mended: they have "implusive".
 */
export const genderedWords = {
  MASCULINE: [
    ...[
      'active',
      'adventurous',
      'aggress*',
      'ambitio*',
      'analy*',
      'assert*',
      'athlet*',
      'autonom*',
      'boast*',
    ],
    ...['challeng*', 'compet*', 'confident', 'courag*', 'decide', 'decisive', 'decision*', 'determin*'],
    ...['dominant', 'domina*', 'force*', 'greedy', 'headstrong', 'hierarch*', 'hostil*', 'impulsive'],
    ...['independen*', 'individual*', 'intellect*', 'lead*', 'logic', 'masculine', 'objective', 'opinion'],
    ...['outspoken', 'persist', 'principle*', 'reckless', 'stubborn', 'superior', 'self-confiden*'],
    ...['self-sufficien*', 'self-relian*'],
  ],
  FEMININE: [
    ...['affectionate', 'child*', 'cheer*', 'commit*', 'communal', 'compassion*', 'connect*', 'considerate'],
    ...['cooperat*', 'depend*', 'emotiona*', 'empath*', 'feminine', 'flatterable', 'gentle', 'honest'],
    ...['interpersonal', 'interdependen*', 'interpersona*', 'kind', 'kinship', 'loyal*', 'modesty', 'nag'],
    ...['nurtur*', 'pleasant*', 'polite', 'quiet*', 'respon*', 'sensitiv*', 'submissive', 'support*'],
    ...['sympath*', 'tender*', 'together*', 'trust*', 'understand*', 'warm*', 'whin*', 'yield*'],
  ],
} as const;

export type Coding = keyof typeof genderedWords;

/** An entry of the list, and what it says of words. */
interface Entry {
  readonly listed: string;
  readonly coding: Coding;
}

const entries: readonly Entry[] = (['MASCULINE', 'FEMININE'] as const).flatMap((coding) =>
  genderedWords[coding].map((listed) => ({ listed, coding })),
);

/** A word that the list has. */
export interface GenderedWord extends Entry {
  /** As it was written. */
  readonly word: string;
}

/** The words of a text that the list has, each once, in the order of the text. */
export function genderedWordsIn(text: string): GenderedWord[] {
  const found = new Map<string, GenderedWord>();
  for (const [written] of text.matchAll(/\p{L}+(?:-\p{L}+)*/gu)) {
    // What is written with a hyphen is one word of the list, or else made of several.
    const words = entryOf(written) ? [written] : written.split('-');
    for (const word of words) {
      const entry = entryOf(word);
      const name = word.toLowerCase();
      if (entry && !found.has(name)) found.set(name, { ...entry, word });
    }
  }
  return [...found.values()];
}

function entryOf(word: string): Entry | undefined {
  const name = word.toLowerCase();
  return entries.find(({ listed }) =>
    listed.endsWith('*') ? name.startsWith(listed.slice(0, -1)) : name === listed,
  );
}
