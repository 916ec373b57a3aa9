import type { TestApp } from './app';
import type { Client, Operation } from './client';
import { buildOrganisation } from './graph';
import {
  ASSIGNED_BY_PROPOSALS,
  PROPOSALS_OF_PERSON,
  PROPOSE_TEAM,
  type ShownProposal,
} from './proposal-operations';
import { buildStaffing, elsewhere, unknown, type Staffing } from './staffing';

/** The lead of those at even positions, which is the responsible team, and of those at odd ones. */
export const [ofTeam, ofOthers] = [elsewhere, unknown];

interface Payload {
  readonly proposal?: ShownProposal | null;
  readonly errors: readonly { code: string; message: string; fields: string[] }[];
}

export const codesOf = ({ errors }: Payload) => errors.map(({ code, fields }) => [code, ...fields]);

export async function send<Input>(
  client: Client,
  operation: Operation<{ readonly payload: Payload }, { input: Input }>,
  input: Input,
): Promise<Payload> {
  return (await client.get(operation, { input })).payload;
}

/** People who are proposed for a project, by their position, and who proposes and leads them. */
export class Proposing {
  private proposed = 0;

  private constructor(
    private readonly app: TestApp,
    private readonly staffing: Staffing,
    readonly admin: Client,
    readonly lead: Client,
    readonly otherLead: Client,
    readonly hr: Client,
  ) {}

  static async build(app: TestApp): Promise<Proposing> {
    const admin = await app.as('admin');
    const staffing = await buildStaffing(admin);
    const { source, people } = staffing.graph;
    await buildOrganisation(admin, {
      teams: [
        { source, id: 'team', leads: [people[ofTeam]!.reference] },
        { source, id: 'other team', leads: [people[ofOthers]!.reference] },
      ],
    });
    const lead = await app.as('lead', people[ofTeam]!.id);
    const otherLead = await app.as('lead', people[ofOthers]!.id);
    return new Proposing(app, staffing, admin, lead, otherLead, await app.as('hr', people[7]!.id));
  }

  get project(): string {
    return this.staffing.project;
  }

  own(id: string) {
    return { source: this.staffing.graph.source, id };
  }

  idOf(position: number): string {
    return this.staffing.graph.people[position]!.id;
  }

  reference(position: number) {
    return this.staffing.graph.people[position]!.reference;
  }

  nameOf(position: number): string {
    return `${this.reference(position).id} of ${this.staffing.graph.source}`;
  }

  person(position: number): Promise<Client> {
    return this.app.as('person', this.idOf(position));
  }

  inputOf(positions: readonly number[], given: object = {}) {
    return {
      ...this.own(`proposal ${String(++this.proposed)}`),
      project: { globalId: this.project },
      members: positions.map((position) => ({ person: this.reference(position) })),
      why: 'They cover it together.',
      ...given,
    };
  }

  async propose(
    positions: readonly number[],
    given: object = {},
    client = this.lead,
  ): Promise<ShownProposal> {
    const { proposal, errors } = await send(client, PROPOSE_TEAM, this.inputOf(positions, given));
    expect(errors).toEqual([]);
    return proposal!;
  }

  answersFor({ members }: ShownProposal, position: number) {
    return members.find((member) => member.person.id === this.idOf(position))!.answers;
  }

  async assigned() {
    const { project } = await this.admin.get(ASSIGNED_BY_PROPOSALS, { id: this.project });
    return project!.assignments.nodes;
  }

  async assignmentsOf(position: number) {
    return (await this.assigned()).filter((one) => one.person.id === this.idOf(position));
  }

  /** The latest proposals of a person, as somebody sees them. */
  async seenBy(client: Client, position: number, filterBy?: object): Promise<readonly ShownProposal[]> {
    const { person } = await client.get(PROPOSALS_OF_PERSON, { id: this.idOf(position), filterBy });
    return person!.proposals!.nodes;
  }
}
