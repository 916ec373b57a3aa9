import { onOneLine, type DocumentPart } from './document';

/** The document as a page of HTML that needs nothing from elsewhere, so that it can be sent by mail. */
export function documentAsHtml(document: DocumentPart): string {
  const title = escaped(document.heading);
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    `<title>${title}</title>`,
    '</head>',
    '<body style="max-width: 45em; margin: 1em auto; padding: 0 1em; font-family: sans-serif; line-height: 1.4">',
    ...linesOf(document, 1),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

const deepestHeading = 6;

function linesOf(
  { heading, paragraphs = [], points = [], parts = [] }: DocumentPart,
  depth: number,
): string[] {
  const tag = `h${String(Math.min(depth, deepestHeading))}`;
  return [
    `<${tag}>${escaped(heading)}</${tag}>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    ...(points.length === 0 ? [] : ['<ul>', ...points.map((point) => `<li>${escaped(point)}</li>`), '</ul>']),
    ...parts.flatMap((part) => linesOf(part, depth + 1)),
  ];
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return onOneLine(text).replace(/[&<>"']/gu, (character) => entities[character] ?? '');
}
