import type { TestApp } from './app';
import type { Everything } from './everything';
import { uniqueSource } from './graph';
import { CONFIRM_PROPOSAL, DECLINE_PROPOSAL, PROPOSE_TEAM } from './proposal-operations';

/**
 * For each project a proposal of a person each, and as many of the last person for the last project, all of them declined; then one
 * of the first person that is confirmed.
 */
export async function proposeEverything(app: TestApp, { ids }: Everything): Promise<void> {
  const [projects, people] = [ids['Project']!, ids['Person']!];
  const source = uniqueSource();
  const propose = async (place: number, one: number): Promise<string> => {
    const [project, person] = [{ globalId: projects[one]! }, { globalId: people[one]! }];
    const input = { source, id: String(place), why: 'Who knows it.', project, members: [{ person }] };
    const { payload } = await (await app.as('hr', people[one])).get(PROPOSE_TEAM, { input });
    if (!payload.proposal) throw new Error(payload.errors[0]!.message);
    return payload.proposal.id;
  };
  const proposed = [...projects.keys(), ...projects.map(() => projects.length - 1)];
  for (const [place, one] of proposed.entries()) {
    const proposal = await propose(place, one);
    await (await app.as('person', people[one])).get(DECLINE_PROPOSAL, { input: { proposal } });
  }
  const proposal = await propose(proposed.length, 0);
  const { payload } = await (await app.as('hr', people[0])).get(CONFIRM_PROPOSAL, { input: { proposal } });
  if (!payload.proposal) throw new Error(payload.errors[0]!.message);
}
