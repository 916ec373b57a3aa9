/**
 * What a change is of, and so whose internal ids it names: of people whose states of mastery, whose own fields, or whose
 * memberships, assignments or availability changed; of projects, tasks and role templates whose own fields, requirements or
 * responsible team did; of teams whose own fields or broader team did; of skills, questions and modules; of both ends of a
 * merge; the numbers of calibrations that came into force.
 */
export const changeKinds = [
  'states',
  'people',
  'memberships',
  'assignments',
  'availability',
  'requirements',
  'teams',
  'catalogue',
  'merges',
  'calibrations',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** The ids that changed, by kind. */
export type ChangedIds = Readonly<Partial<Record<ChangeKind, readonly string[]>>>;

/** One change: what a transaction, or a part of a large one, says that it changed. */
export interface Change {
  readonly lane: string;
  /** Counted within its lane, in the order of commits, from 1 on without a gap. */
  readonly number: number;
  /** When it was written, by the database's clock, epoch milliseconds: shortly before it was committed. */
  readonly at: number;
  readonly changed: ChangedIds;
}
