import { columnsOf } from '../../adapters/import/cells';
import { kindsOf } from '../../adapters/import/kinds';
import { buildApiSchema } from '../graphql/schema';

/** What --help prints. */
export function importUsage(): string {
  return [
    'npm run import -- FILE… [options]     CSV or NDJSON, also packed by gzip; - is standard input; each line is an item',
    '                                      of the API. docs/import.md says more.',
    '',
    '  --kind KIND         what the lines are; otherwise a column or field "kind" says it, the name of the file',
    '                      (people.csv), or the columns where they fit one kind only. Claims have a kind of their own:',
    '                      use this flag or the name of the file, or write each claim as "item" in NDJSON',
    '  --source SOURCE     the source of every id that is given without one',
    '  --encoding NAME     of a file that is not UTF-8, like latin1; a byte order mark takes precedence',
    '  --separator CHAR    between cells, or tab; otherwise what a line sep=; says, or the one of , ; tab | that is most',
    '                      frequent in the header',
    '  --columns H=COLUMN  the heading H of the file means this column; may be given several times',
    '  --ignore COLUMN     ignores a column; may be given several times',
    '  --clear COLUMN      an empty cell of this column clears the field, which otherwise stays as it is; may be given',
    '                      several times',
    '  --local-dates       dates and times without an offset are of SKILLWAKE_TIME_ZONE; a day is its beginning',
    '  --dry-run           changes nothing and reports what would change',
    '  --full              FILE lists all people of --source: shows who is absent or back, asks, then marks the absent as',
    '                      having left and those who had left as active again. With --kind memberships or assignments,',
    '                      FILE lists all who are in the teams or projects of --source: what is absent ends now',
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
