import { csv } from './csv';
import type { Format } from './format';
import { jsonLd } from './json-ld';
import { ndjson } from './ndjson';
import { xlsx } from './xlsx';

/** Every format; the first is what whoever does not care gets. */
export const formats: readonly Format[] = [csv, ndjson, xlsx, jsonLd];

export function formatNamed(name: string): Format | undefined {
  return formats.find((format) => format.name === name);
}
