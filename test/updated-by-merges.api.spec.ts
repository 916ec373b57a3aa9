import { setTimeout } from 'node:timers/promises';
import { startApp, type TestApp } from './kit/app';
import { openEmptiedDatabase, type EmptiedDatabase } from './kit/worker-database';
import type { Client } from './kit/client';
import { uniqueSource } from './kit/graph';
import { askFor } from './kit/nouns';

/** Its own: merging skills ends with another calibration in force, which other specs are not made for. */
let own: EmptiedDatabase;
let app: TestApp;
let admin: Client;
beforeAll(async () => {
  own = await openEmptiedDatabase();
  app = await startApp({}, own.address);
  admin = await app.as('admin');
});
afterAll(async () => {
  await app.close();
  await own.close();
});

interface Page<Node> {
  readonly nodes: readonly Node[];
}
interface Named {
  readonly name: string;
}

/** A moment after everything so far. */
async function moment(): Promise<string> {
  await setTimeout(5);
  return new Date().toISOString();
}

it('finds what merged skills brought or joined in what is taught and required, and nothing else', async () => {
  const source = uniqueSource();
  const ref = (id: string) => ({ source, id });
  const named = (...ids: string[]) => ids.map((id) => ({ ...ref(id), name: id }));
  const teaches = (module: string, skill: string, from: number | null, to: number) => ({
    ...{ module: ref(module), skill: ref(skill), from, to },
  });
  const requires = (owner: object, skill: string, level: number, importance: number) => ({
    ...owner,
    ...{ skill: ref(skill), level, importance },
  });
  const [project, roleTemplate] = [{ project: ref('project') }, { roleTemplate: ref('template') }];
  await askFor(
    admin,
    `mutation ($skills: [SkillInput!]!, $modules: [ModuleInput!]!, $projects: [ProjectInput!]!, $templates: [RoleTemplateInput!]!, $teachings: [TeachingInput!]!, $requirements: [RequirementInput!]!) {
      saveSkills(items: $skills) { errors { message } } saveModules(items: $modules) { errors { message } }
      saveProjects(items: $projects) { errors { message } } saveRoleTemplates(items: $templates) { errors { message } }
      saveTeachings(items: $teachings) { errors { message } } saveRequirements(items: $requirements) { errors { message } } }`,
    {
      skills: named('keep', 'merge'),
      modules: named('brought', 'widened', 'joined', 'kept'),
      projects: named('project'),
      templates: named('template', 'other'),
      teachings: [
        teaches('brought', 'merge', null, 0.5),
        teaches('widened', 'keep', 0.3, 0.5),
        teaches('widened', 'merge', 0.2, 0.5),
        teaches('joined', 'keep', null, 0.9),
        teaches('joined', 'merge', null, 0.5),
        teaches('kept', 'keep', null, 0.5),
      ],
      requirements: [
        requires(project, 'merge', 0.4, 1),
        requires(project, 'keep', 0.5, 1),
        requires(project, 'merge', 0.5, 2),
        requires(project, 'keep', 0.6, 2),
        requires(project, 'merge', 0.6, 1),
        requires(roleTemplate, 'keep', 0.5, 2),
        requires(roleTemplate, 'merge', 0.5, 1),
      ],
    },
  );
  const updatedSince = await moment();
  const { mergeSkills } = await askFor<{ mergeSkills: unknown }>(
    admin,
    `mutation ($items: [SkillMergeInput!]!) { mergeSkills(items: $items, waitSeconds: 30) { run { state } errors { message } } }`,
    { items: [{ keep: ref('keep'), merge: ref('merge') }] },
  );
  expect(mergeSkills).toEqual({ run: { state: 'DONE' }, errors: [] });
  const found = await askFor<{
    skills: Page<{ taughtBy: Page<{ module: Named }> }>;
    projects: Page<{ requirements: Page<{ level: number }> }>;
    modules: Page<Named>;
    roleTemplates: Page<Named & { requirements: Page<unknown> }>;
  }>(
    admin,
    `query ($skill: [ExternalIdInput!]!, $project: [ExternalIdInput!]!, $modules: [ExternalIdInput!]!, $templates: [ExternalIdInput!]!, $updatedSince: DateTimeISO) {
      skills(filterBy: { externalIds: $skill }) { nodes {
        taughtBy(filterBy: { updatedSince: $updatedSince }) { nodes { module { name } } } } }
      projects(filterBy: { externalIds: $project }) { nodes {
        requirements(filterBy: { updatedSince: $updatedSince }, orderBy: { field: LEVEL, direction: ASC }) { nodes { level } } } }
      modules(filterBy: { externalIds: $modules, updatedSince: $updatedSince }) { nodes { name } }
      roleTemplates(filterBy: { externalIds: $templates, updatedSince: $updatedSince }) { nodes {
        name requirements(filterBy: { updatedSince: $updatedSince }) { nodes { level } } } }
    }`,
    {
      ...{ updatedSince, skill: [{ source, value: 'keep' }], project: [{ source, value: 'project' }] },
      modules: ['brought', 'widened', 'joined', 'kept'].map((value) => ({ source, value })),
      templates: ['template', 'other'].map((value) => ({ source, value })),
    },
  );
  const names = (page: Page<Named>) => page.nodes.map(({ name }) => name);
  expect(found.skills.nodes[0]!.taughtBy.nodes.map(({ module }) => module.name)).toEqual([
    'brought',
    'widened',
  ]);
  expect(found.projects.nodes[0]!.requirements.nodes.map(({ level }) => level)).toEqual([0.4, 0.5]);
  // What is taught or required no more says so by what taught or required it.
  expect(names(found.modules)).toEqual(['brought', 'joined', 'widened']);
  expect(names(found.roleTemplates)).toEqual(['template']);
  expect(found.roleTemplates.nodes[0]!.requirements.nodes).toEqual([]);
});

it('finds the stretches that a merged person brought, in the lists of both sides', async () => {
  const source = uniqueSource();
  const ref = (id: string) => ({ source, id });
  const named = (...ids: string[]) => ids.map((id) => ({ ...ref(id), name: id }));
  await askFor(
    admin,
    `mutation ($people: [PersonInput!]!, $teams: [TeamInput!]!, $memberships: [MembershipInput!]!, $availability: [AvailabilityInput!]!) {
      savePeople(items: $people) { errors { message } } saveTeams(items: $teams) { errors { message } }
      saveMemberships(items: $memberships) { errors { message } } saveAvailability(items: $availability) { errors { message } } }`,
    {
      people: named('keep', 'merge'),
      teams: named('team', 'both'),
      memberships: [
        { person: ref('merge'), team: ref('team') },
        ...['keep', 'merge'].map((person) => ({ person: ref(person), team: ref('both') })),
      ],
      availability: [{ person: ref('merge'), share: 0.5 }],
    },
  );
  const updatedSince = await moment();
  await askFor(
    admin,
    'mutation ($items: [PersonMergeInput!]!) { mergePeople(items: $items) { errors { message } } }',
    {
      items: [{ keep: ref('keep'), merge: ref('merge') }],
    },
  );
  const found = await askFor<{
    teams: Page<Named & { members: Page<unknown> }>;
    people: Page<{ availability: Page<unknown> }>;
  }>(
    admin,
    `query ($teams: [ExternalIdInput!]!, $people: [ExternalIdInput!]!, $updatedSince: DateTimeISO) {
      teams(filterBy: { externalIds: $teams }) { nodes { name members(filterBy: { updatedSince: $updatedSince }) { nodes { person { name } } } } }
      people(filterBy: { externalIds: $people }) { nodes { availability(filterBy: { updatedSince: $updatedSince }) { nodes { share } } } } }`,
    {
      updatedSince,
      teams: ['team', 'both'].map((value) => ({ source, value })),
      people: [{ source, value: 'keep' }],
    },
  );
  expect(found.teams.nodes).toEqual([
    { name: 'both', members: { nodes: [] } },
    { name: 'team', members: { nodes: [{ person: { name: 'keep' } }] } },
  ]);
  expect(found.people.nodes[0]!.availability.nodes).toEqual([{ share: 0.5 }]);
});
