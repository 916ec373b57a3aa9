import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse, type OperationDefinitionNode } from 'graphql';
import { createClient } from '../seeds/client';
import { simulateOrganisation } from '../seeds/organisation';
import { upload, type Uploaded } from '../seeds/upload';
import type { Role } from '../src/features/access/viewer';
import { startApp, type TestApp } from './kit/app';
import { uniqueSource } from './kit/graph';

const page = readFileSync(resolve(__dirname, '../docs/queries.md'), 'utf8');

/** Every operation of the page, with the roles that its heading names. */
const operations = page
  .split(/^## /m)
  .slice(1)
  .flatMap((section) => {
    const roles = /\(([a-z, ]+)\)/.exec(section.split('\n')[0]!)![1]!.split(', ') as Role[];
    return [...section.matchAll(/```graphql\n([^]*?)```/g)].map(([, text]) => {
      const operation = parse(text!).definitions[0] as OperationDefinitionNode;
      return { name: operation.name!.value, text: text!, roles, operation };
    });
  });

let app: TestApp;
let uploaded: Uploaded;
let source: string;
let values: Record<string, string>;

beforeAll(async () => {
  app = await startApp();
  const admin = await app.as('admin');
  source = uniqueSource();
  uploaded = await upload(
    createClient({ url: app.url, token: admin.token }),
    { ...simulateOrganisation(), source },
    () => undefined,
  );
  expect(uploaded.failures).toEqual([]);
  const organisation = simulateOrganisation();
  const { data } = await admin.ask<
    { skills: { nodes: { id: string; externalIds: { source: string; value: string }[] }[] } },
    object
  >(
    'query { skills(first: 200, filterBy: { nameContains: "SQL queries" }) { nodes { id externalIds { source value } } } }',
  );
  const learner = organisation.enrolments[0]!.person;
  values = {
    text: 'sql',
    skill: data!.skills.nodes.find(({ externalIds }) => externalIds.some((one) => one.source === source))!.id,
    project: uploaded.projects.get('late-deliveries')!,
    team: uploaded.teams.get('insights')!,
    person: uploaded.people.get(learner)!,
    since: '2026-01-01T00:00:00Z',
  };
}, 300_000);
afterAll(() => app.close());

it('the page shows fourteen operations', () => {
  expect(operations).toHaveLength(14);
});

/** Whether an answer holds something in each of its lists' places: at least one item of at least one list. */
function holdsItems(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsItems);
}

it.each(operations)('$name answers as the page says', async ({ text, roles, operation }) => {
  for (const role of roles) {
    const somebody = role === 'person' ? values['person'] : undefined;
    const lead = simulateOrganisation().teams.find(({ id }) => id === 'insights')!.leads[0]!;
    const client = await app.as(role, role === 'lead' ? uploaded.people.get(lead) : somebody);
    const variables = Object.fromEntries(
      (operation.variableDefinitions ?? []).map(({ variable: { name } }) => [name.value, values[name.value]]),
    );
    // A lead answers for their own team's projects.
    if (role === 'lead' && 'project' in variables)
      variables['project'] = uploaded.projects.get('returns-policy');
    const { data, errors } = await client.ask(text, variables);
    expect(errors).toBeUndefined();
    expect(holdsItems(data)).toBe(true);
  }
});
