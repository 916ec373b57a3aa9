import type { GraphQLSchema } from 'graphql';
import { rolesOf } from '../../features/access/policy';
import { roles } from '../../features/access/viewer';

const head = `| operation | ${roles.join(' | ')} |\n|---${'|---'.repeat(roles.length)}|\n`;

/** Which role may ask what, as docs/clients.md shows it: queries first, then mutations, by name. */
function operationsTable(schema: GraphQLSchema): string {
  const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.values(type?.getFields() ?? {}).sort((one, other) => one.name.localeCompare(other.name, 'en')),
  );
  const rows = operations.map((field) => {
    const open = rolesOf(field);
    const cells = roles.map((role) => (open.includes(role) ? ' yes |' : ' |'));
    return `| \`${field.name}\` |${cells.join('')}\n`;
  });
  return head + rows.join('');
}

/** The page with the table as the policy is now, in place of the one that it has. */
export function withOperations(page: string, schema: GraphQLSchema): string {
  const begins = page.indexOf(head);
  if (begins < 0) throw new Error(`The page has no table that begins with ${head}`);
  const rest = page.slice(begins);
  return page.slice(0, begins) + operationsTable(schema) + rest.slice(rest.indexOf('\n\n') + 1);
}
