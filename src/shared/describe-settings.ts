import { z } from 'zod';
import { settings } from './config';

/** One setting, for people. */
interface Described {
  readonly name: string;
  readonly what: string;
  /** Empty where there is none. */
  readonly byDefault: string;
  /** What it may be; empty where that is any text. */
  readonly range: string;
}

/** What JSON Schema says of a setting, as far as it is used here. */
interface Shape {
  readonly type?: string;
  readonly default?: string | number;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
}

function described(): Described[] {
  // A default is what goes in, a type what comes out.
  const [given, read] = (['input', 'output'] as const).map(
    (io) => z.toJSONSchema(settings, { io, unrepresentable: 'any' }).properties as Record<string, Shape>,
  );
  return Object.entries(settings.shape).map(([name, { description = '' }]) => ({
    name,
    what: description,
    byDefault: String(given?.[name]?.default ?? ''),
    range: rangeOf(read?.[name] ?? {}),
  }));
}

function rangeOf(shape: Shape): string {
  if (shape.enum) return shape.enum.join(', ');
  if (shape.type === 'boolean') return 'true, false';
  if (shape.format === 'uri') return 'an address';
  if (shape.minLength !== undefined) return `${String(shape.minLength)} characters or more`;
  if (shape.minimum !== undefined) return `${String(shape.minimum)} to ${String(shape.maximum)}`;
  if (shape.exclusiveMinimum !== undefined)
    return `above ${String(shape.exclusiveMinimum)}, below ${String(shape.exclusiveMaximum)}`;
  return '';
}

/** Some lines a setting, for a terminal. */
export function describeSettings(): string {
  return described()
    .map(({ name, what, byDefault, range }) => {
      const more = [range, byDefault && `default ${byDefault}`].filter(Boolean).join('; ');
      return `  ${name.padEnd(32)}${what}${more && ` (${more})`}`;
    })
    .join('\n');
}

/** docs/settings.md as it is committed. */
export function settingsPage(): string {
  const rows = described().map(
    ({ name, what, byDefault, range }) =>
      `| \`${name}\` | ${what} | ${byDefault && `\`${byDefault}\``} | ${range} |`,
  );
  return `${[
    '# Settings',
    '',
    '`npm run settings` writes this page from `src/shared/config.ts`; `npm start -- --help` prints the same.',
    '',
    'A setting is an environment variable, or a line `NAME=value` of the file that `SKILLWAKE_CONFIG_FILE` names; the environment wins.',
    'An unknown setting is refused, and all faults are reported at once.',
    '',
    '| setting | what it is | default | what it may be |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n')}\n`;
}
