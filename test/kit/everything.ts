import type {
  AskedQuestionInput,
  ModuleInput,
  QuestionInput,
  SaveCatalogueMutationVariables,
} from '../generated/graphql';
import type { Client } from './client';
import { PARTS, SAVE_CATALOGUE, type PartsOfModule } from './everything-operations';
import { buildOrganisation, claimAll, day, parts, recordAll, uniqueSource, type Reference } from './graph';
import { learnEverything } from './learning-everything';
import { lookAndCount } from './looking';

/** As many as there are of everything where nothing else is asked for: nouns of each kind, and items in each list of a hub. */
export const most = 40;

/** A word in every name that nothing else has. */
export const word = 'quuxwake';

/** What builds on each other stands in layers: top, root, those listed, the hub, those below it, bottom. */
function layersOf(positions: readonly number[], one: (which: number | string) => Reference) {
  const listed = positions.map(one);
  const below = positions.map((position) => one(`below ${String(position)}`));
  const [top, root, hub, bottom] = [one('top'), one('root'), one('hub'), one('bottom')];
  const above = new Map<Reference, Reference[]>([
    [top, []],
    [root, [top]],
    ...listed.map((noun): [Reference, Reference[]] => [noun, [root]]),
    [hub, listed],
    ...below.map((noun): [Reference, Reference[]] => [noun, [hub]]),
    [bottom, below],
  ]);
  return { listed, hub, all: [...listed, ...below, top, root, bottom, hub], above };
}

/**
 * Every place of the schema filled: of each kind so many nouns, first in their lists, each with something in each of its
 * own, and one hub that has so many in each.
 */
export interface Everything {
  /** Global ids by type, in the order of their lists, the hub's last. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
}

export async function buildEverything(admin: Client, size = most): Promise<Everything> {
  const source = uniqueSource();
  const positions = Array.from({ length: size }, (_, position) => position);
  const each = <Item>(make: (position: number) => Item): Item[] => positions.map(make);
  const one = (kind: string, which: number | string): Reference => ({
    source,
    id: `${kind} ${typeof which === 'number' ? String(which).padStart(4, '0') : which}`,
  });
  // Names that come before every other spec's, those of the listed nouns before the others'.
  const titled = (reference: Reference) => `!!! ${reference.id} ${word}`;
  const named = (reference: Reference) => ({ ...reference, name: titled(reference) });
  const emailOf = ({ id }: Reference) => `${id.replaceAll(' ', '.')}@example.org`;
  const next = (position: number, by = 1) => (position + by) % size;
  const some = <Item>(make: (position: number) => Item, position: number) =>
    [0, 1, 2].map((by) => make(next(position, by)));
  const save = async (shape: SaveCatalogueMutationVariables) => {
    const payloads = await admin.get(SAVE_CATALOGUE, shape);
    const errors = Object.values(payloads).flatMap((payload) => payload.errors);
    if (errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '));
    return payloads;
  };
  const idsOf = (nodes: readonly ({ id: string } | null)[]) => nodes.map((node) => node!.id);

  const person = (position: number) => one('person', position);
  const people = [...each(person), one('person', 'hub')];
  const hubPerson = people.at(-1)!;

  const skills = layersOf(positions, (which) => one('skill', which));
  const modules = layersOf(positions, (which) => one('module', which));
  const skillOf = (module: number) => skills.all[module]!;

  const saved = await save({
    people: people.map((reference) => ({ ...named(reference), email: emailOf(reference) })),
    skills: skills.all.map((reference) => ({
      ...named(reference),
      broader: skills.above.get(reference)!,
      prerequisites: skills.above.get(reference)!,
      labels: [{ language: 'de', text: 'Fähigkeit' }],
      synonyms: [{ language: 'en', text: 'ability' }],
    })),
  });
  const personIds = idsOf(saved.savePeople.people);
  const skillIds = idsOf(saved.saveSkills.skills);

  const question = (position: number) => one('question', position);
  const questions = skills.all.map((_, position) => question(position));
  const hubQuestion = one('question', 'hub');
  const saveQuestions = async (items: QuestionInput[]) =>
    idsOf((await save({ questions: items })).saveQuestions.questions);
  const questionIds = await saveQuestions(
    questions.map((reference, position) => ({
      ...reference,
      prompt: titled(reference),
      skills: [skillOf(position), skillOf(next(position)), skills.hub],
      options: ['a', 'b'],
    })),
  );
  for (const version of positions) {
    const last = version === size - 1;
    await saveQuestions([
      {
        ...hubQuestion,
        prompt: `${titled(hubQuestion)} ${last ? 'now' : String(version)}`,
        skills: last ? skills.listed : [skills.hub],
      },
    ]);
  }

  const saveModules = async (items: ModuleInput[]) =>
    idsOf((await save({ modules: items })).saveModules.modules);
  const asking = (title: string, asked: AskedQuestionInput[]) => ({
    title,
    sections: [{ questions: asked }],
  });
  const resources = [{ title: 'More', url: 'https://example.org/more' }];
  const moduleIds = await saveModules(
    modules.all.map((reference, position) => ({
      ...named(reference),
      prerequisites: modules.above.get(reference)!,
      authors: [person(position % size), hubPerson],
      resources,
      pages: [
        asking('One', [{ question: questions[position]! }, { question: hubQuestion }]),
        { title: 'Two' },
      ],
    })),
  );
  for (const revision of positions) {
    // Each revision asks an older version, so that each of them is asked somewhere.
    const old = { question: hubQuestion, version: revision + 1 };
    const everyPage = each((page) =>
      asking(
        String(page),
        page === 0
          ? [{ question: hubQuestion }, ...each((position) => ({ question: questions[position]! })).slice(1)]
          : [{ question: questions[page]! }, { question: hubQuestion }],
      ),
    );
    await saveModules([
      {
        ...modules.hub,
        authors: people.slice(0, size),
        resources,
        pages: revision === size - 1 ? everyPage : [asking(`Revision ${String(revision)}`, [old])],
      },
    ]);
  }

  const team = (position: number) => one('team', position);
  const inner = (position: number) => one('team', `inner ${String(position)}`);
  const innermost = (position: number) => one('team', `innermost ${String(position)}`);
  const [rootTeam, hubTeam] = [one('team', 'root'), one('team', 'hub')];
  const teams = [...each(team), ...each(inner), rootTeam, hubTeam];
  const leadsOf = (position: number) => [person(position % size), hubPerson];
  const project = (position: number) => one('project', position);
  const projects = [
    ...each((position) => ({ ...named(project(position)), responsibleTeam: team(position) })),
    ...each((position) => ({
      ...named(one('project', `inner ${String(position)}`)),
      responsibleTeam: inner(position),
    })),
    ...each((position) => ({
      ...named(one('project', `of hub ${String(position)}`)),
      responsibleTeam: hubTeam,
    })),
    { ...named(one('project', 'hub')), responsibleTeam: rootTeam },
  ];
  const projectReferences = projects.map(({ id }) => ({ source, id }));
  const hubProject = projectReferences.at(-1)!;
  const tasks = [
    ...projectReferences.map((of, position) => ({ ...named(one('task', position)), project: of })),
    ...each((position) => ({ ...named(one('task', `of hub ${String(position)}`)), project: hubProject })),
    { ...named(one('task', 'hub')), project: project(0) },
  ];
  const taskReferences = tasks.map(({ id }) => ({ source, id }));
  const roleTemplates = [...each((position) => one('template', position)), one('template', 'hub')];
  const requiring = (owner: object, of: readonly Reference[]) =>
    of.map((skill, position) => ({ ...owner, skill, level: 0.6 + position / 1_000, headcount: 3 }));
  const organisation = await buildOrganisation(admin, {
    teams: [
      { ...named(rootTeam), leads: people },
      { ...named(hubTeam), leads: people.slice(0, size), broader: rootTeam },
      ...each((position) => ({ ...named(team(position)), leads: leadsOf(position), broader: hubTeam })),
      ...each((position) => ({
        ...named(inner(position)),
        leads: leadsOf(position),
        broader: team(position),
      })),
      ...each((position) => ({ ...named(innermost(position)), broader: inner(position) })),
    ],
    memberships: teams.flatMap((reference, position) =>
      [...(reference === hubTeam ? people.slice(0, size) : some(person, position)), hubPerson].map(
        (member) => ({
          team: reference,
          person: member,
        }),
      ),
    ),
    teaches: [
      ...modules.all.slice(0, -1).map((module, position) => ({ module, skill: skillOf(position), to: 0.5 })),
      ...modules.listed.map((module) => ({ module, skill: skills.hub, to: 0.7 })),
      ...skills.listed.map((skill) => ({ module: modules.hub, skill, to: 0.9 })),
    ],
    enrolments: modules.all.flatMap((module, position) =>
      [...(module === modules.hub ? people.slice(0, size) : [person(position % size)]), hubPerson].map(
        (learner) => ({ module, person: learner }),
      ),
    ),
    projects,
    tasks,
    assignments: projectReferences.flatMap((reference, position) =>
      [...(reference === hubProject ? people.slice(0, size) : some(person, position)), hubPerson].map(
        (assigned) => ({ project: reference, person: assigned, share: 0.1 }),
      ),
    ),
  });
  const others = await save({
    availability: people.flatMap((reference) =>
      (reference === hubPerson ? positions : [0]).map((start) => ({
        person: reference,
        from: day(start),
        share: 0.5,
      })),
    ),
    roleTemplates: roleTemplates.map((reference) => named(reference)),
    tasks: tasks.slice(0, size).concat(tasks.slice(-1)),
    requirements: [
      ...projectReferences.flatMap((owner, position) =>
        requiring(
          { project: owner },
          owner === hubProject
            ? [skills.hub, ...skills.listed.slice(1)]
            : [skills.hub, skillOf(position % size)],
        ),
      ),
      ...taskReferences.flatMap((owner, position) =>
        requiring({ task: owner }, owner.id === 'task hub' ? skills.listed : [skillOf(next(position))]),
      ),
      ...roleTemplates.flatMap((owner, position) =>
        requiring(
          { roleTemplate: owner },
          position === size ? skills.listed : [skillOf(position), skillOf(next(position))],
        ),
      ),
    ],
  });
  const answers = people.flatMap((reference, position) =>
    // The hub's question assesses every listed skill by now, so that everybody is known in all of them.
    [...(reference === hubPerson ? questions : some(question, position)), hubQuestion, questions.at(-1)!].map(
      (asked, number) => ({
        source,
        id: `${reference.id} ${String(number)}`,
        person: reference,
        question: asked,
        score: ((position + number) % 3) / 2,
        at: day(number / 10),
      }),
    ),
  );
  for (const part of parts(answers)) await recordAll(admin, part);
  const claims = people.flatMap((reference) =>
    (reference === hubPerson ? skills.listed : skills.listed.slice(0, 3)).map((skill, number) => ({
      source,
      id: `${reference.id} ${String(number)}`,
      ...{
        person: reference,
        skill,
        kind: 'PEER',
        by: reference === hubPerson ? person(number) : hubPerson,
        level: 0.7,
      },
      at: day(number),
    })),
  );
  await claimAll(admin, claims);
  await lookAndCount(personIds, skillIds[0]!);
  await learnEverything(admin, people, modules.all, questions);
  const listed = (ids: readonly string[], hub: string) => [...ids.slice(0, size), hub];
  const { nodes } = await admin.get(PARTS, { ids: listed(moduleIds, moduleIds.at(-1)!) });
  const currents = nodes.map((node) => (node as { current: PartsOfModule }).current);
  const [hubQuestionId] = await saveQuestions([hubQuestion]);
  return {
    ids: {
      Person: personIds,
      Skill: listed(skillIds, skillIds.at(-1)!),
      Question: listed(questionIds, hubQuestionId!),
      Module: listed(moduleIds, moduleIds.at(-1)!),
      Revision: currents.map(({ id }) => id),
      Page: currents.map(({ pages }) => pages.nodes[0]!.id),
      QuestionVersion: currents.map(({ pages }) => pages.nodes[0]!.questions.nodes[0]!.version.id),
      Team: [...organisation.teams.slice(2, 2 + size), organisation.teams[1]!],
      Project: [...organisation.projects.slice(0, size), organisation.projects.at(-1)!],
      Task: idsOf(others.saveTasks.tasks),
      RoleTemplate: idsOf(others.saveRoleTemplates.roleTemplates),
    },
  };
}
