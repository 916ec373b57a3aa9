import { evidenceId, externalNameOf, globalId } from '../../shared/ids';
import { dateOf } from '../../shared/period';
import { counted } from '../../shared/words';
import { roleNames } from '../access/role.type';
import { sees, type Viewer, type Visible } from '../access/viewer';
import { namedPerson } from '../people/people.store';
import { namedProject, staffedBy } from '../projects/project.store';
import type { RequestContext } from '../request/context';
import type { MemberRow, ProposalRow } from './proposal.store';
import { ProposalState, type Proposal, type ProposedPerson } from './proposal.type';

/** What a viewer may see of proposals. */
export interface Sight {
  readonly visible: Visible;
  /** Whether they answer for a project, internal id: they then see all of a team. */
  readonly staffs: (project: string) => boolean;
  readonly viewer: Viewer;
  readonly now: number;
}

export async function sightOf(context: RequestContext): Promise<Sight> {
  const { database, viewer, now } = context;
  const [visible, staffs] = await Promise.all([context.visible(), staffedBy(database, viewer)]);
  return { visible, viewer, now, staffs: viewer.role === 'person' ? () => false : staffs };
}

/** Those of a team whom a viewer may know to be proposed. */
export function membersSeen(
  { project, members }: ProposalRow,
  { visible, staffs }: Sight,
): readonly MemberRow[] {
  return staffs(project.key) ? members : members.filter(({ person }) => sees(visible, person.key));
}

export function stateOf(
  { confirmedAt, withdrawnAt, expiresAt }: Pick<ProposalRow, 'confirmedAt' | 'withdrawnAt' | 'expiresAt'>,
  now: number,
): ProposalState {
  if (confirmedAt !== null) return ProposalState.CONFIRMED;
  if (withdrawnAt !== null) return ProposalState.WITHDRAWN;
  return expiresAt <= now ? ProposalState.EXPIRED : ProposalState.OPEN;
}

/** A proposal as a viewer sees it, with the row that it was read from. */
export class ShownProposal implements Proposal {
  readonly key: string;
  readonly id: string;
  readonly externalId: Proposal['externalId'];
  readonly project: Proposal['project'];
  readonly state: ProposalState;
  readonly why: string;
  readonly proposedBy: Proposal['proposedBy'];
  readonly role: Proposal['role'];
  readonly proposedAt: Date;
  readonly expiresAt: Date;
  readonly confirmedBy: Proposal['confirmedBy'];
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly updatedAt: Date;
  readonly size: number;

  constructor(
    readonly row: ProposalRow,
    readonly sight: Sight,
  ) {
    this.key = row.key;
    this.id = evidenceId(row.key);
    this.externalId = externalNameOf(row.key);
    this.project = namedProject(row.project);
    this.state = stateOf(row, sight.now);
    this.why = row.why;
    this.proposedBy = row.proposedBy && namedPerson(row.proposedBy);
    this.role = roleNames[row.role];
    this.proposedAt = new Date(row.proposedAt);
    this.expiresAt = new Date(row.expiresAt);
    this.confirmedBy = row.confirmedBy && namedPerson(row.confirmedBy);
    this.confirmedAt = dateOf(row.confirmedAt);
    this.withdrawnAt = dateOf(row.withdrawnAt);
    this.updatedAt = new Date(row.updatedAt);
    this.size = row.members.length;
  }

  members(): ProposedPerson[] {
    const own = this.sight.viewer.personKey;
    const isOpen = this.state === ProposalState.OPEN;
    return membersSeen(this.row, this.sight).map(({ person, share, from, to, why, leftOut, answers }) => ({
      ...{
        person: namedPerson(person),
        share,
        from: new Date(from),
        to: dateOf(to),
        why,
        isLeftOut: leftOut,
      },
      answers: answers
        .filter(({ by }) => isOpen || person.key === own || by.key === own)
        .map((answer) => ({ ...answer, by: namedPerson(answer.by), at: new Date(answer.at) })),
    }));
  }

  get summary(): string {
    const names = membersSeen(this.row, this.sight).map(({ person }) => person.name);
    const others = this.size - names.length;
    const team = [...names, ...(others > 0 ? [counted(others, 'other')] : [])];
    const { proposedBy, project } = this.row;
    const by = proposedBy ? ` by ${proposedBy.name}` : '';
    return `${listed(team)} for ${project.name}, proposed${by} on ${dayOf(this.row.proposedAt)}: ${stateInWords(this.row, this.state)}.`;
  }
}

export function listed(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB').format(names);
}

export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** What became of a proposal, as the end of a sentence. */
export function stateInWords(
  { confirmedBy, confirmedAt, withdrawnAt, expiresAt }: ProposalRow,
  state: ProposalState,
): string {
  switch (state) {
    case ProposalState.OPEN:
      return `open until ${dayOf(expiresAt)}`;
    case ProposalState.CONFIRMED:
      return `confirmed${confirmedBy ? ` by ${confirmedBy.name}` : ''} on ${dayOf(confirmedAt ?? 0)}`;
    case ProposalState.WITHDRAWN:
      return `withdrawn on ${dayOf(withdrawnAt ?? 0)}`;
    case ProposalState.EXPIRED:
      return `expired on ${dayOf(expiresAt)}`;
  }
}

/** Global id of a person who is proposed. */
export function idOf({ person }: MemberRow): string {
  return globalId('Person', person.key);
}
