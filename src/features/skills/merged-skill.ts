import type { SkillRow } from './skill.store';

/** An undetermined language, as BCP 47 calls it: names state none. */
const undetermined = 'und';

type Text = readonly [language: string, text: string];

/** What a skill says after others became it: it stands as it is, takes what it lacks, and keeps their words for it. */
export function joinedSkill(
  kept: SkillRow,
  merged: readonly SkillRow[],
): Readonly<Record<string, string | string[] | null>> {
  const labels = new Map(textsOf(kept.labelLanguages, kept.labels));
  const synonyms = textsOf(kept.synonymLanguages, kept.synonyms);
  const isKnown = (text: string): boolean =>
    text === kept.name || [...labels.values()].includes(text) || synonyms.some(([, word]) => word === text);
  const all = [kept, ...merged];
  for (const one of merged) {
    for (const [language, text] of textsOf(one.labelLanguages, one.labels)) {
      if (!labels.has(language)) labels.set(language, text);
      else if (!isKnown(text)) synonyms.push([language, text]);
    }
    for (const [language, text] of textsOf(one.synonymLanguages, one.synonyms))
      if (!isKnown(text)) synonyms.push([language, text]);
    if (!isKnown(one.name)) synonyms.push([undetermined, one.name]);
  }
  const first = (name: 'description' | 'uri' | 'type'): string | null =>
    all.map((one) => one[name]).find((value) => value !== null) ?? null;
  const stored = (texts: Iterable<Text>, at: 0 | 1): string[] | null => {
    // Ordered by language and then as they came, as saveSkills keeps them.
    const ordered = [...texts].sort(([left], [right]) => (left < right ? -1 : left > right ? 1 : 0));
    return ordered.length === 0 ? null : ordered.map((text) => text[at]);
  };
  return {
    description: first('description'),
    uri: first('uri'),
    type: first('type'),
    labelLanguages: stored(labels, 0),
    labels: stored(labels, 1),
    synonymLanguages: stored(synonyms, 0),
    synonyms: stored(synonyms, 1),
  };
}

function textsOf(languages: readonly string[] | null, texts: readonly string[] | null): Text[] {
  return (texts ?? []).map((text, place) => [languages?.[place] ?? undetermined, text]);
}
