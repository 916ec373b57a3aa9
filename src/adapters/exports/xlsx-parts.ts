/** The parts of an Office Open XML workbook (ISO/IEC 29500) that are the same for all, or depend on how many sheets there are. */

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const typeOfPart = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Numbers of cell formats in the part of styles. */
export const style = { plain: 0, moment: 1, text: 2, header: 3 } as const;

/** Moments are shown as such; a text that looks like a formula is marked as text, also for whoever edits the cell. */
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="2"><font/><font><b/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf numFmtId="164" applyNumberFormat="1" xfId="0"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" xfId="0"/><xf fontId="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>`;

/** Where the sheet with this number, from 1 on, stands. */
export function pathOfSheet(sheet: number): string {
  return `xl/worksheets/sheet${String(sheet)}.xml`;
}

/** What a sheet begins with: the first row stays in sight. */
export const beginningOfSheet = `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>`;
export const endOfSheet = '</sheetData></worksheet>';

/** All parts but the sheets, by path. */
export function partsAround(
  sheets: number,
  name: string,
): readonly (readonly [path: string, text: string])[] {
  const numbers = Array.from({ length: sheets }, (_, at) => at + 1);
  const each = (write: (sheet: number) => string): string => numbers.map(write).join('');
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOfPart}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${typeOfPart}.styles+xml"/>${each((sheet) => `<Override PartName="/${pathOfSheet(sheet)}" ContentType="${typeOfPart}.worksheet+xml"/>`)}</Types>`,
    ],
    [
      '_rels/.rels',
      `${head}<Relationships xmlns="${packageOf}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((sheet) => `<sheet name="${name}${sheet === 1 ? '' : ` ${String(sheet)}`}" sheetId="${String(sheet)}" r:id="rId${String(sheet)}"/>`)}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${head}<Relationships xmlns="${packageOf}/relationships">${each((sheet) => `<Relationship Id="rId${String(sheet)}" Type="${office}/worksheet" Target="worksheets/sheet${String(sheet)}.xml"/>`)}<Relationship Id="rId${String(sheets + 1)}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ],
    ['xl/styles.xml', styles],
  ];
}
