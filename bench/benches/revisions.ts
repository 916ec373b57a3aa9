import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createClient, type Client } from '../../seeds/client';
import { load } from '../../seeds/probability-course';
import { InstallationError } from '../../src/shared/errors';
import { openBench } from '../installation';
import type { Bench } from '../run';
import { say } from '../say';

const directory = join(__dirname, '../../../shared/data/probability-course');

const figure = 'peopleBefore peopleAfter before after difference low high probabilityBetter summary';
const COMPARED = `query Compared($team: ID) {
  modules(first: 1) { nodes {
    compareRevisions(before: 1, after: 2, team: $team) {
      ... on Withheld { reason }
      ... on RevisionComparison {
        summary failureRate { ${figure} } ability { ${figure} } startedWith { ${figure} } dropOffRate { ${figure} } } }
    ${[1, 2]
      .map(
        (revision) => `revision${String(revision)}: learningGain(revision: ${String(revision)}, team: $team) {
      ... on Withheld { reason }
      ... on LearningGain {
        people gain low high hours summary skills { skill { name } people gain low high levelBefore levelAfter gainPerHour } } }`,
      )
      .join('\n')}
  } } }`;

interface Compared {
  readonly modules: { readonly nodes: readonly Readonly<Record<string, unknown>>[] };
}

/** What the two revisions of the real probability course show, which learners were given at random. */
export const bench: Bench = async (words) => {
  if (words.length > 0)
    throw new InstallationError('The arguments are not understood: revisions takes none.');
  if (!existsSync(directory)) throw new InstallationError(`${directory} is not there.`);
  const installation = await openBench();
  try {
    const client: Client = createClient(installation);
    await load(client, directory, say);
    const [found] = (await client.ask<Compared>(COMPARED)).modules.nodes;
    say(JSON.stringify(found, null, 2));
    return found ?? {};
  } finally {
    await installation.close();
  }
};
