import { startApp } from './app';

/** Everybody is looked at, and whoever is known in the skill is counted in it. */
export async function lookAndCount(people: readonly string[], skill: string): Promise<void> {
  await lookAtEverybody(people);
  await countEverybody(people[0]!, skill);
}

/** The hub looks at everybody once, and everybody at the hub. */
async function lookAtEverybody(people: readonly string[]): Promise<void> {
  // An API of its own: once it is closed, what was looked at is written.
  const app = await startApp();
  const look = async (id: string, at: readonly string[]) => {
    const hr = await app.as('hr', id);
    const { errors } = await hr.ask(
      'query Once($ids: [ID!]!) { nodes(ids: $ids) { ... on Person { mastery { nodes { level } } } } }',
      { ids: at },
    );
    if (errors) throw new Error(errors[0]!.message);
  };
  const [hub, others] = [people.at(-1)!, people.slice(0, -1)];
  await look(hub, others);
  for (const other of others) await look(other, [hub]);
  await app.close();
}

/** A lead asks how much there is of a skill: whoever is known in it comes to be counted in a cohort. */
async function countEverybody(lead: string, skill: string): Promise<void> {
  const app = await startApp();
  const { errors } = await (
    await app.as('lead', lead)
  ).ask(
    'query Count($skill: ID!) { skillSupply(skill: $skill, narrower: false) { total { ... on SkillSupplyFigures { known } } } }',
    { skill },
  );
  await app.close();
  if (errors) throw new Error(errors[0]!.message);
}
