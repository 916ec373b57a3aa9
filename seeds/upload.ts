import { batchesOf, type Client } from './client';
import type { Dataset } from './dataset';
import { itemsOf, type SeedItem } from './items';

export type Progress = (line: string) => void;

/** The result of loading a dataset: global ids by external id, and how much was new. */
export interface Uploaded {
  readonly people: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly projects: ReadonlyMap<string, string>;
  readonly modules: ReadonlyMap<string, string>;
  readonly questions: number;
  readonly answersRecorded: number;
  readonly answersThereAlready: number;
  /** What the API rejected, each with its reason. */
  readonly failures: readonly string[];
}

/** The mutation that takes items of a kind, their input type, and what is asked of its payload. */
const mutations: Readonly<Record<string, readonly [name: string, input: string, selection: string]>> = {
  skills: ['saveSkills', 'SkillInput', ''],
  people: ['savePeople', 'PersonInput', 'nodes: people { id }'],
  teams: ['saveTeams', 'TeamInput', 'nodes: teams { id }'],
  memberships: ['saveMemberships', 'MembershipInput', ''],
  questions: ['saveQuestions', 'QuestionInput', 'nodes: questions { id }'],
  difficulties: ['saveDifficulties', 'DifficultyInput', ''],
  projects: ['saveProjects', 'ProjectInput', 'nodes: projects { id }'],
  tasks: ['saveTasks', 'TaskInput', ''],
  requirements: ['saveRequirements', 'RequirementInput', ''],
  assignments: ['saveAssignments', 'AssignmentInput', ''],
  modules: ['saveModules', 'ModuleInput', 'nodes: modules { id }'],
  teaches: ['saveTeachings', 'TeachingInput', ''],
  enrolments: ['saveEnrolments', 'EnrolmentInput', ''],
  availability: ['saveAvailability', 'AvailabilityInput', ''],
  roleTemplates: ['saveRoleTemplates', 'RoleTemplateInput', ''],
  visits: ['recordVisits', 'VisitInput', ''],
  pageViews: ['recordPageViews', 'PageViewInput', ''],
  answers: ['recordAnswers', 'AnswerInput', 'recorded duplicates'],
};

interface Payload {
  readonly nodes?: readonly ({ readonly id: string } | null)[];
  readonly recorded?: number;
  readonly duplicates?: number;
  readonly errors: readonly { readonly index: number; readonly message: string }[];
}

/** Saves a dataset through the API. Run again, it changes nothing. */
export async function upload(client: Client, dataset: Dataset, progress: Progress): Promise<Uploaded> {
  const failures: string[] = [];
  const ids = new Map<string, Map<string, string>>();
  let [answersRecorded, answersThereAlready] = [0, 0];
  for (const { kind, items } of byKind(itemsOf(dataset))) {
    const [mutation = '', input = '', selection = ''] = mutations[kind] ?? [];
    const operation = `mutation Seed($items: [${input}!]!) { payload: ${mutation}(items: $items) { ${selection} errors { index message } } }`;
    const saved = ids.get(kind) ?? new Map<string, string>();
    ids.set(kind, saved);
    let sent = 0;
    for (const batch of batchesOf(items)) {
      const { payload } = await client.ask<{ payload: Payload }>(operation, { items: batch });
      for (const { index, message } of payload.errors)
        failures.push(`${kind}, ${JSON.stringify(batch[index])}: ${message}`);
      payload.nodes?.forEach((node, index) => {
        const id = batch[index]?.['id'];
        if (node && typeof id === 'string') saved.set(id, node.id);
      });
      answersRecorded += payload.recorded ?? 0;
      answersThereAlready += payload.duplicates ?? 0;
      sent += batch.length;
      progress(`${kind}: ${String(sent)} of ${String(items.length)} sent.`);
    }
  }
  const idsOf = (kind: string): ReadonlyMap<string, string> => ids.get(kind) ?? new Map<string, string>();
  return {
    people: idsOf('people'),
    teams: idsOf('teams'),
    projects: idsOf('projects'),
    modules: idsOf('modules'),
    questions: idsOf('questions').size,
    answersRecorded,
    answersThereAlready,
    failures,
  };
}

/** Items in their order, those that follow each other with one kind together. */
function byKind(items: Iterable<SeedItem>): { kind: string; items: SeedItem['item'][] }[] {
  const groups: { kind: string; items: SeedItem['item'][] }[] = [];
  for (const { kind, item } of items) {
    const last = groups.at(-1);
    if (last?.kind === kind) last.items.push(item);
    else groups.push({ kind, items: [item] });
  }
  return groups;
}
