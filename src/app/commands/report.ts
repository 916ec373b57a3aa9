import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { roles, type Viewer } from '../../features/access/viewer';
import { dailyReport } from '../../features/reports/daily-report.service';
import { ReadModel } from '../../features/states/read-model';
import type { DailyReport } from '../../features/reports/daily-report.type';
import { yesterday } from '../../features/reports/report-day';
import { BadInputError, InstallationError, messageOf } from '../../shared/errors';
import { newKey } from '../../shared/ids';
import { sharedByCommand } from '../command-context';
import { documentAsHtml } from '../documents/document-html';
import { documentAsMarkdown } from '../documents/document-markdown';
import { documentAsText } from '../documents/document-text';
import { requestContext, rulesOf } from '../graphql/context';
import type { Installation } from '../installation';
import { optionsOf, type Command } from './command';
import { keyOfPerson } from './person-option';
import { reportDocument } from './report-document';

const options = {
  date: { type: 'string' },
  role: { type: 'string', default: 'admin' },
  person: { type: 'string' },
  markdown: { type: 'boolean', default: false },
  html: { type: 'string' },
} as const;

const takes = '--date DATE, --role ROLE, --person ID, --markdown and --html FILE';

const reported = roles.filter((role) => role !== 'person');

/** Prints what became of a day as text or Markdown, or writes it to a file as HTML. */
export const reportDay: Command = (words) => {
  const { date, person, markdown, html, ...given } = optionsOf(words, options, takes);
  const role = reported.find((known) => known === given.role);
  if (role === undefined) throw new InstallationError(`Give --role one of ${reported.join(', ')}.`);
  if (role === 'lead' && person === undefined)
    throw new InstallationError('A lead is a particular person: give --person and the global id.');
  if (markdown && html !== undefined) throw new InstallationError('Give --markdown or --html, not both.');
  return async (installation) => {
    const personKey = person === undefined ? undefined : await keyOfPerson(installation.database, person);
    const report = await reportFor(installation, { role, personKey }, date);
    const document = reportDocument(report);
    if (html === undefined) {
      process.stdout.write(markdown ? documentAsMarkdown(document) : documentAsText(document));
      return;
    }
    const path = resolve(html);
    await writeFile(path, documentAsHtml(document)).catch((error: unknown) => {
      throw new InstallationError(`${path} cannot be written: ${messageOf(error)}.`, { cause: error });
    });
    process.stdout.write(`The report on ${report.date} is in ${path}.\n`);
  };
};

async function reportFor(
  { config, database }: Installation,
  viewer: Viewer,
  date: string | undefined,
): Promise<DailyReport> {
  const shared = { ...sharedByCommand(rulesOf(config)), database, readModel: new ReadModel(database) };
  const context = requestContext(shared, { id: newKey() }, viewer);
  try {
    return await dailyReport(context, date === 'yesterday' ? yesterday(context) : (date ?? null));
  } catch (error) {
    throw error instanceof BadInputError
      ? new InstallationError(`--${error.message}`, { cause: error })
      : error;
  } finally {
    // What was begun, as reading answers anew under a problem that was found, the next server goes on with.
    await shared.background.close();
  }
}
