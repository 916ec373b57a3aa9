import type { Client } from './client';
import { buildGraph, uniqueSource, type Reference, type TestGraph } from './graph';

export interface Failure {
  readonly index: number;
  readonly code: string;
  readonly message: string;
  readonly fields: readonly string[];
  readonly current: unknown;
}

/** A little catalogue, and what mutations answer for items sent one batch at a time, as a form sends them. */
export class Forms {
  private constructor(
    private readonly admin: Client,
    readonly graph: TestGraph,
  ) {}

  /** Two people, two skills with a question each, and one of each other noun, which is called as it is by `own`. */
  static async build(admin: Client): Promise<Forms> {
    const forms = new Forms(
      admin,
      await buildGraph(admin, { people: 2, skills: 2, questionsPerSkill: 1, source: uniqueSource() }),
    );
    const named = (id: string) => ({ ...forms.own(id), name: id });
    const { data } = await admin.ask<Record<string, { errors: unknown[] }>, object>(
      `mutation ($teams: [TeamInput!]!, $projects: [ProjectInput!]!, $tasks: [TaskInput!]!, $modules: [ModuleInput!]!, $roleTemplates: [RoleTemplateInput!]!) {
        saveTeams(items: $teams) { errors { message } } saveProjects(items: $projects) { errors { message } }
        saveTasks(items: $tasks) { errors { message } } saveModules(items: $modules) { errors { message } }
        saveRoleTemplates(items: $roleTemplates) { errors { message } }
      }`,
      {
        teams: [named('team')],
        projects: [named('project')],
        tasks: [{ ...named('task'), project: forms.own('project') }],
        modules: [named('module')],
        roleTemplates: [named('role')],
      },
    );
    expect(Object.values(data!).flatMap(({ errors }) => errors)).toEqual([]);
    return forms;
  }

  own(id: string): Reference {
    return { source: this.graph.source, id };
  }
  get person(): Reference {
    return this.graph.people[0]!.reference;
  }
  get question(): Reference {
    return this.graph.questions[0]!.reference;
  }
  skill(position = 0): Reference {
    return this.graph.skills[position]!.reference;
  }
  skillName(position = 0): string {
    return `${this.skill(position).id} of ${this.graph.source}`;
  }

  /** What one mutation answers for these items. */
  async send(mutation: string, input: string, items: readonly object[], shown = '') {
    const { data, errors } = await this.admin.ask<{ payload: { errors: Failure[]; shown: unknown } }, object>(
      `mutation Send($items: [${input}!]!) {
        payload: ${mutation}(items: $items) { ${shown} errors { index code message fields current { __typename id ... on Team { name updatedAt } } } }
      }`,
      { items },
    );
    if (!data) throw new Error(errors![0]!.message);
    return data.payload;
  }
}
