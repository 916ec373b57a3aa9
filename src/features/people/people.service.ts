import { Batch, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import { replaceRelated, saveNouns, type Saved } from '../nouns/saving';
import { saveHierarchical } from '../nouns/saving-hierarchy';
import { personCheck, teamCheck, type PersonInput, type TeamInput } from './people.input';
import { personIdentity } from './people.store';
import { broaderTeams, leadsOfTeams, teamIdentity } from './team.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

export function savePeople({ database, now }: Given, items: readonly PersonInput[]): Promise<Saved> {
  return saveNouns(database, personIdentity, Batch.check(items, personCheck), now);
}

export async function saveTeams({ database, now }: Given, items: readonly TeamInput[]): Promise<Saved> {
  const checked = Batch.check(items, teamCheck);
  return database.transaction(async (tx) => {
    const people = await personIdentity.resolve(
      tx,
      checked.good.flatMap(({ value }) => value.leads ?? []),
    );
    const led = checked.map(({ value }) =>
      value.leads?.some((lead) => !people.has(lead)) ? notFound('leads: one of the people') : value,
    );
    const { saved, batch, keys } = await saveHierarchical(
      tx,
      {
        identity: teamIdentity,
        fields: [
          {
            name: 'broader',
            relation: broaderTeams,
            listOf: ({ broader }) => (broader === undefined ? undefined : broader === null ? [] : [broader]),
          },
        ],
        propertiesOf: ({ name }) => ({ name }),
      },
      led,
      now,
    );
    const leadsOf = ({ leads }: (typeof batch.good)[number]['value']) =>
      leads?.flatMap((lead) => people.get(lead) ?? []);
    await replaceRelated(tx, leadsOfTeams, batch, keys, leadsOf, now);
    return saved;
  });
}
