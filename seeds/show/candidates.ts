import type { Client } from '../client';
import { percent, table } from './text';

const candidatesQuery = `
  query DemoCandidates($id: ID!, $asOf: DateTimeISO) {
    project(id: $id) {
      name
      responsibleTeam { name }
      candidates(first: 5, asOf: $asOf) {
        nodes {
          person { name }
          fit
          knownShare
          requirements { requirement { level skill { name } task { name } } status probability }
        }
      }
    }
  }`;

interface CandidatesAnswer {
  readonly project: {
    readonly name: string;
    readonly responsibleTeam: { readonly name: string } | null;
    readonly candidates: {
      readonly nodes: readonly {
        readonly person: { readonly name: string };
        readonly fit: number;
        readonly knownShare: number;
        readonly requirements: readonly {
          readonly requirement: {
            readonly level: number;
            readonly skill: { readonly name: string };
            readonly task: { readonly name: string } | null;
          };
          readonly status: 'MEETS' | 'BELOW' | 'UNKNOWN';
          readonly probability: number | null;
        }[];
      }[];
    };
  } | null;
}

/** The five who fit a project best, with the reason for each requirement. */
export async function showCandidates(
  client: Client,
  id: string,
  asOf: string | undefined,
): Promise<string[]> {
  const { project } = await client.ask<CandidatesAnswer>(candidatesQuery, { id, asOf });
  if (!project) return ['No project has this id.'];
  const rows = project.candidates.nodes.flatMap(({ person, fit, knownShare, requirements }) =>
    requirements.map(({ requirement: { skill, level, task }, status, probability }, index) => [
      ...(index === 0 ? [person.name, percent(fit), percent(knownShare)] : ['', '', '']),
      `${skill.name} at ${percent(level)}${task ? ' (task)' : ''}`,
      status.toLowerCase(),
      probability === null ? '-' : percent(probability),
    ]),
  );
  return [
    `2. Who fits "${project.name}"?`,
    `   The best five who are not assigned yet. Responsible: ${project.responsibleTeam?.name ?? 'no team'}.`,
    '   Known: the share of importance with evidence. Unknown adds nothing to the fit, and is not below.',
    '',
    ...table(['person', '>fit', '>known', 'requirement', 'status', '>probability'], rows, 3),
  ];
}
