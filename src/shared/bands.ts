import { z } from 'zod';
import type { FieldSentence } from './items';
import { percent } from './percent';
import { counted } from './words';

/** A named stretch of levels. */
export interface LevelBand {
  readonly name: string;
  /** The lowest level that belongs to it, in [0,1). */
  readonly from: number;
  /** Where the next band begins; 1, included, for the last one. */
  readonly to: number;
}

/** The band of this name; undefined where none has it. */
export function bandNamed(bands: readonly LevelBand[], name: string): LevelBand | undefined {
  return bands.find((band) => band.name === name);
}

/** The band that a level lies in. */
export function bandAt(bands: readonly LevelBand[], level: number): LevelBand | undefined {
  return bands.findLast(({ from }) => from <= level);
}

/** What an item is answered with that names a band which there is not. */
export function bandProblem(bands: readonly LevelBand[]): FieldSentence {
  return `band: must be one of ${bands.map(({ name }) => name).join(', ')}, the bands of this installation`;
}

/** The level that is required by naming a band, which is where it begins; a text where none can be: what is wrong. */
export function levelRequiredBy(bands: readonly LevelBand[], name: string): number | FieldSentence {
  const band = bandNamed(bands, name);
  if (!band) return bandProblem(bands);
  if (band.from > 0) return band.from;
  const higher = bands.filter(({ from }) => from > 0).map(({ name: other }) => other);
  return `band: ${name} begins at level 0, which everybody has, so it would require nothing; give ${higher.length > 0 ? `a higher band (${higher.join(', ')}) or ` : ''}a level above 0`;
}

/** A level as people read it, with the band by whose name it was stated. */
export function levelInWords(level: number, band: string | null): string {
  const share = percent(level);
  return band === null ? share : `${band} (${share})`;
}

/** A level that is required, as sentences name it that hold a probability too: by its band, or as the API has it. */
export function requiredInWords(level: number, band: string | null): string {
  return band ?? `level ${String(Number(level.toPrecision(3)))}`;
}

/** How far a level is below a required one, in the words of bands. */
export function shortfallInBands(bands: readonly LevelBand[], level: number, required: number): string {
  const [at, wanted] = [level, required].map((one) => bands.findLastIndex(({ from }) => from <= one)) as [
    number,
    number,
  ];
  const [own, enough] = [bands[at]?.name ?? '', bands[wanted]?.name ?? ''];
  if (wanted <= at) return `${own}, as is the level required`;
  return `${own}, ${counted(wanted - at, 'band')} below ${enough}`;
}

const expected =
  'must name bands with the level each begins at, rising from 0 and below 1, like novice:0,competent:0.5,expert:0.85';

/** Reads bands as they are configured: name:from, separated by commas. */
export const levelBands = z.string().transform((text, context): readonly LevelBand[] => {
  const parts = text.split(',').map((part) => part.trim().split(':'));
  const named = parts.map(([name = '', from = '', ...rest]) => ({
    name: name.trim(),
    from: rest.length === 0 && from.trim() !== '' ? Number(from) : NaN,
  }));
  const bands = named.map(({ name, from }, place) => ({ name, from, to: named[place + 1]?.from ?? 1 }));
  const fits =
    bands[0]?.from === 0 &&
    bands.every(({ name, from, to }) => name.length > 0 && name.length <= 40 && from < to) &&
    new Set(bands.map(({ name }) => name)).size === bands.length;
  if (fits) return bands;
  context.addIssue({ code: 'custom', message: expected });
  return z.NEVER;
});
