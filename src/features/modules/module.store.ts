import { identityOf } from '../../graph/nouns/identity';
import { nounColumns, nounDates, type NounRow } from '../../graph/nouns/noun-list';
import { acyclicRelationOf, relationOf } from '../../graph/nouns/relation';
import { statement, type Queries } from '../../graph/driver/statement';
import { globalId } from '../../shared/ids';
import type { Module } from './module.type';

export const moduleIdentity = identityOf('Module');
export const authorsOfModules = relationOf('Module', 'AUTHORED', 'Person', 'in');
export const prerequisitesOfModules = acyclicRelationOf('Module', 'PREREQUISITE');

/** What is read of a module wherever it is named. */
export interface ModuleNameRow {
  key: string;
  name: string;
}

export interface ModuleRow extends ModuleNameRow, NounRow {
  description: string | null;
  expectedMinutes: number | null;
}

export const moduleColumns = `${nounColumns('module')}, module.name AS name, module.description AS description,
          module.expectedMinutes AS expectedMinutes`;

/** A module by name only: what else the API shows of it, it looks up by itself. */
export function namedModule({ key, name }: ModuleNameRow): Module {
  return { key, id: globalId('Module', key), name };
}

export function moduleOf(row: ModuleRow): Module {
  const { description, expectedMinutes } = row;
  return { ...namedModule(row), ...nounDates(row), description, expectedMinutes };
}

const MODULES_BY_KEY = statement<ModuleRow>(
  'modules.byKey',
  `UNWIND $keys AS key
   MATCH (module:Module {id: key})
   RETURN ${moduleColumns}`,
);

export function modulesByKey(queries: Queries, keys: readonly string[]): Promise<ModuleRow[]> {
  return queries.query(MODULES_BY_KEY, { keys });
}
