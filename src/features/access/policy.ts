import type { GraphQLField } from 'graphql';
import { Extensions } from 'type-graphql';
import type { FieldExtensions } from '../../shared/field-extensions';
import { roles, type Role } from './viewer';

export const everyone: readonly Role[] = roles;
/** Individuals, as far as the viewer's rows reach: themselves, their teams' members, everybody. */
export const individuals: readonly Role[] = ['person', 'lead', 'hr', 'admin'];
/** The need 'staffing': fit of people to a stated requirement, and what a group lacks. */
export const staffing: readonly Role[] = ['lead', 'hr', 'admin'];
/** Questions, modules and what they are made of. */
export const content: readonly Role[] = ['author', 'admin'];
/** What content and organisation share: skills. */
export const catalogue: readonly Role[] = ['author', 'hr', 'admin'];
/** People, teams, projects and the evidence of others. */
export const organisation: readonly Role[] = ['hr', 'admin'];
/** Calibrations, and what moves everybody's levels. */
export const installation: readonly Role[] = ['admin'];
/** What people do with content and say of it, together and never one by one: it judges the content. */
export const judging: readonly Role[] = ['lead', 'author', 'hr', 'admin'];
/** What became of relationships: whoever may save one of some kind. */
export const relationships: readonly Role[] = ['lead', 'author', 'hr', 'admin'];

/**
 * States beside a field which roles may select it: a field without this is nobody's. Checked once per operation
 * (app/graphql/check-policy); whose rows a role covers is decided in app/graphql/context and is a parameter of the statements.
 */
export function VisibleTo(visibleTo: readonly Role[]): MethodDecorator & PropertyDecorator {
  return Extensions({ visibleTo } satisfies FieldExtensions);
}

/** The roles that may select a field, as it states them. */
export function rolesOf({ extensions }: GraphQLField<unknown, unknown>): readonly string[] {
  const { visibleTo = [] } = extensions as FieldExtensions;
  return visibleTo === 'everyone' ? everyone : visibleTo;
}
