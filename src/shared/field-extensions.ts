import { Extensions } from 'type-graphql';

/**
 * As many values that are read as take as long: measured on the demonstration (graphql-js, 50 µs a value). Where arguments make
 * the work it is a function of those that the operation gives, not yet checked.
 */
export type Cost = number | ((given: Readonly<Record<string, unknown>>) => number);

/** What a field states beside itself; the schema carries it in the field's extensions. */
export interface FieldExtensions {
  /** The roles that may select it; `shared` knows no roles and says everyone. */
  readonly visibleTo?: readonly string[] | 'everyone';
  readonly cost?: Cost;
}

/** What one value of a field costs, on whatever has a resolver of its own; a field that is only read costs 1. */
export function Costs(cost: Cost): MethodDecorator {
  return Extensions({ cost } satisfies FieldExtensions);
}

/** Fields that say nothing by themselves: they are as open as the field that leads to them. */
export function VisibleToEveryone(): MethodDecorator & PropertyDecorator {
  return Extensions({ visibleTo: 'everyone' } satisfies FieldExtensions);
}
