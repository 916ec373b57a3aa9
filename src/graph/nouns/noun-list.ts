import { folded } from '../../shared/folding';
import { externalKey, keyOfGlobalId, tidyKey, type ExternalName, type NodeType } from '../../shared/ids';
import type { ListFilter, ListOrder } from './list';

/** Value of a date that a client gives, as the graph keeps it. */
export const epoch = (date: Date): number => date.getTime();

/** A condition on a moment. */
export function dateFilter(where: string): ListFilter {
  return { where, value: epoch };
}

/** Conditions on when something between two nodes was saved; what was saved before that was noted counts as old. */
export function savedFilter(variable: string): ListFilter {
  return dateFilter(`coalesce(${variable}.updatedAt >= $filter.updatedSince, false)`);
}

/** The condition on how a stretch lies to $now; `shown` are the states that count where the client gives none. */
export function periodFilter(variable: string, ...shown: readonly string[]): ListFilter {
  return stateFilter(
    `CASE WHEN ${variable}.from > $now THEN 'FUTURE' WHEN ${variable}.to <= $now THEN 'PAST' ELSE 'CURRENT' END`,
    ...shown,
  );
}

/** The same where Cypher of its own finds the state. */
export function stateFilter(state: string, ...shown: readonly string[]): ListFilter {
  return {
    where: `${state} IN $filter.states`,
    ...(shown.length > 0 && { otherwise: `${state} IN [${shown.map((one) => `'${one}'`).join(', ')}]` }),
  };
}

/** A condition on a node of the given type, named by its global id; one of another type fits nothing. */
export function idFilter(type: NodeType, where: string): ListFilter {
  return { where, value: (id: string) => keyOfGlobalId(type, id) ?? '' };
}

/** The same for several of them. */
export function idsFilter(type: NodeType, where: string): ListFilter {
  return { where, value: (ids: readonly string[]) => ids.map((id) => keyOfGlobalId(type, id) ?? '') };
}

/**
 * A condition on a bound node of a type of which two can become one: the global id of one that was merged into it names
 * it too.
 */
export function keptFilter(
  type: NodeType,
  filter: string,
  variable: string,
  within = (condition: string) => condition,
): ListFilter {
  const merged = `EXISTS { (${variable})<-[:IDENTIFIES]-(:MergedId {key: $filter.${filter}}) }`;
  return idFilter(type, within(`(${variable}.id = $filter.${filter} OR ${merged})`));
}

/** The same for several of them. */
export function keptFilters(type: NodeType, filter: string, variable: string): ListFilter {
  const merged = `EXISTS { (${variable})<-[:IDENTIFIES]-(merged:MergedId) WHERE merged.key IN $filter.${filter} }`;
  return idsFilter(type, `(${variable}.id IN $filter.${filter} OR ${merged})`);
}

/** The filters that lists of every noun take, read from the node of the type that the variable names. */
export function nounFilters(
  type: NodeType,
  variable: string,
): Record<'externalIds' | 'nameContains' | 'updatedSince' | 'archived', ListFilter> {
  return {
    externalIds: {
      where: `EXISTS { (${variable})<-[:IDENTIFIES]-(called:OutsideId) WHERE called.key IN $filter.externalIds }`,
      value: (given: readonly ExternalName[]) =>
        given.map(({ source, value }) => externalKey(type, tidyKey(source), tidyKey(value))),
    },
    nameContains: {
      where: `${variable}.sortName CONTAINS $filter.nameContains`,
      value: folded,
      scansBecause: 'A part of a name may stand anywhere in it.',
    },
    updatedSince: dateFilter(`${variable}.updatedAt >= $filter.updatedSince`),
    archived: {
      where: `(${variable}.archivedAt IS NOT NULL) = $filter.archived`,
      otherwise: `${variable}.archivedAt IS NULL`,
    },
  };
}

/** The orders that lists of every noun have. */
export function nounOrders(variable: string): Record<'NAME' | 'CREATED_AT' | 'UPDATED_AT', ListOrder> {
  const id = [`${variable}.id`, 'string'] as const;
  return {
    NAME: [[`${variable}.sortName`, 'string'], id],
    CREATED_AT: [[`${variable}.createdAt`, 'number'], id],
    UPDATED_AT: [[`${variable}.updatedAt`, 'number'], id],
  };
}

/** What every noun's own look-up reads besides its own properties. */
export function nounColumns(variable: string): string {
  return `${variable}.id AS key, ${variable}.createdAt AS createdAt, ${variable}.updatedAt AS updatedAt, ${variable}.archivedAt AS archivedAt`;
}

export interface NounRow {
  key: string;
  createdAt: number;
  updatedAt: number;
  archivedAt: number | null;
}

/** The dates of a row as the API shows them. */
export function nounDates({ createdAt, updatedAt, archivedAt }: NounRow): {
  createdAt: Date;
  updatedAt: Date;
  archivedAt: Date | null;
} {
  return {
    createdAt: new Date(createdAt),
    updatedAt: new Date(updatedAt),
    archivedAt: archivedAt === null ? null : new Date(archivedAt),
  };
}
