import { bodyOf } from './load';

/** A page of 50 people with 20 skill edges each. */
export const PAGE = `query ($after: String) {
  people(first: 50, after: $after) { nodes { id name mastery(first: 20) { nodes {
    level interval { low high } answerCount lastEvidenceAt skill { name } } } } }
}`;

/** The 20 best candidates of a project, with what they meet. */
export const CANDIDATES = `query ($project: ID!) {
  project(id: $project) { candidates(first: 20) { nodes {
    fit knownShare person { name } requirements { status probability requirement { level skill { name } } } } } }
}`;

const CURSORS = `query ($after: String) {
  people(first: 200, after: $after) { edges { cursor } pageInfo { hasNextPage endCursor } }
}`;

/** Cursors of everybody by name: they are sealed, so that only the API gives them. */
export async function cursorsOfPeople(post: (body: Buffer) => Promise<unknown>): Promise<string[]> {
  const cursors: string[] = [];
  for (let after: string | null = null; ;) {
    const { people } = (await post(bodyOf(CURSORS, { after }))) as {
      people: {
        edges: { cursor: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      };
    };
    cursors.push(...people.edges.map(({ cursor }) => cursor));
    if (!people.pageInfo.hasNextPage) return cursors;
    after = people.pageInfo.endCursor;
  }
}
