import { Field, GraphQLISODateTime, InputType, registerEnumType } from 'type-graphql';
import { invalid, type Rejection } from './items';

/** Stored where a period has no beginning, so that a relationship can always be identified by when it begins: 0001-01-01. */
export const sinceEver = -62_135_596_800_000;

/** A stored beginning or end as the API shows it. */
export function dateOf(time: number | null | undefined): Date | null {
  return time == null || time === sinceEver ? null : new Date(time);
}

/** Whether something has ended at a moment, epoch milliseconds; what has no end never has. */
export function hasEndedBy({ to }: { readonly to: number | null }, at: number): boolean {
  return to !== null && to <= at;
}

/** Whether a stretch of time has begun at a moment and not ended. */
export function lastsAt(stretch: { readonly from: number; readonly to: number | null }, at: number): boolean {
  return stretch.from <= at && !hasEndedBy(stretch, at);
}

/** Why a period is refused: its end must lie after its beginning, where both are known (null where not). */
export function periodFault(from: number | null, to: number | null): Rejection | undefined {
  return from !== null && to !== null && to <= from ? invalid('to: must lie after from') : undefined;
}

export enum PeriodState {
  PAST = 'PAST',
  CURRENT = 'CURRENT',
  FUTURE = 'FUTURE',
}
registerEnumType(PeriodState, {
  name: 'PeriodState',
  description: 'Whether a period lies in the past, the present or the future of the request.',
  valuesConfig: {
    PAST: { description: 'It has ended.' },
    CURRENT: { description: 'It has begun and not ended.' },
    FUTURE: { description: 'It has not begun.' },
  },
});

@InputType({ description: 'Conditions on stretches of time.' })
export abstract class PeriodFilter {
  @Field(() => [PeriodState], {
    nullable: true,
    description:
      'Only periods in one of these states; the description of the list says what it shows where this is left out.',
  })
  states?: PeriodState[] | null;
  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description:
      'Only what was saved or changed at this moment or later, whenever it begins or ends. What has ended since is found where `states` includes PAST.',
  })
  updatedSince?: Date | null;
}
