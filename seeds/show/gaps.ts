import type { Client } from '../client';
import { percent, table } from './text';

const gapsQuery = `
  query DemoGaps($id: ID!, $asOf: DateTimeISO) {
    team(id: $id) {
      name
      gaps(asOf: $asOf) {
        ... on GapReport {
          personCount
          allCoveredProbability
          gaps {
            requirement { level skill { name } }
            project { name }
            demand
            supply {
              ... on GapSupply { expectedSupply expectedShortfall coveredProbability unknown }
              ... on Withheld { reason }
            }
            nearest { person { name } probability }
          }
        }
        ... on Withheld { reason }
      }
    }
  }`;

type Supply =
  | {
      readonly expectedSupply: number;
      readonly expectedShortfall: number;
      readonly coveredProbability: number;
      readonly unknown: number;
    }
  | { readonly reason: string };

interface Gap {
  readonly requirement: { readonly level: number; readonly skill: { readonly name: string } };
  readonly project: { readonly name: string };
  readonly demand: number;
  readonly supply: Supply;
  readonly nearest: readonly { readonly person: { readonly name: string }; readonly probability: number }[];
}

interface GapsAnswer {
  readonly team: {
    readonly name: string;
    readonly gaps:
      | {
          readonly personCount: number;
          readonly allCoveredProbability: number | null;
          readonly gaps: readonly Gap[];
        }
      | { readonly reason: string };
  } | null;
}

/** What a team lacks for the projects it is responsible for. */
export async function showGaps(client: Client, id: string, asOf: string | undefined): Promise<string[]> {
  const { team } = await client.ask<GapsAnswer>(gapsQuery, { id, asOf });
  if (!team) return ['No team has this id.'];
  if ('reason' in team.gaps) return [`3. Team ${team.name}: ${team.gaps.reason}`];
  const { personCount, gaps, allCoveredProbability: all } = team.gaps;
  return [
    `3. What does "${team.name}" (${String(personCount)} people) lack for its projects?`,
    '   Supply and shortfall are expected numbers of people; the chance is that no seat stays empty.',
    '',
    ...table(
      ['skill and level', '>needed', '>supply', '>shortfall', '>chance', '>unknown'],
      gaps.map(({ requirement, demand, supply }) => [
        requirementName(requirement),
        String(demand),
        ...figures(supply),
      ]),
      3,
    ),
    '',
    all === null
      ? '   The chance that all is covered is withheld.'
      : `   The chance that all of it is covered at once: ${percent(all)}.`,
    ...nearestTo(gaps),
  ];
}

/** The people whom a little teaching would bring there first. */
function nearestTo(gaps: readonly Gap[]): string[] {
  const rows = gaps
    .filter(({ nearest }) => nearest.length > 0)
    .map(({ requirement, nearest }) => [
      requirementName(requirement),
      nearest.map(({ person, probability }) => `${person.name} ${percent(probability)}`).join(', '),
    ]);
  if (rows.length === 0) return [];
  return [
    '',
    '   Nearest without meeting the level, and how likely they have it:',
    '',
    ...table(['skill and level', 'people'], rows, 3),
  ];
}

function requirementName({ skill, level }: Gap['requirement']): string {
  return `${skill.name} at ${percent(level)}`;
}

function figures(supply: Supply): string[] {
  if ('reason' in supply) return ['withheld', '', '', ''];
  const { expectedSupply, expectedShortfall, coveredProbability, unknown } = supply;
  return [
    expectedSupply.toFixed(1),
    expectedShortfall.toFixed(1),
    percent(coveredProbability),
    String(unknown),
  ];
}
