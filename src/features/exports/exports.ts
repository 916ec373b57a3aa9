import { changesExport } from './changes.export';
import type { Export } from './export.type';
import { gapsExport } from './gaps.export';
import { matrixExport } from './matrix.export';
import { peopleExport } from './people.export';
import { supplyExport } from './supply.export';

/** Every export there is. */
export const exported: readonly Export[] = [
  peopleExport,
  matrixExport,
  gapsExport,
  supplyExport,
  changesExport,
];

export function exportNamed(name: string): Export | undefined {
  return exported.find((one) => one.name === name);
}
