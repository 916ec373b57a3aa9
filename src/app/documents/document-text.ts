import { onOneLine, type DocumentPart } from './document';

/** The document for a terminal: parts are indented under their headings. */
export function documentAsText(document: DocumentPart): string {
  const heading = onOneLine(document.heading);
  return `${[heading, '='.repeat(heading.length), ...linesUnder(document)].join('\n')}\n`;
}

function linesUnder({ paragraphs = [], points = [], parts = [] }: DocumentPart): string[] {
  return [
    ...paragraphs.map(onOneLine),
    ...points.map((point) => `- ${onOneLine(point)}`),
    ...parts.flatMap((part) => ['', onOneLine(part.heading), ...linesUnder(part).map(indented)]),
  ];
}

function indented(line: string): string {
  return line === '' ? '' : `  ${line}`;
}
