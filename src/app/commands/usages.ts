import { scopes } from '../../features/access/scope';
import { roles } from '../../features/access/viewer';
import { formats } from '../../adapters/exports/formats';
import { exported } from '../../features/exports/exports';
import { minutesByDefault, mostMinutes } from '../../features/tokens/capture-token.service';

/** What --help prints of commands whose words are few. */
export const usages: Readonly<Record<string, string>> = {
  start: 'npm start     serves the API until it is stopped (Ctrl-C, SIGTERM); takes no arguments.',
  demo: [
    'npm run demo -- [options]     loads the simulated organisation, queries it, prints the results and serves the API.',
    '',
    '  --once              ends after printing',
    '  --from DIR          the real learners of a probability course: DIR holds the CSV files of the R package pks',
  ].join('\n'),
  import: 'npm run import -- FILE… [options]     imports CSV or NDJSON; npm run import -- --help says more.',
  seed: 'npm run seed -- NAME --from DIR [options]     loads real data; npm run seed -- --help says more.',
  rebuild: [
    'npm run rebuild -- [options]     recomputes all mastery from evidence; resumes where it was stopped.',
    '',
    '  --from-start        begins again instead',
    '',
    'Exit code: 0 done, 1 it failed or was stopped (run it again).',
  ].join('\n'),
  calibrate: [
    'npm run calibrate -- [options]     fits questions and the model to all evidence, and switches over to them.',
    '',
    '  --dry-run           changes nothing and reports how far levels would move',
    '',
    'Exit code: 0 done, 1 it failed or was stopped (run it again).',
  ].join('\n'),
  token: [
    'npm run token -- --role ROLE [options]     prints a token.',
    '',
    `  --role ROLE         what the token may do: ${roles.join(', ')}`,
    '  --person ID         the global id (Person.id) of the person behind it; required for person and lead',
    '  --name NAME         what it is for, as --list shows it',
    '  --days DAYS         for how many days it is valid, 1 to 3650; 30 where left out',
    '  --scope SCOPE       all that it opens, given once for each; whatever the role may where left out:',
    `                      ${scopes.join(', ')}`,
    '',
    'npm run token -- --capture --person ID --module ID [options]     prints one by which a web page records what this',
    '                    person does in this module, and nothing else; it is in no list.',
    '',
    '  --revision NUMBER   of the revision that the page shows; the current one where left out',
    `  --minutes MINUTES   for how many minutes it is valid, 1 to ${String(mostMinutes)}; ${String(minutesByDefault)} where left out`,
    '',
    'npm run token -- --list            lists the tokens that have not expired.',
    'npm run token -- --renew ID [--days DAYS]     prints one that is the same and ends later, for a program that goes on.',
    'npm run token -- --revoke ID       revokes one, renewed ones with it; may be given several times.',
  ].join('\n'),
  platform: [
    'npm run platform -- add NAME [options]     lets a learning platform send xAPI statements; prints its key and secret, once:',
    'the user and the password of the LRS at /xapi.',
    '',
    "  --home-page ADDRESS   the platform's own address, for the authority of what it sends",
    '',
    'npm run platform -- remove NAME     refuses it from now on; what it sent stays.',
    'npm run platform -- --list          lists the platforms.',
  ].join('\n'),
  report: [
    'npm run report -- [options]     prints what became of content today: which modules got worse and where teams are stuck.',
    '',
    '  --date DATE         of another day, like 2026-01-31 or yesterday, in the time zone of the installation',
    '  --role ROLE         as this role gets it: author, lead, hr or admin; admin where left out',
    '  --person ID         as this person gets it: the modules that they wrote, the teams that they lead (global id)',
    '  --markdown          as Markdown',
    '  --html FILE         writes a page of HTML to FILE instead, to be sent by mail',
  ].join('\n'),
  export: [
    'npm run export -- NAME [options]     prints a copy for another system, as the API gives it at /exports/NAME.',
    '',
    `  NAME                ${exported.map(({ name }) => name).join(', ')}`,
    `  --format FORMAT     ${formats.map(({ name }) => name).join(', ')}; csv where left out`,
    '  --since SNAPSHOT    only what changed after the snapshot that the last line of an earlier export names',
    '  --as-of DATE        the levels of that date; now where left out',
    '  --source SOURCE     with the ids of people in this external system',
    '  --output FILE       to a file, which is there once it is whole',
    '',
    'Exit code: 0 all of it was written, 1 it failed.',
  ].join('\n'),
  backup:
    'npm run backup -- FILE     writes catalogue, calibrations and evidence to FILE, packed by gzip where its name ends with .gz.',
  restore: 'npm run restore -- FILE     loads such a file into an empty database and recomputes all mastery.',
  schema: [
    'npm run schema -- [options]     writes schema/schema.graphql.',
    '',
    '  --released          writes schema/released.graphql too, against which breaking changes are found',
  ].join('\n'),
  settings: 'npm run settings     writes docs/settings.md; takes no arguments.',
};
