import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

/** The graph as somebody would describe it to @neo4j/graphql who has the same questions; the sum of five skills is Cypher of their own. */
const typeDefs = /* GraphQL */ `
  type Person @node {
    id: ID!
    name: String!
    sortName: String!
    skills: [Skill!]! @relationship(type: "HAS_SKILL", direction: OUT, properties: "HasSkill")
  }

  type HasSkill @relationshipProperties {
    intercept: Float!
    variance: Float!
    lastEvidenceAt: Float!
    answers: Int!
  }

  type Skill @node {
    id: ID!
    name: String!
    sortName: String!
    people: [Person!]! @relationship(type: "HAS_SKILL", direction: IN, properties: "HasSkill")
  }

  type Requires @relationshipProperties {
    level: Float!
  }

  type Project @node {
    id: ID!
    name: String!
    requires: [Skill!]! @relationship(type: "REQUIRES", direction: OUT, properties: "Requires")
    candidates: [Candidate!]!
      @cypher(
        statement: """
        MATCH (this)-[:REQUIRES]->(skill:Skill)<-[mastery:HAS_SKILL]-(person:Person)
        WITH person, sum(mastery.intercept) AS total ORDER BY total DESC LIMIT 20
        RETURN {name: person.name, total: total} AS candidate
        """
        columnName: "candidate"
      )
  }

  type Candidate {
    name: String!
    total: Float!
  }
`;

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD } = process.env;
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const schema = await new Neo4jGraphQL({
  typeDefs,
  driver,
  features: { filters: { String: { GTE: true } } },
}).getSchema();
const { url } = await startStandaloneServer(new ApolloServer({ schema }), { listen: { port: 0 } });
console.log(url);
