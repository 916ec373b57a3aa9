import fc from 'fast-check';
import type { DocumentPart } from './document';
import { documentAsHtml } from './document-html';
import { documentAsMarkdown } from './document-markdown';
import { documentAsText } from './document-text';

const report: DocumentPart = {
  heading: 'Report',
  paragraphs: ['Two modules.'],
  parts: [
    {
      heading: 'Modules',
      parts: [{ heading: 'Pricing', paragraphs: ['It got worse.'], points: ['45 % leave', 'R&D fails'] }],
    },
  ],
};

describe('a document', () => {
  it('is read in a terminal, indented', () => {
    expect(documentAsText(report)).toBe(
      [
        ...['Report', '======', 'Two modules.', '', 'Modules', '', '  Pricing', '    It got worse.'],
        ...['    - 45 % leave', '    - R&D fails', ''],
      ].join('\n'),
    );
  });

  it('is written as Markdown', () => {
    expect(documentAsMarkdown(report)).toBe(
      [
        ...['# Report', '', 'Two modules.', '', '## Modules', '', '### Pricing', '', 'It got worse.', ''],
        ...['- 45 % leave', String.raw`- R\&D fails`, ''],
      ].join('\n'),
    );
  });

  it('is written as HTML that needs nothing else', () => {
    const html = documentAsHtml(report);
    expect(html).toMatch(/^<!doctype html>/);
    expect(html).toContain('<h1>Report</h1>\n<p>Two modules.</p>\n<h2>Modules</h2>\n<h3>Pricing</h3>');
    expect(html).toContain('<ul>\n<li>45 % leave</li>\n<li>R&amp;D fails</li>\n</ul>');
    expect(html).not.toMatch(/src=|href=|url\(/);
  });
});

describe('words of others in a document', () => {
  const named = (heading: string): DocumentPart => ({
    heading: 'x',
    parts: [{ heading, paragraphs: [heading], points: [heading] }],
  });

  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    [`"><img onerror='x'>`, '&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
  ])('are text in HTML: %s', (name, written) => {
    expect(documentAsHtml(named(name))).toContain(`<h2>${written}</h2>\n<p>${written}</p>`);
  });

  it.each([
    ['[here](javascript:x)', String.raw`\[here\](javascript:x)`],
    ['<b>*bold*</b>', String.raw`\<b\>\*bold\*\</b\>`],
    ['1. first', String.raw`1\. first`],
    ['- a point', String.raw`\- a point`],
    ['# a heading', String.raw`\# a heading`],
  ])('are text in Markdown: %s', (name, written) => {
    expect(documentAsMarkdown(named(name))).toContain(`## ${written}\n\n${written}\n\n- ${written}\n`);
  });

  it('neither command a terminal nor begin lines or tags, whatever they are', () => {
    const lines = (text: string) => text.split('\n').length;
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (name) => {
        const plain = named('name');
        for (const written of [documentAsText, documentAsMarkdown, documentAsHtml]) {
          expect(lines(written(named(name)))).toBe(lines(written(plain)));
          expect(written(named(name)).replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
        }
        const tags = (text: string) => text.match(/</g)!.length;
        expect(tags(documentAsHtml(named(name)))).toBe(tags(documentAsHtml(plain)));
      }),
    );
  });
});
