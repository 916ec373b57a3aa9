import { graphql } from '../generated/gql';
import type { ClaimFilter, ClaimInput, ClaimOrder, ClaimsOfPersonQuery } from '../generated/graphql';
import type { Client } from './client';
import { buildGraph, day, type Reference, type TestGraph } from './graph';

export const CLAIMS = graphql(`
  query ClaimsOfPerson($id: ID!, $filterBy: ClaimFilter, $orderBy: ClaimOrder) {
    person(id: $id) {
      claims(first: 200, filterBy: $filterBy, orderBy: $orderBy) {
        totalCount
        nodes {
          id
          externalId {
            source
            value
          }
          person {
            id
          }
          skill {
            id
          }
          kind
          level
          band
          at
          by {
            id
          }
          issuer
          credential
          statement
          withdrawn
          summary
        }
      }
    }
  }
`);
export type Claim = NonNullable<NonNullable<ClaimsOfPersonQuery['person']>['claims']>['nodes'][number];

/** People of whom claims are made, told by position, and two skills. */
export class Claimed {
  private used = 0;
  private made = 0;

  private constructor(
    private readonly admin: Client,
    readonly graph: TestGraph,
  ) {}

  static async build(admin: Client, people: number): Promise<Claimed> {
    return new Claimed(admin, await buildGraph(admin, { people, skills: 2, questionsPerSkill: 1 }));
  }

  /** The position of a person whom nobody has asked for before. */
  someone(): number {
    return this.used++;
  }
  idOf(person: number): string {
    return this.graph.people[person]!.id;
  }
  referenceOf(person: number): Reference {
    return this.graph.people[person]!.reference;
  }
  nameOf(person: number): string {
    return `${this.referenceOf(person).id} of ${this.graph.source}`;
  }

  /** What somebody says of themselves on the first day, under an id of its own, where nothing else is given. */
  claim(person: number, given: Partial<ClaimInput> = {}): ClaimInput & Reference {
    this.made++;
    return {
      source: this.graph.source,
      id: `claim-${String(this.made).padStart(5, '0')}`,
      person: this.referenceOf(person),
      skill: this.graph.skills[0]!.reference,
      kind: 'SELF',
      ...(given.band === undefined && { level: 0.6 }),
      at: day(0),
      ...given,
    } as ClaimInput & Reference;
  }

  /** What was claimed of a person, as this client reads it. */
  async of(
    person: number,
    given: { filterBy?: ClaimFilter; orderBy?: ClaimOrder } = {},
    client = this.admin,
  ): Promise<readonly Claim[]> {
    const { person: found } = await client.get(CLAIMS, { id: this.idOf(person), ...given });
    expect(found!.claims!.totalCount).toBe(found!.claims!.nodes.length);
    return found!.claims!.nodes;
  }
  async levelsOf(person: number, filterBy: ClaimFilter = {}): Promise<number[]> {
    return (await this.of(person, { filterBy })).map(({ level }) => level);
  }
}

/** What a batch of one item says that is new, and that is known. */
export const acknowledged = {
  recorded: 1,
  duplicates: 0,
  results: [{ index: 0, status: 'RECORDED' }],
  errors: [],
};
export const known = { recorded: 0, duplicates: 1, results: [{ index: 0, status: 'DUPLICATE' }], errors: [] };
