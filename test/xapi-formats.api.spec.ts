import { randomUUID } from 'node:crypto';
import { startApp, type TestApp } from './kit/app';
import { named, openPlatform, type Platform } from './kit/xapi';

let app: TestApp;
let platform: Platform;
beforeAll(async () => {
  app = await startApp();
  platform = await openPlatform(app);
});
afterAll(() => app.close());

const newIri = (): string => `https://example.org/${randomUUID()}`;

describe('the format', () => {
  const choices = (text: Record<string, string>) => [{ id: 'a', description: text }];
  const both = { en: 'Course', de: 'Kurs' };

  it('ids says no more of anybody and anything than names it', async () => {
    const sent = named({
      actor: { objectType: 'Group', name: 'Team', member: [{ name: 'Ada', mbox: 'mailto:ada@example.org' }] },
      verb: { id: 'https://example.org/did', display: { en: 'did' } },
      object: { id: 'https://example.org/a', objectType: 'Activity', definition: { name: both } },
      context: {
        team: { objectType: 'Group', name: 'Team', mbox: 'mailto:team@example.org', member: [] },
        contextActivities: { parent: [{ id: 'https://example.org/b', definition: { name: both } }] },
      },
      result: { response: 'stays' },
    });
    await platform.post(sent);
    const { json } = await platform.ask({ query: { statementId: sent.id, format: 'ids' } });
    expect(json).toEqual({
      ...sent,
      actor: { objectType: 'Group', member: [{ mbox: 'mailto:ada@example.org' }] },
      verb: { id: 'https://example.org/did' },
      object: { id: 'https://example.org/a', objectType: 'Activity' },
      context: {
        team: { objectType: 'Group', mbox: 'mailto:team@example.org' },
        contextActivities: { parent: [{ id: 'https://example.org/b' }] },
      },
      authority: {
        objectType: 'Agent',
        account: { homePage: 'https://lms.example.org', name: platform.name },
      },
      ...{ stored: expect.any(String), timestamp: expect.any(String), version: '1.0.0' },
    });
  });

  it('canonical says all that is known of an Activity and a verb, each text in the language asked for', async () => {
    const [id, verb] = [newIri(), newIri()];
    const first = named({
      verb: { id: verb, display: { en: 'did' } },
      object: {
        id,
        definition: {
          name: { en: 'Course' },
          type: 'https://example.org/course',
          interactionType: 'choice',
          choices: choices(both),
        },
      },
    });
    const second = named({
      verb: { id: verb, display: { de: 'tat' } },
      object: { id, definition: { name: { de: 'Kurs' }, description: { fr: 'Cours' } } },
    });
    await platform.post(first);
    await platform.post(second);
    const shown = async (language: string) => {
      const headers = { 'accept-language': language };
      const { json } = await platform.ask({
        query: { statementId: second.id, format: 'canonical' },
        headers,
      });
      return json;
    };
    const german = {
      name: { de: 'Kurs' },
      description: { fr: 'Cours' },
      type: 'https://example.org/course',
      interactionType: 'choice',
      choices: choices({ de: 'Kurs' }),
    };
    expect(await shown('de')).toMatchObject({
      verb: { display: { de: 'tat' } },
      object: { definition: german },
    });
    expect(await shown('en;q=0.1, de-CH;q=0.9, *;q=0')).toMatchObject({ object: { definition: german } });
    expect(await shown('en, de;q=0.5')).toMatchObject({
      verb: { display: { en: 'did' } },
      object: { definition: { name: { en: 'Course' } } },
    });
    const { json } = await platform.ask({ query: { statementId: second.id } });
    expect(json).toMatchObject({ object: second['object'], verb: second['verb'] });
  });
});
