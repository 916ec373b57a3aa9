import { keyOfGlobalId } from '../../src/shared/ids';
import { openBench } from '../installation';
import { compare } from '../compare';
import { bodyOf, poster } from '../load';
import { startPeer } from '../peers/peer-server';
import { CANDIDATES, cursorsOfPeople, PAGE } from '../people-asked';
import { makeRandomGraph } from '../random-graph';
import type { Bench } from '../run';
import { say } from '../say';

const clients = 8;

const PEER_PAGE = `query ($after: String!) {
  people(where: { sortName: { gte: $after } }, sort: [{ sortName: ASC }], limit: 50) { id name
    skillsConnection { edges { properties { intercept variance lastEvidenceAt answers } node { name } } } }
}`;
const PEER_CANDIDATES = `query ($project: ID!) {
  projects(where: { id: { eq: $project } }) { candidates { name total }
    requiresConnection { edges { properties { level } node { name } } } }
}`;

/**
 * The API beside @neo4j/graphql on the same graph in the same run, by turns: pages of 50 people with 20 skill edges, and
 * candidates of a project, which there are a sum of means. Needs `npm ci --prefix bench/peers` once.
 */
export const bench: Bench = async (words) => {
  const rounds = words.includes('--short') ? 1 : 5;
  const each = words.includes('--short') ? 20 : 60;
  const installation = await openBench();
  try {
    const peer = await startPeer(installation.embedded);
    try {
      say('Making 10,000 people, 2,000 skills, 200,000 skill edges, 500 projects.');
      const graph = await makeRandomGraph(installation.database);
      const api = poster(installation.url, installation.token);
      const there = poster(peer.url, '');
      const asked = { people: 0, projects: 0 };
      const nextPlace = (): number => (asked.people = (asked.people + 53) % 9_900);
      const nextProject = (): string =>
        graph.projects[(asked.projects = (asked.projects + 1) % graph.projects.length)]?.key ?? '';
      const cursors = await cursorsOfPeople(api);
      const ratios = {
        page: await compare(
          'page of 50 people with 20 skill edges each, 8 clients',
          ...([rounds, clients, each] as const),
          () => async () => {
            const after = `person ${String(nextPlace()).padStart(5, '0')}`;
            await there(bodyOf(PEER_PAGE, { after }));
          },
          () => async () => {
            const after = cursors[nextPlace()];
            await api(bodyOf(PAGE, { after }));
          },
          '@neo4j/graphql',
        ),
        candidates: await compare(
          'candidates of a project with 5 requirements, 8 clients',
          ...([rounds, clients, each] as const),
          () => async () => {
            await there(bodyOf(PEER_CANDIDATES, { project: keyOfGlobalId('Project', nextProject()) }));
          },
          () => async () => {
            await api(bodyOf(CANDIDATES, { project: nextProject() }));
          },
          '@neo4j/graphql, which sums means',
        ),
      };
      return ratios;
    } finally {
      await peer.close();
    }
  } finally {
    await installation.close();
  }
};
