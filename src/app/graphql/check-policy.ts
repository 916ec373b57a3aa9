import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import {
  getNamedType,
  GraphQLError,
  isIntrospectionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import type { RequestContext } from '../../features/request/context';
import { rolesOf } from '../../features/access/policy';
import type { Role } from '../../features/access/viewer';

/** Fields of an operation that the role may not select; a field that states no roles is nobody's. */
export function deniedFields(schema: GraphQLSchema, document: DocumentNode, role: Role): string[] {
  const denied = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field() {
        const parent = types.getParentType();
        const field = types.getFieldDef();
        if (!parent || !field || field.name.startsWith('__') || isIntrospectionType(getNamedType(parent)))
          return;
        if (!rolesOf(field).includes(role)) denied.add(`${parent.name}.${field.name}`);
      },
    }),
  );
  return [...denied].sort();
}

/**
 * Holds every operation to the policy before it runs: once for the whole of it, not field by field as it executes; and
 * once for each role, as long as the server keeps the parsed document.
 */
export function checkPolicy(): ApolloServerPlugin<RequestContext> {
  const known = new WeakMap<DocumentNode, Map<Role, readonly string[]>>();

  function deniedTo(schema: GraphQLSchema, document: DocumentNode, role: Role): readonly string[] {
    const byRole = known.get(document) ?? new Map<Role, readonly string[]>();
    known.set(document, byRole);
    const denied = byRole.get(role) ?? deniedFields(schema, document, role);
    byRole.set(role, denied);
    return denied;
  }

  const listener: GraphQLRequestListener<RequestContext> = {
    didResolveOperation({ schema, document, contextValue: { viewer } }) {
      const denied = deniedTo(schema, document, viewer.role);
      if (denied.length > 0) {
        throw new GraphQLError(`The role ${viewer.role} may not select ${denied.join(', ')}.`, {
          extensions: { code: 'FORBIDDEN', fields: denied, http: { status: 403 } },
        });
      }
      return Promise.resolve();
    },
  };
  return { requestDidStart: () => Promise.resolve(listener) };
}
