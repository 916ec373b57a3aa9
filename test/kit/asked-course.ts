import type { AnswerInput } from '../generated/graphql';
import { idOfModule } from './capture';
import type { Client } from './client';
import { answer, buildGraph, buildOrganisation, recordAll, type Reference, type TestGraph } from './graph';

/** People in two teams, and a module of one page for each of its skills, whose questions it asks in a section. */
export class AskedCourse {
  private constructor(
    private readonly admin: Client,
    readonly graph: TestGraph,
    /** Global ids: of the module, and of teams of which one is within the other. */
    readonly module: string,
    readonly teams: { readonly all: string; readonly red: string },
    readonly reference: Reference,
  ) {}

  /** The first `red` people are in the team within, the others in the team around it. */
  static async build(
    admin: Client,
    shape: { people: number; red?: number; skills?: number; questionsPerSkill?: number },
  ): Promise<AskedCourse> {
    const { people, red = 0, skills = 1, questionsPerSkill = 2 } = shape;
    const graph = await buildGraph(admin, { people, skills, questionsPerSkill });
    const { source } = graph;
    const reference = { source, id: 'course' };
    const [all, within] = [
      { source, id: 'all' },
      { source, id: 'red' },
    ];
    const { teams } = await buildOrganisation(admin, {
      teams: [
        { ...all, name: 'All' },
        { ...within, name: 'Red', broader: all },
      ],
      memberships: graph.people.map((person, place) => ({
        person: person.reference,
        team: place < red ? within : all,
      })),
    });
    const course = new AskedCourse(admin, graph, '', { all: teams[0]!, red: teams[1]! }, reference);
    await course.publish('first');
    return new AskedCourse(admin, graph, await idOfModule(admin, reference), course.teams, reference);
  }

  /** Publishes the next revision, which asks the same questions. */
  async publish(title: string): Promise<void> {
    const { skills, questions } = this.graph;
    const each = questions.length / skills.length;
    await buildOrganisation(this.admin, {
      modules: [
        {
          ...this.reference,
          name: 'Course',
          pages: skills.map((_, skill) => ({
            title: `${title} ${String(skill)}`,
            sections: [
              {
                title: `Section ${String(skill)}`,
                questions: questions
                  .slice(skill * each, (skill + 1) * each)
                  .map((question) => ({ question: question.reference })),
              },
            ],
          })),
        },
      ],
    });
  }

  /** Records the answers of some people to some questions, by position: right where their score says so. */
  async answered(
    people: readonly number[],
    questions: readonly number[],
    given: (person: number, question: number) => Partial<AnswerInput> = () => ({}),
  ): Promise<(AnswerInput & Reference)[]> {
    const answers = people.flatMap((person) =>
      questions.map((question) => answer(this.graph, person, question, given(person, question))),
    );
    await recordAll(this.admin, answers);
    return answers;
  }
}
