/** An operation to begin with, as a tab of GraphiQL. */
export interface Stop {
  readonly query: string;
  /** Variables without which it is no use; those that the link does not carry leave the tab out. */
  readonly needs: readonly string[];
  /** Variables that are filled in where the link carries them. */
  readonly takes: readonly string[];
}

const ofOne = (name: string, query: string): Stop => ({ query, needs: [name], takes: [name, 'asOf'] });
const ofAll = (query: string): Stop => ({ query, needs: [], takes: [] });

/** What can somebody do, who fits a project, what does a team lack; then the operations of the README. */
export const tour: readonly Stop[] = [
  ofOne(
    'person',
    `# What can this person do, how sure are we, and what moved it?
query Person($person: ID!, $asOf: DateTimeISO) {
  person(id: $person) {
    name
    mastery(asOf: $asOf) {
      nodes {
        summary
        skill { name }
        level
        interval { low high }
        explanation { prior changes { kind at change summary } }
      }
    }
  }
}
`,
  ),
  ofOne(
    'project',
    `# Who fits this project, and why?
query Candidates($project: ID!, $asOf: DateTimeISO) {
  project(id: $project) {
    name
    candidates(first: 5, asOf: $asOf) {
      nodes {
        person { name }
        fit
        knownShare
        summary
        requirements { requirement { level skill { name } } status probability }
      }
    }
  }
}
`,
  ),
  ofOne(
    'team',
    `# What does this team lack for the projects it is responsible for?
query Gaps($team: ID!, $asOf: DateTimeISO) {
  team(id: $team) {
    name
    gaps(asOf: $asOf) {
      ... on GapReport {
        summary
        gaps { summary requirement { level skill { name } } demand }
      }
      ... on Withheld { reason }
    }
  }
}
`,
  ),
  ofAll(`# What is known of everybody you may see?
query Known {
  people {
    nodes {
      name
      mastery {
        nodes {
          summary
          level
          interval { low high }
          explanation { prior changes { kind change summary } }
        }
      }
    }
  }
}
`),
  ofAll(`# How do people fare with what they learn, and is it the content or the knowledge?
query Content {
  module(id: "prices-and-rebates", source: "demo") {
    dropOffRate { ... on DropOffRate { summary } ... on Withheld { reason } }
    failureRate { ... on FailureRate { summary } ... on Withheld { reason } }
    timeToCompletion { ... on TimeToCompletion { summary } ... on Withheld { reason } }
    problems { nodes { id summary remedy } }
  }
}
`),
  ofAll(`# What you save you name yourself, by source and id; sending it again changes nothing.
mutation Save {
  saveSkills(items: [{ source: "mine", id: "sql", name: "SQL" }]) { errors { index message } }
  savePeople(items: [{ source: "hr", id: "42", name: "Ada Example" }]) { errors { index message } }
  saveQuestions(
    items: [
      {
        source: "lms"
        id: "q1"
        prompt: "What does a left join keep?"
        skills: [{ source: "mine", id: "sql" }]
      }
    ]
  ) { errors { index message } }
  recordAnswers(
    items: [
      {
        source: "lms"
        id: "a1"
        person: { source: "hr", id: "42" }
        question: { source: "lms", id: "q1" }
        score: 1
        at: "2026-01-31T09:00:00Z"
      }
    ]
  ) { recorded errors { index code message } }
}
`),
];
