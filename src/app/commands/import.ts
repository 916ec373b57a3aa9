import { headingsFrom } from '../../adapters/import/header';
import { fileSource, type ImportSource } from '../../adapters/import/import-all';
import { isEncoding } from '../../adapters/import/decoding';
import { standardInput } from '../../adapters/import/lines';
import { InstallationError } from '../../shared/errors';
import { keptInput } from '../../shared/kept-input';
import type { Installation } from '../installation';
import { optionsAndFilesOf, type Command } from './command';
import { fullKinds, importFullList } from './import-full-list';
import { exitCodeOf, importingInto } from './importing';

const options = {
  kind: { type: 'string' },
  source: { type: 'string' },
  encoding: { type: 'string' },
  separator: { type: 'string' },
  columns: { type: 'string', multiple: true, default: [] as string[] },
  ignore: { type: 'string', multiple: true, default: [] as string[] },
  clear: { type: 'string', multiple: true, default: [] as string[] },
  'local-dates': { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  full: { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
} as const;

const takes =
  'names of files, --kind KIND, --source SOURCE, --encoding NAME, --separator CHAR, --columns HEADING=COLUMN, --ignore COLUMN, --clear COLUMN, --local-dates, --dry-run, --full and --yes';

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

function check({ encoding, separator, columns, full, source, kind }: Given, files: readonly string[]): void {
  if (files.length === 0) throw new InstallationError(`Name a file to import: this command takes ${takes}.`);
  if (encoding !== undefined && !isEncoding(encoding))
    throw new InstallationError(
      `--encoding ${encoding} is not known: use a name like utf-8, latin1 or utf-16le.`,
    );
  if (separator !== undefined && !isTab(separator) && [...separator].length !== 1)
    throw new InstallationError('--separator takes one character, like ";", or the word tab.');
  if (!headingsFrom(columns))
    throw new InstallationError(
      '--columns takes HEADING=COLUMN, like "Personnel number=id", as often as there are headings.',
    );
  if (full && source === undefined)
    throw new InstallationError(
      '--full needs --source: the people of which system, or those in its teams or projects, does the list contain completely?',
    );
  if (full && kind !== undefined && !fullKinds.includes(kind))
    throw new InstallationError(
      `--full is for ${fullKinds.join(', ')}: ${kind} have no day on which they end.`,
    );
}

function isTab(separator: string): boolean {
  return separator === 'tab' || separator === '\\t';
}

async function runImport(
  installation: Installation,
  given: Given,
  files: readonly string[],
): Promise<number> {
  const importing = importingInto(installation);
  const { full, source, separator, encoding } = given;
  const kind = full ? (given.kind ?? fullKindOf(files)) : given.kind;
  const format = {
    kind,
    source,
    separator: separator !== undefined && isTab(separator) ? '\t' : separator,
    encoding,
    headings: headingsFrom(given.columns) ?? new Map<string, string>(),
    ignored: given.ignore,
    cleared: given.clear,
    zone: given['local-dates'] ? installation.config.SKILLWAKE_TIME_ZONE : undefined,
  };
  // A complete list is read twice.
  const kept = full && files.includes(standardInput) ? await keptInput(process.stdin) : undefined;
  try {
    const sources: ImportSource[] = [];
    for (const file of files)
      sources.push(
        await fileSource(file, importing.kinds, format, file === standardInput ? kept?.path : file),
      );
    if (!full) return exitCodeOf(await importing.run(sources, importing.kinds, given['dry-run']));
    return await importFullList(installation.database, importing, sources, {
      kind: kind ?? '',
      source: source ?? '',
      isRehearsal: given['dry-run'],
      isAgreed: given.yes,
    });
  } finally {
    await kept?.remove();
  }
}

/** What a complete list is of, by the names of its files; people where they do not say. */
function fullKindOf(files: readonly string[]): string {
  const stems = files.map((file) => file.split(/[\\/]/u).at(-1) ?? '');
  return fullKinds.find((kind) => stems.every((stem) => stem.startsWith(kind))) ?? 'people';
}
