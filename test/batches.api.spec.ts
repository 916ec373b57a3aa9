import { graphql } from './generated/gql';
import { startApp, type TestApp } from './kit/app';
import { personOf } from './kit/catalogue';
import type { Client } from './kit/client';
import { uniqueSource, type Reference } from './kit/graph';
import { SAVE_PEOPLE, SAVE_TEAMS } from './kit/operations';

const SEVERAL = graphql(`
  mutation SeveralInOne(
    $person: [PersonInput!]!
    $team: [TeamInput!]!
    $renamed: [PersonInput!]!
    $membership: [MembershipInput!]!
  ) {
    first: savePeople(items: $person) {
      people {
        id
        name
      }
    }
    team: saveTeams(items: $team) {
      teams {
        members {
          nodes {
            person {
              name
            }
          }
        }
        leads {
          nodes {
            id
            name
          }
        }
      }
      errors {
        message
      }
    }
    second: savePeople(items: $renamed) {
      people {
        id
        name
      }
    }
    membership: saveMemberships(items: $membership) {
      done
    }
    again: saveTeams(items: $team) {
      teams {
        members {
          nodes {
            person {
              name
            }
          }
        }
        leads {
          nodes {
            name
          }
        }
      }
    }
  }
`);

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

describe('several mutations in one request', () => {
  it('see what the ones before them wrote', async () => {
    const person = named('ann');
    const team = [{ ...named('team'), name: 'Team', leads: [person] }];
    const result = await admin.get(SEVERAL, {
      person: [{ ...person, name: 'Ann' }],
      team,
      renamed: [{ ...person, name: 'Anne' }],
      membership: [{ person, team: named('team') }],
    });
    const { id } = result.first.people[0]!;
    expect(result.first.people).toEqual([{ id, name: 'Ann' }]);
    expect(result.team).toEqual({
      teams: [{ members: { nodes: [] }, leads: { nodes: [{ id, name: 'Ann' }] } }],
      errors: [],
    });
    expect(result.second.people).toEqual([{ id, name: 'Anne' }]);
    expect(result.again.teams).toEqual([
      { members: { nodes: [{ person: { name: 'Anne' } }] }, leads: { nodes: [{ name: 'Anne' }] } },
    ]);
  });
});

describe('two items of one batch on one', () => {
  it('person may leave out in the second what the first created it with', async () => {
    const { savePeople } = await admin.get(SAVE_PEOPLE, {
      items: [
        { ...named('1'), name: 'Ann' },
        { ...named('1'), email: 'ann@example.org' },
      ],
    });
    expect(savePeople.errors).toEqual([]);
  });

  it('team may leave out in the second what the first created it with', async () => {
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: [
        { ...named('1'), name: 'Team' },
        { ...named('1'), leads: [] },
      ],
    });
    expect(saveTeams.errors).toEqual([]);
  });

  it('team leave the leads that the last one gives', async () => {
    await personOf(admin, source, 'ann');
    const bob = await personOf(admin, source, 'bob');
    const { saveTeams } = await admin.get(SAVE_TEAMS, {
      items: ['ann', 'bob'].map((lead) => ({ ...named('team'), name: 'Team', leads: [named(lead)] })),
    });
    expect(saveTeams.teams.map((team) => team!.leads.nodes)).toEqual([[{ id: bob }], [{ id: bob }]]);
  });
});
