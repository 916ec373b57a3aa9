import { columnsOf } from '../../adapters/import/cells';
import { fileSource, type ImportSource } from '../../adapters/import/import-all';
import { kindsOf } from '../../adapters/import/kinds';
import { isEncoding } from '../../adapters/import/lines';
import { InstallationError } from '../../shared/errors';
import type { Installation } from '../installation';
import { buildApiSchema } from '../graphql/schema';
import { optionsAndFilesOf, type Command } from './command';
import { importFullList } from './import-full-list';
import { exitCodeOf, importingInto } from './importing';

const options = {
  kind: { type: 'string' },
  source: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  ignore: { type: 'string', multiple: true, default: [] as string[] },
  'dry-run': { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

const takes =
  'names of files, --kind KIND, --source SOURCE, --encoding NAME, --separator CHAR, --ignore COLUMN, --dry-run, --full and --yes';

type Given = ReturnType<typeof optionsAndFilesOf<typeof options>>['values'];

/**
 * Imports CSV and NDJSON files through the API's own mutations. Exit code 0 where every line landed, 2 where some did
 * not, 1 where the import could not be done or was stopped.
 */
export const importCommand: Command = (words) => {
  const { values, files } = optionsAndFilesOf(words, options, takes);
  check(values, files);
  return (installation) => runImport(installation, values, files);
};

function check({ encoding, separator, full, source, kind }: Given, files: readonly string[]): void {
  if (files.length === 0) throw new InstallationError(`Name a file to import: this command takes ${takes}.`);
  if (encoding !== undefined && !isEncoding(encoding))
    throw new InstallationError(
      `--encoding ${encoding} is not known: use a name like utf-8, latin1 or utf-16le.`,
    );
  if (separator !== undefined && [...separator].length !== 1)
    throw new InstallationError('--separator takes one character, like ";".');
  if (full && source === undefined)
    throw new InstallationError(
      '--full needs --source: the people of which system does the list contain completely?',
    );
  if (full && kind !== undefined && kind !== 'people')
    throw new InstallationError(`--full is for people: ${kind} have no day on which they left.`);
}

async function runImport(
  installation: Installation,
  given: Given,
  files: readonly string[],
): Promise<number> {
  const importing = importingInto(installation);
  const { full, source, separator, encoding, ignore: ignored } = given;
  const format = { kind: full ? 'people' : given.kind, source, separator, encoding, ignored };
  const sources: ImportSource[] = [];
  for (const file of files) sources.push(await fileSource(file, importing.kinds, format));
  if (full) {
    const choice = { source: source ?? '', isRehearsal: given['dry-run'], isAgreed: given.yes };
    return importFullList(installation.database, importing, sources, choice);
  }
  return exitCodeOf(await importing.run(sources, importing.kinds, given['dry-run']));
}

/** What --help prints. */
export function importUsage(): string {
  return [
    'npm run import -- FILE… [options]     CSV or NDJSON, also compressed (.gz); each line is an item of the API.',
    '',
    '  --kind KIND         what the lines are; otherwise a column or field "kind" says it, the name of the file',
    '                      (people.csv), or the columns where they fit one kind only. Claims have a kind of their own:',
    '                      use this flag or the name of the file, or write each claim as "item" in NDJSON',
    '  --source SOURCE     the source of every id that is given without one',
    '  --encoding NAME     of a file that is not UTF-8, like latin1; a byte order mark takes precedence',
    '  --separator CHAR    between cells; otherwise the one of , ; tab | that is most frequent in the header',
    '  --ignore COLUMN     ignores a column; may be given several times',
    '  --dry-run           changes nothing and reports what would change',
    '  --full              FILE lists all people of --source: shows who is absent, asks, then marks them as having left',
    '  --yes               with --full: does not ask',
    '',
    'Rejected lines go to FILE.rejected.ndjson, each with its number and reason; once corrected, that file can be imported.',
    'A cell for a list has its parts separated by ; or is JSON. A reference is REFERENCE.source and REFERENCE.id.',
    'Exit code: 0 every line was accepted, 2 some were not, 1 it failed or was stopped (run it again).',
    '',
    'Kinds and their columns:',
    ...kindsOf(buildApiSchema()).map(
      (kind) =>
        `  ${kind.name}: ${columnsOf(kind)
          .filter((column) => !column.endsWith('.globalId'))
          .join(' ')}`,
    ),
  ].join('\n');
}
