import type { TestApp } from './app';
import type { Everything } from './everything';
import { uniqueSource } from './graph';
import { SAVE_PEOPLE } from './operations';
import { CONFIRM_PROPOSAL, DECLINE_PROPOSAL, PROPOSE_TEAM } from './proposal-operations';

/**
 * For each project a proposal of a person each, and as many of the last person for the last project, all of them declined; then one
 * of somebody with time for the first project, who confirms it.
 */
export async function proposeEverything(app: TestApp, { ids }: Everything): Promise<void> {
  const [projects, people] = [ids['Project']!, ids['Person']!];
  const source = uniqueSource();
  const propose = async (id: number, place: number, person: string): Promise<string> => {
    const project = { globalId: projects[place]! };
    const members = [{ person: { globalId: person } }];
    const input = { source, id: String(id), why: 'Who knows it.', project, members };
    const { payload } = await (await app.as('hr', person)).get(PROPOSE_TEAM, { input });
    if (!payload.proposal) throw new Error(payload.errors[0]!.message);
    return payload.proposal.id;
  };
  const proposed = [...projects.keys(), ...projects.map(() => projects.length - 1)];
  for (const [id, place] of proposed.entries()) {
    const proposal = await propose(id, place, people[place]!);
    await (await app.as('person', people[place])).get(DECLINE_PROPOSAL, { input: { proposal } });
  }
  const { savePeople } = await (
    await app.as('admin')
  ).get(SAVE_PEOPLE, {
    items: [{ source, id: 'free', name: 'Somebody with time' }],
  });
  const free = savePeople.people[0]!.id;
  const proposal = await propose(proposed.length, 0, free);
  const { payload } = await (await app.as('hr', free)).get(CONFIRM_PROPOSAL, { input: { proposal } });
  if (!payload.proposal) throw new Error(payload.errors[0]!.message);
}
