import { graphql } from '../generated/gql';

graphql(`
  fragment SkillSupplyParts on SkillSupplyResult {
    __typename
    ... on Withheld {
      reason
    }
    ... on SkillSupplyFigures {
      personCount
      known
      unknown
      summary
      bands {
        band
        from
        to
        expectedPeople
      }
    }
  }
`);

/** What is asked of a skill's supply. */
export const SKILL_SUPPLY = graphql(`
  query SkillSupply($skill: ID!, $narrower: Boolean! = true, $team: ID, $asOf: DateTimeISO) {
    skillSupply(skill: $skill, narrower: $narrower, team: $team, asOf: $asOf) {
      asOf
      skill {
        id
      }
      total {
        ...SkillSupplyParts
      }
      teams {
        team {
          name
        }
        supply {
          ...SkillSupplyParts
        }
      }
    }
  }
`);
