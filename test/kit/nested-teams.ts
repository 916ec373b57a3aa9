import type { Client } from './client';
import {
  answer,
  buildGraph,
  buildOrganisation,
  day,
  recordAll,
  type Reference,
  type TestGraph,
} from './graph';
import { askFor } from './nouns';

/** People by position. The leads of top, middle, low and another team; of them the lead of low alone is a member, of low. */
export const [topLead, middleLead, lowLead, otherLead] = [0, 1, 2, 3] as const;
/** Of low, of both low and side, of middle, of side, of the other team. */
export const [ofLow, ofTwo, ofMiddle, ofSide, ofOther] = [4, 5, 6, 7, 8] as const;
export const asOf = day(60);

/** Low is within middle; middle and side are within top. Middle and low have a project each. */
export interface NestedTeams {
  readonly graph: TestGraph;
  /** Global ids. */
  readonly teams: Readonly<Record<'top' | 'middle' | 'low' | 'side' | 'other', string>>;
  readonly projects: Readonly<Record<'of middle' | 'of low', string>>;
  readonly ref: (id: string) => Reference;
  readonly person: (position: number) => Reference;
  /** Global id. */
  readonly idOf: (position: number) => string;
}

export async function buildNestedTeams(admin: Client): Promise<NestedTeams> {
  const graph = await buildGraph(admin, { people: 9, skills: 2, questionsPerSkill: 2 });
  const ref = (id: string): Reference => ({ source: graph.source, id });
  const named = (id: string) => ({ ...ref(id), name: id });
  const person = (position: number): Reference => graph.people[position]!.reference;
  const saved = await buildOrganisation(admin, {
    teams: [
      { ...named('top'), leads: [person(topLead)] },
      { ...named('middle'), leads: [person(middleLead)], broader: ref('top') },
      { ...named('low'), leads: [person(lowLead)], broader: ref('middle') },
      { ...named('side'), broader: ref('top') },
      { ...named('other'), leads: [person(otherLead)] },
    ],
    memberships: Object.entries({
      low: [lowLead, ofLow, ofTwo],
      middle: [ofMiddle],
      side: [ofTwo, ofSide],
      other: [ofOther],
    }).flatMap(([team, people]) => people.map((one) => ({ person: person(one), team: ref(team) }))),
    projects: [
      { ...named('of middle'), responsibleTeam: ref('middle') },
      { ...named('of low'), responsibleTeam: ref('low') },
    ],
    requirements: [
      { project: ref('of middle'), skill: graph.skills[0]!.reference, level: 0.4, headcount: 4 },
      { project: ref('of low'), skill: graph.skills[1]!.reference, level: 0.6, headcount: 2 },
    ],
  });
  const [top, middle, low, side, other] = saved.teams;
  const known = [lowLead, ofLow, ofTwo, ofMiddle, ofSide, ofOther];
  await recordAll(
    admin,
    known.flatMap((one) => [0, 1, 2].map((question) => answer(graph, one, question, { at: day(one) }))),
  );
  return {
    ...{ graph, ref, person, idOf: (position) => graph.people[position]!.id },
    teams: { top: top!, middle: middle!, low: low!, side: side!, other: other! },
    projects: { 'of middle': saved.projects[0]!, 'of low': saved.projects[1]! },
  };
}

/** Positions of people, in order. */
export function positionsIn({ graph }: NestedTeams, nodes: readonly { readonly id: string }[]): number[] {
  return nodes
    .map(({ id }) => graph.people.findIndex((one) => one.id === id))
    .sort((left, right) => left - right);
}

/** A report as far as these specs ask for it; only the reason where it is withheld. */
export interface Report {
  readonly personCount: number;
  readonly gaps: readonly { readonly demand: number; readonly project: { readonly name: string } }[];
  readonly reason?: string;
}
export async function gapsOf(client: Client, id: string, first = 200): Promise<Report> {
  const { team } = await askFor<{ team: { gaps: Report } }>(
    client,
    `query ($id: ID!, $asOf: DateTimeISO, $first: Int!) { team(id: $id) { gaps(asOf: $asOf, first: $first) {
      ... on GapReport { personCount gaps { demand project { name } } } ... on Withheld { reason } } } }`,
    { id, asOf, first },
  );
  return team.gaps;
}
