import { Extensions } from 'type-graphql';

/**
 * As many values that are read as take as long: measured on the demonstration (graphql-js, 50 µs a value). Where arguments make
 * the work it is a function of those that the operation gives, not yet checked.
 */
export type Cost = number | ((given: Readonly<Record<string, unknown>>) => number);

/** How many there are of something in the graph; each noun is counted by its type's name. */
export interface Amounts {
  readonly Person: number;
  readonly Team: number;
  readonly Skill: number;
  readonly Question: number;
  readonly Module: number;
  readonly Project: number;
  readonly RoleTemplate: number;
  readonly requirements: number;
  /** Of the one that has the most, its tasks' included. */
  readonly requirementsOfProject: number;
  /** The most of the projects that one team, with the teams within it, is responsible for. */
  readonly requirementsOfTeam: number;
  /** Of the role template that has the most. */
  readonly requirementsOfRole: number;
  /** On average: what one person's evidence holds in memory is weighed when it is read. */
  readonly evidenceOfPerson: number;
}

/** What a field states beside itself; the schema carries it in the field's extensions. */
export interface FieldExtensions {
  /** The roles that may select it; `shared` knows no roles and says everyone. */
  readonly visibleTo?: readonly string[] | 'everyone';
  readonly cost?: Cost;
  /** Of what there are no more in the lists right below it, where their type does not say. */
  readonly holds?: keyof Amounts;
  /** How long the list is at most that it is itself. */
  readonly longest?: number;
  /** Of what it has one item each, so that it is no longer than there are of that. */
  readonly oneForEach?: keyof Amounts;
  /** Whether a mutation is given its items as graphql-js read them: shared/items-argument. */
  readonly itemsAsGiven?: boolean;
}

/** What one value of a field costs, on whatever has a resolver of its own; a field that is only read costs 1. */
export function Costs(cost: Cost): MethodDecorator {
  return Extensions({ cost } satisfies FieldExtensions);
}

/** Fields that say nothing by themselves: they are as open as the field that leads to them. */
export function VisibleToEveryone(): MethodDecorator & PropertyDecorator {
  return Extensions({ visibleTo: 'everyone' } satisfies FieldExtensions);
}

/** Of what the lists right below a field hold no more than there are: a page may be shorter, and a list has no other length. */
export function Holds(amount: keyof Amounts): MethodDecorator {
  return Extensions({ holds: amount } satisfies FieldExtensions);
}

/** How many items a list has at most that takes no length; no more than there are of what it has one item each. */
export function HoldsAtMost(longest: number, oneForEach?: keyof Amounts): MethodDecorator {
  return Extensions({ longest, ...(oneForEach && { oneForEach }) } satisfies FieldExtensions);
}
