import { Batch, notFound } from '../../shared/items';
import type { RequestContext } from '../request/context';
import { beginSaving, lastGiven, named, savedOf, withSortName, type Saved } from '../nouns/saving';
import { saveHierarchical } from '../nouns/saving-hierarchy';
import { personCheck, teamCheck, type PersonInput, type TeamInput } from './people.input';
import { personIdentity } from './people.store';
import { broaderTeams, leadsOfTeams, teamIdentity } from './team.store';

type Given = Pick<RequestContext, 'database' | 'now'>;

export async function savePeople({ database, now }: Given, items: readonly PersonInput[]): Promise<Saved> {
  const checked = Batch.check(items, personCheck);
  return database.transaction(async (tx) => {
    const begun = await beginSaving(tx, personIdentity, checked);
    const batch = named(begun.batch, begun.known, 'person');
    const keys = await personIdentity.save(
      tx,
      batch.good.map(({ value: { outside, unchangedSince: _, ...given } }) => ({
        reference: outside,
        properties: withSortName(given),
      })),
      now,
    );
    return savedOf(batch, keys);
  });
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
    const leads = lastGiven(batch, keys, (value) => value.leads);
    await leadsOfTeams.replace(
      tx,
      [...leads].map(([node, given]) => ({
        node,
        others: [...new Set(given.flatMap((lead) => people.get(lead) ?? []))],
      })),
      now,
    );
    return saved;
  });
}
