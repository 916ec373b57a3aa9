import { readSeed as readEsco } from './esco';
import type { Seed } from './items';
import { readSeed as readMathe } from './mathe';
import { readSeed as readOnet } from './onet';
import { readSeed as readProbabilityCourse } from './probability-course';
import { readSeed as readSpatialRotation } from './spatial-rotation';

/** What the user states of a seed, beside its folder. */
export interface SeedOptions {
  readonly essential?: string | undefined;
  readonly optional?: string | undefined;
  readonly levels?: string | undefined;
}

interface NamedSeed {
  /** The options that it takes. */
  readonly takes: readonly (keyof SeedOptions)[];
  readonly read: (directory: string, given: SeedOptions) => Promise<Seed>;
}

/** The data that `npm run seed` loads, by name. */
export const seeds: Readonly<Record<string, NamedSeed>> = {
  'probability-course': { takes: [], read: (directory) => readProbabilityCourse(directory) },
  mathe: { takes: [], read: (directory) => readMathe(directory) },
  'spatial-rotation': { takes: [], read: (directory) => readSpatialRotation(directory) },
  esco: {
    takes: ['essential', 'optional'],
    read: (directory, { essential, optional }) => readEsco(directory, { essential, optional }),
  },
  onet: { takes: ['levels'], read: (directory, { levels }) => readOnet(directory, levels) },
};
