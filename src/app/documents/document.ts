/** A part of what is printed for people: a heading, what is said under it, and parts of its own. */
export interface DocumentPart {
  readonly heading: string;
  readonly paragraphs?: readonly string[];
  readonly points?: readonly string[];
  readonly parts?: readonly DocumentPart[];
}

/** Words of others on one line: without what would command a terminal or begin a line of its own. */
export function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
