import { batchesOf, type Client } from './client';
import type { Dataset } from './dataset';
import { difficultiesOf } from './difficulties';

export type Progress = (line: string) => void;

/** What became of a dataset: global ids by outside id, and how much was new. */
export interface Uploaded {
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
  readonly questions: number;
  readonly answersRecorded: number;
  readonly answersThereAlready: number;
  /** What the API did not take, each with its reason. */
  readonly failures: readonly string[];
}

interface Payload {
  readonly nodes?: readonly ({ readonly id: string } | null)[];
  readonly recorded?: number;
  readonly duplicates?: number;
  readonly errors: readonly { readonly index: number; readonly message: string }[];
}

/**
 * Saves a dataset through the API. Every mutation may be sent again, so a second run changes nothing; difficulties go
 * before the answers that are read with them.
 */
export async function upload(client: Client, dataset: Dataset, progress: Progress): Promise<Uploaded> {
  const { source } = dataset;
  const failures: string[] = [];
  const ref = (id: string) => ({ source, id });
  const counts = { recorded: 0, duplicates: 0 };

  /** Sends items in batches; gives the global ids of what was saved, by outside id. */
  const send = async (
    mutation: string,
    input: string,
    selection: string,
    items: readonly (object & { readonly id?: unknown })[],
  ): Promise<Map<string, string>> => {
    const ids = new Map<string, string>();
    const operation = `mutation Seed($items: [${input}!]!) { payload: ${mutation}(items: $items) { ${selection} errors { index message } } }`;
    const what = mutation.replace(/^(save|record)/u, '');
    let sent = 0;
    for (const batch of batchesOf(items)) {
      const { payload } = await client.ask<{ payload: Payload }>(operation, { items: batch });
      for (const { index, message } of payload.errors) {
        failures.push(`${what}, ${JSON.stringify(batch[index])}: ${message}`);
      }
      payload.nodes?.forEach((node, index) => {
        const id = batch[index]?.id;
        if (node && typeof id === 'string') ids.set(id, node.id);
      });
      counts.recorded += payload.recorded ?? 0;
      counts.duplicates += payload.duplicates ?? 0;
      sent += batch.length;
      progress(`${what}: ${String(sent)} of ${String(items.length)} sent.`);
    }
    return ids;
  };

  await send(
    'saveSkills',
    'SkillInput',
    'nodes: skills { id }',
    dataset.skills.map(({ broader, ...skill }) => ({ source, ...skill, broader: broader.map(ref) })),
  );
  const people = await send(
    'savePeople',
    'PersonInput',
    'nodes: people { id }',
    dataset.people.map((person) => ({ source, ...person })),
  );
  const teams = await send(
    'saveTeams',
    'TeamInput',
    'nodes: teams { id }',
    dataset.teams.map(({ id, name, leads }) => ({ source, id, name, leads: leads.map(ref) })),
  );
  await send(
    'saveMemberships',
    'MembershipInput',
    '',
    dataset.teams.flatMap(({ id, members }) =>
      members.map((person) => ({ person: ref(person), team: ref(id) })),
    ),
  );
  const questions = await send(
    'saveQuestions',
    'QuestionInput',
    'nodes: questions { id }',
    dataset.questions.map(({ id, prompt, answerKey, skills }) => ({
      source,
      id,
      prompt,
      answerKey,
      skills: skills.map(ref),
    })),
  );
  const difficulties = difficultiesOf(dataset);
  await send('saveDifficulties', 'DifficultyInput', '', [
    ...[...difficulties.questions].map(([id, difficulty]) => ({ question: ref(id), difficulty })),
    ...[...difficulties.skills].map(([id, difficulty]) => ({ skill: ref(id), difficulty })),
  ]);
  const projects = await saveProjects(dataset, send);
  await saveLearning(dataset, send);
  await send(
    'recordAnswers',
    'AnswerInput',
    'recorded duplicates',
    dataset.answers.map(({ person, question, ...answer }) => ({
      source,
      ...answer,
      person: ref(person),
      question: ref(question),
    })),
  );
  return {
    people,
    teams,
    projects,
    questions: questions.size,
    answersRecorded: counts.recorded,
    answersThereAlready: counts.duplicates,
    failures,
  };
}

type Send = (
  mutation: string,
  input: string,
  selection: string,
  items: readonly object[],
) => Promise<Map<string, string>>;

async function saveLearning(
  { source, modules, enrolments, availability, roles }: Dataset,
  send: Send,
): Promise<void> {
  const ref = (id: string) => ({ source, id });
  await send(
    'saveModules',
    'ModuleInput',
    '',
    modules.map(({ teaches: _, prerequisites, ...module }) => ({
      source,
      ...module,
      prerequisites: prerequisites.map(ref),
    })),
  );
  await send(
    'saveTeaches',
    'TeachingInput',
    '',
    modules.flatMap(({ id, teaches }) =>
      teaches.map(({ skill, ...levels }) => ({ module: ref(id), skill: ref(skill), ...levels })),
    ),
  );
  await send(
    'saveEnrolments',
    'EnrolmentInput',
    '',
    enrolments.map(({ person, module, ...dates }) => ({
      person: ref(person),
      module: ref(module),
      ...dates,
    })),
  );
  await send(
    'saveAvailability',
    'AvailabilityInput',
    '',
    availability.map(({ person, share }) => ({ person: ref(person), share })),
  );
  await send(
    'saveRoleTemplates',
    'RoleTemplateInput',
    '',
    roles.map(({ requirements: _, ...role }) => ({ source, ...role })),
  );
  await send(
    'saveRequirements',
    'RequirementInput',
    '',
    roles.flatMap(({ id, requirements }) =>
      requirements.map(({ skill, ...needed }) => ({ roleTemplate: ref(id), skill: ref(skill), ...needed })),
    ),
  );
}

async function saveProjects({ source, projects }: Dataset, send: Send): Promise<Map<string, string>> {
  const ref = (id: string) => ({ source, id });
  const ids = await send(
    'saveProjects',
    'ProjectInput',
    'nodes: projects { id }',
    projects.map(({ id, name, description, team }) => ({
      source,
      id,
      name,
      description,
      responsibleTeam: ref(team),
    })),
  );
  await send(
    'saveTasks',
    'TaskInput',
    '',
    projects.flatMap(({ id, tasks }) => tasks.map((task) => ({ source, ...task, project: ref(id) }))),
  );
  await send(
    'saveRequirements',
    'RequirementInput',
    '',
    projects.flatMap(({ id, requirements }) =>
      requirements.map(({ task, skill, ...needed }) => ({
        ...needed,
        skill: ref(skill),
        ...(task === undefined ? { project: ref(id) } : { task: ref(task) }),
      })),
    ),
  );
  await send(
    'saveAssignments',
    'AssignmentInput',
    '',
    projects.flatMap(({ id, people }) =>
      people.map((person) => ({ project: ref(id), person: ref(person.id), share: person.share })),
    ),
  );
  return ids;
}
