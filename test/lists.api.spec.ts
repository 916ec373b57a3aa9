import { folded } from '../src/shared/folding';
import { startApp, startAt, type TestApp } from './kit/app';
import { personOf, skillsOf } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import {
  SAVE_MODULES,
  SAVE_PEOPLE,
  SAVE_PROJECTS,
  SAVE_QUESTIONS,
  SAVE_SKILLS,
  SAVE_TEAMS,
} from './kit/operations';

let app: TestApp;
let admin: Client;
let source: string;
beforeAll(async () => {
  app = await startApp();
  admin = await app.as('admin');
});
beforeEach(() => (source = uniqueSource()));
afterAll(() => app.close());

const named = (id: string): Reference => ({ source, id });

interface Listed {
  readonly nodes: readonly Readonly<Record<string, unknown>>[];
  readonly pageInfo: { readonly endCursor: string };
}

describe('every list', () => {
  it.each(['people', 'teams', 'skills', 'questions', 'modules', 'projects'])(
    'of %s has pages',
    async (field) => {
      const skill = named('skill');
      await skillsOf(admin, source, 'skill', 'other');
      await admin.get(SAVE_PEOPLE, {
        items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
      });
      await admin.get(SAVE_TEAMS, {
        items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
      });
      await admin.get(SAVE_SKILLS, {
        items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
      });
      await admin.get(SAVE_MODULES, {
        items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
      });
      await admin.get(SAVE_PROJECTS, {
        items: ['1', '2'].map((id) => ({ ...named(id), name: `${source} ${id}` })),
      });
      await admin.get(SAVE_QUESTIONS, {
        items: ['1', '2'].map((id) => ({ ...named(id), prompt: `${source} ${id}`, skills: [skill] })),
      });
      const shown = field === 'questions' ? 'prompt' : 'name';
      const names: unknown[] = [];
      let after = startAt(app, `${field}.list`, folded(source));
      for (let pages = 0; pages < 2; pages++) {
        const { data } = await admin.ask<Record<string, Listed>, object>(
          `query ($after: String) { ${field}(first: 1, after: $after) { nodes { ${shown} } pageInfo { endCursor } } }`,
          { after },
        );
        names.push(...data![field]!.nodes.map((node) => node[shown]));
        after = data![field]!.pageInfo.endCursor;
      }
      expect(names).toEqual([`${source} 1`, `${source} 2`]);
    },
  );

  it.each(['person', 'team', 'skill', 'question', 'module', 'project'])(
    'has its %s by global id, or null',
    async (field) => {
      const other = await personOf(admin, source, 'somebody');
      for (const id of ['nonsense', field === 'person' ? (await skillsOf(admin, source, 'x'))[0]! : other]) {
        const { data, errors } = await admin.ask<Record<string, unknown>, object>(
          `query ($id: ID!) { ${field}(id: $id) { id } }`,
          { id },
        );
        expect(errors).toBeUndefined();
        expect(data).toEqual({ [field]: null });
      }
    },
  );
});
