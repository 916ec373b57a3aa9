import { savedFilter, stateFilter } from '../../graph/nouns/noun-list';
import { NodeList } from '../nouns/lists';
import type { RequestContext } from '../request/context';
import { ShownProposal, sightOf } from './proposal';
import { proposalColumns, type ProposalRow } from './proposal.store';
import type { Proposal } from './proposal.type';

const proposals = {
  nested: true,
  filters: {
    states: stateFilter(`CASE WHEN proposal.confirmedAt IS NOT NULL THEN 'CONFIRMED'
           WHEN proposal.withdrawnAt IS NOT NULL THEN 'WITHDRAWN'
           WHEN proposal.expiresAt <= $now THEN 'EXPIRED' ELSE 'OPEN' END`),
    updatedSince: savedFilter('proposal'),
  },
  orders: {
    PROPOSED_AT: [
      ['proposal.proposedAt', 'number'],
      ['proposal.key', 'string'],
    ],
  },
  columns: proposalColumns,
} as const;

async function shown(context: RequestContext) {
  const sight = await sightOf(context);
  return {
    parameters: { now: context.now },
    nodeOf: (row: ProposalRow): Proposal => new ShownProposal(row, sight),
  };
}

export const proposalsForProject = new NodeList<ProposalRow, Proposal>(
  {
    name: 'proposals.forProject',
    match: 'MATCH (project:Project {id: parent})-[:HAS_PROPOSAL]->(proposal:Proposal)',
    ...proposals,
  },
  shown,
);

/** Once each, whoever was merged into the person. */
export const proposalsOfPerson = new NodeList<ProposalRow, Proposal>(
  {
    name: 'proposals.ofPerson',
    match: `MATCH (:Person {id: parent})<-[:PROPOSES]-(:ProposedMember)<-[:HAS_MEMBER]-(proposal:Proposal)<-[:HAS_PROPOSAL]-(project:Project)
       WITH DISTINCT proposal, project`,
    ...proposals,
  },
  shown,
);
