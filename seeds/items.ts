import type { Dataset } from './dataset';
import { difficultiesOf } from './difficulties';

/** One item to send to the API, by the kind that `npm run import` knows it as. */
export interface SeedItem {
  readonly kind: string;
  readonly item: Readonly<Record<string, unknown>>;
}

/** What a seed reads from its folder. */
export interface Seed {
  /** What the reader must know of where this comes from, line by line. */
  readonly said: readonly string[];
  /** Rows that could not be read, each with its reason. */
  readonly refused: readonly string[];
  readonly items: Iterable<SeedItem>;
}

/**
 * A dataset as items, each after those that it refers to; difficulties go before the answers that are read with them.
 * Every item may be sent again, and then changes nothing.
 */
export function* itemsOf(dataset: Dataset): Generator<SeedItem> {
  const { source } = dataset;
  const ref = (id: string) => ({ source, id });
  for (const { broader, ...skill } of dataset.skills)
    yield { kind: 'skills', item: { source, ...skill, broader: broader.map(ref) } };
  for (const person of dataset.people) yield { kind: 'people', item: { source, ...person } };
  for (const { id, name, leads } of dataset.teams)
    yield { kind: 'teams', item: { source, id, name, leads: leads.map(ref) } };
  for (const { id, members } of dataset.teams)
    for (const person of members) yield { kind: 'memberships', item: { person: ref(person), team: ref(id) } };
  for (const { id, prompt, answerKey, skills } of dataset.questions)
    yield { kind: 'questions', item: { source, id, prompt, answerKey, skills: skills.map(ref) } };
  const difficulties = difficultiesOf(dataset);
  for (const [id, difficulty] of difficulties.questions)
    yield { kind: 'difficulties', item: { question: ref(id), difficulty } };
  for (const [id, difficulty] of difficulties.skills)
    yield { kind: 'difficulties', item: { skill: ref(id), difficulty } };
  yield* itemsOfProjects(dataset);
  yield* itemsOfLearning(dataset);
  for (const { person, question, ...answer } of dataset.answers)
    yield { kind: 'answers', item: { source, ...answer, person: ref(person), question: ref(question) } };
}

function* itemsOfProjects({ source, projects }: Dataset): Generator<SeedItem> {
  const ref = (id: string) => ({ source, id });
  for (const { id, name, description, team, from, to } of projects) {
    const item = { source, id, name, description, responsibleTeam: ref(team), from, to };
    yield { kind: 'projects', item };
  }
  for (const { id, tasks } of projects)
    for (const task of tasks) yield { kind: 'tasks', item: { source, ...task, project: ref(id) } };
  for (const { id, requirements } of projects)
    for (const { task, skill, ...needed } of requirements) {
      const owner = task === undefined ? { project: ref(id) } : { task: ref(task) };
      yield { kind: 'requirements', item: { ...needed, skill: ref(skill), ...owner } };
    }
  for (const { id, people } of projects)
    for (const person of people) {
      const { share, from, to } = person;
      const item = { project: ref(id), person: ref(person.id), share, from, to };
      yield { kind: 'assignments', item };
    }
}

function* itemsOfLearning({
  source,
  modules,
  enrolments,
  visits,
  pageViews,
  availability,
  roles,
}: Dataset): Generator<SeedItem> {
  const ref = (id: string) => ({ source, id });
  for (const { teaches: _, prerequisites, authors = [], pages, ...module } of modules) {
    const shown = pages.map(({ asks = [], sections = [], ...page }) => {
      const all = [...(asks.length > 0 ? [{ asks }] : []), ...sections];
      const asking = all.map((section) => {
        const { asks: ids, ...titled } = section;
        return { ...titled, questions: ids.map((id) => ({ question: ref(id) })) };
      });
      return { ...page, ...(asking.length > 0 && { sections: asking }) };
    });
    yield {
      kind: 'modules',
      item: {
        ...{ source, ...module, prerequisites: prerequisites.map(ref), pages: shown },
        ...(authors.length > 0 && { authors: authors.map(ref) }),
      },
    };
  }
  for (const { id, teaches } of modules)
    for (const { skill, ...levels } of teaches)
      yield { kind: 'teaches', item: { module: ref(id), skill: ref(skill), ...levels } };
  for (const { person, module, ...dates } of enrolments)
    yield { kind: 'enrolments', item: { person: ref(person), module: ref(module), ...dates } };
  const within = ({ person, module }: { readonly person: string; readonly module: string }) => ({
    source,
    person: ref(person),
    module: ref(module),
  });
  for (const visit of visits) yield { kind: 'visits', item: { ...visit, ...within(visit) } };
  for (const view of pageViews) yield { kind: 'pageViews', item: { ...view, ...within(view) } };
  for (const { person, ...stated } of availability)
    yield { kind: 'availability', item: { person: ref(person), ...stated } };
  for (const { requirements: _, ...role } of roles)
    yield { kind: 'roleTemplates', item: { source, ...role } };
  for (const { id, requirements } of roles)
    for (const { skill, ...needed } of requirements)
      yield { kind: 'requirements', item: { roleTemplate: ref(id), skill: ref(skill), ...needed } };
}
