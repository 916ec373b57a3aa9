import { isBinary } from './decoding';

/** What files begin with that are mistaken for one that can be imported, and what to do with each. */
const beginnings: readonly (readonly [string, string])[] = [
  [
    'PK\u0003\u0004',
    'is a workbook or another archive: open it, and save the sheet that you mean as CSV (UTF-8)',
  ],
  ['PK\u0005\u0006', 'is an empty archive: name the file that you mean'],
  ['\u00d0\u00cf\u0011\u00e0', 'is a workbook: open it, and save the sheet that you mean as CSV (UTF-8)'],
  ['%PDF', 'is a PDF document: export the table from where it comes as CSV (UTF-8)'],
  ['{\\rtf', 'is a text document: save its table as CSV (UTF-8)'],
  ['BZh', 'is packed by bzip2: unpack it, or pack it by gzip'],
  ['\u00fd7zXZ', 'is packed by xz: unpack it, or pack it by gzip'],
  ['\u0028\u00b5\u002f\u00fd', 'is packed by zstd: unpack it, or pack it by gzip'],
  ['7z\u00bc\u00af', 'is packed by 7-Zip: unpack it, or pack it by gzip'],
  ['Rar!', 'is packed by RAR: unpack it, or pack it by gzip'],
];

/** What a file is that cannot be imported, as its first bytes show; undefined where they do not. */
export function wrongBytes(beginning: Buffer, encoding: string | undefined): string | undefined {
  const text = beginning.toString('latin1', 0, 16);
  const known = beginnings.find(([signature]) => text.startsWith(signature))?.[1];
  if (known !== undefined) return known;
  return isBinary(beginning, encoding) ? 'is no text: save it as CSV or NDJSON, encoded as UTF-8' : undefined;
}

/** The same of its first line that is not blank. */
export function wrongText(line: string): string | undefined {
  const text = line.trim();
  if (/^<(!doctype|html|\?xml|[a-z]+[ >])/iu.test(text))
    return 'is a web page or XML: was the table meant, or did signing in come between?';
  if (/^\[\s*([[{]|$)/u.test(text))
    return 'is a JSON array: write each of its objects on a line of its own, without the brackets and commas around them';
  return text === '{' ? 'has objects that go over several lines: write each on one line' : undefined;
}
