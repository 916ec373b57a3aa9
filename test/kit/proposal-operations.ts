import { graphql } from '../generated/gql';
import type { ProposalPartsFragment } from '../generated/graphql';

export type ShownProposal = ProposalPartsFragment;

graphql(`
  fragment ProposalParts on Proposal {
    id
    externalId {
      value
    }
    project {
      name
    }
    state
    why
    proposedBy {
      id
    }
    role
    expiresAt
    confirmedBy {
      id
    }
    size
    summary
    members {
      person {
        id
        name
      }
      share
      from
      to
      why
      isLeftOut
      answers {
        by {
          id
        }
        as
        accepts
        reason
      }
    }
  }
`);
graphql(`
  fragment ProposalPayloadParts on ProposalPayload {
    proposal {
      ...ProposalParts
    }
    errors {
      index
      code
      message
      fields
    }
  }
`);

export const PROPOSE_TEAM = graphql(`
  mutation ProposeTeam($input: ProposalInput!) {
    payload: proposeTeam(input: $input) {
      ...ProposalPayloadParts
    }
  }
`);
export const ACCEPT_PROPOSAL = graphql(`
  mutation AcceptProposal($input: AcceptProposalInput!) {
    payload: acceptProposal(input: $input) {
      ...ProposalPayloadParts
    }
  }
`);
export const DECLINE_PROPOSAL = graphql(`
  mutation DeclineProposal($input: DeclineProposalInput!) {
    payload: declineProposal(input: $input) {
      ...ProposalPayloadParts
    }
  }
`);
export const CONFIRM_PROPOSAL = graphql(`
  mutation ConfirmProposal($input: ConfirmProposalInput!) {
    payload: confirmProposal(input: $input) {
      ...ProposalPayloadParts
    }
  }
`);
export const WITHDRAW_PROPOSAL = graphql(`
  mutation WithdrawProposal($input: WithdrawProposalInput!) {
    payload: withdrawProposal(input: $input) {
      ...ProposalPayloadParts
    }
  }
`);

export const PROPOSALS_OF_PERSON = graphql(`
  query ProposalsOfPerson($id: ID!, $filterBy: ProposalFilter) {
    person(id: $id) {
      proposals(first: 10, filterBy: $filterBy, orderBy: { field: PROPOSED_AT, direction: DESC }) {
        nodes {
          ...ProposalParts
        }
      }
    }
  }
`);

export const PROPOSALS_FOR_PROJECT = graphql(`
  query ProposalsForProject($id: ID!, $filterBy: ProposalFilter) {
    project(id: $id) {
      proposals(first: 10, filterBy: $filterBy, orderBy: { field: PROPOSED_AT, direction: DESC }) {
        nodes {
          ...ProposalParts
          promised {
            coveredProbability
            expectedFilled
            seats
            summary
          }
        }
      }
    }
  }
`);

export const ASSIGNED_BY_PROPOSALS = graphql(`
  query AssignedByProposals($id: ID!) {
    project(id: $id) {
      assignments(first: 200, filterBy: { states: [CURRENT, FUTURE, PAST] }) {
        nodes {
          person {
            id
          }
          share
          from
          to
        }
      }
    }
  }
`);

export const FORMED_FOR_PROPOSAL = graphql(`
  query FormedForProposal($project: ID!, $size: Int!, $mustHave: [ID!]!) {
    formTeam(project: $project, size: $size, constraints: { mustHave: $mustHave }) {
      readiness
      coverage {
        seats
        expectedFilled
      }
    }
  }
`);
