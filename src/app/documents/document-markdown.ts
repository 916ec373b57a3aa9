import { onOneLine, type DocumentPart } from './document';

/** The document as CommonMark; words of others are text in it and nothing else. */
export function documentAsMarkdown(document: DocumentPart): string {
  return `${blocksOf(document, 1).join('\n\n')}\n`;
}

const deepestHeading = 6;

function blocksOf(
  { heading, paragraphs = [], points = [], parts = [] }: DocumentPart,
  depth: number,
): string[] {
  const list = points.map((point) => `- ${escaped(point)}`).join('\n');
  return [
    `${'#'.repeat(Math.min(depth, deepestHeading))} ${escaped(heading)}`,
    ...paragraphs.map(escaped),
    ...(list === '' ? [] : [list]),
    ...parts.flatMap((part) => blocksOf(part, depth + 1)),
  ];
}

/** What would begin a list, or mean something within a line, stands for itself. */
function escaped(text: string): string {
  return onOneLine(text)
    .replace(/[\\`*_[\]<>#|~&$]/gu, String.raw`\$&`)
    .replace(/^([-+=]|\d+(?=[.)]))/u, (start) => (/\d/u.test(start) ? `${start}\\` : `\\${start}`));
}
