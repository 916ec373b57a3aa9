import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { suggestionList } from 'graphql/jsutils/suggestionList';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What is given of the settings, wherever it stands, and what is wrong with where it stands. */
export interface Given {
  readonly values: Readonly<Record<string, string>>;
  /** Sentences without their full stop, each beginning with the setting's name; no value of a setting is in them. */
  readonly faults: readonly string[];
}

/** Names the file of NAME=value lines; in the environment only. */
export const configFile = 'SKILLWAKE_CONFIG_FILE';

/** What may be given by the path of a file that holds it, as containers are handed their secrets. */
const inFiles = ['SKILLWAKE_SECRET', 'NEO4J_PASSWORD'];

/** Variables by which a run of the tests is recognised; no setting does that. */
const ofTheTests = /^SKILLWAKE_(TEST|CI)_/;

/**
 * Gathers the settings from the environment, from the file that it names, and from the files of secrets. The
 * environment wins over the file; what is empty is left out.
 */
export function givenSettings(environment: Environment, known: readonly string[]): Given {
  const faults: string[] = [];
  const read = (setting: string, path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch (error) {
      faults.push(
        `${setting}: the file ${path} cannot be read (${String((error as NodeJS.ErrnoException).code)})`,
      );
      return '';
    }
  };
  const path = environment[configFile];
  const inFile = path ? parseEnv(read(configFile, path)) : {};
  const unknown = [
    ...Object.keys(inFile).filter((name) => /^(SKILLWAKE|NEO4J)_/.test(name)),
    // Others may have reasons of their own for variables that begin with NEO4J_.
    ...Object.keys(environment).filter((name) => name.startsWith('SKILLWAKE_') && !ofTheTests.test(name)),
  ].filter((name) => !known.includes(name));
  for (const name of new Set(unknown)) faults.push(`${name}: is not a setting${nearest(name, known)}`);
  if (inFile[configFile] !== undefined) faults.push(`${configFile}: can only be set in the environment`);
  const values: Record<string, string> = { ...filled(inFile), ...filled(environment) };
  for (const name of inFiles) {
    const file = values[`${name}_FILE`];
    if (file === undefined) continue;
    if (values[name] !== undefined) faults.push(`${name}: is given twice, by ${name}_FILE too`);
    const content = read(`${name}_FILE`, file).trim();
    if (content !== '') values[name] = content;
  }
  return { values, faults };
}

function filled(source: Environment): Record<string, string> {
  return Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])),
  );
}

function nearest(name: string, known: readonly string[]): string {
  const [first] = suggestionList(name, known);
  return first === undefined ? '' : `; did you mean ${first}?`;
}
