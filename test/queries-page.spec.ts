import { createClient } from '../seeds/client';
import { simulateOrganisation } from '../seeds/organisation';
import { upload, type Uploaded } from '../seeds/upload';
import { startApp, type TestApp } from './kit/app';
import { documentedOperations, variablesOf } from './kit/documented-operations';
import { uniqueSource } from './kit/graph';

const operations = documentedOperations();

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

it('the page shows fifteen operations', () => {
  expect(operations).toHaveLength(15);
});

/** Whether an answer holds something in each of its lists' places: at least one item of at least one list. */
function holdsItems(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsItems);
}

it.each(operations)('$name answers as the page says', async (documented) => {
  for (const role of documented.roles) {
    const somebody = role === 'person' ? values['person'] : undefined;
    const lead = simulateOrganisation().teams.find(({ id }) => id === 'insights')!.leads[0]!;
    const client = await app.as(role, role === 'lead' ? uploaded.people.get(lead) : somebody);
    const variables = variablesOf(documented, values);
    // A lead answers for their own team's projects.
    if (role === 'lead' && 'project' in variables)
      variables['project'] = uploaded.projects.get('returns-policy');
    const { data, errors } = await client.ask(documented.text, variables);
    expect(errors).toBeUndefined();
    expect(holdsItems(data)).toBe(true);
  }
});
