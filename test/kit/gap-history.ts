import { statement } from '../../src/graph/driver/statement';
import type { Database, DatabaseAddress } from '../../src/graph/driver/database';
import { graphql } from '../generated/gql';
import type { GapChangesOfProjectQuery } from '../generated/graphql';
import { startApp, timesRun } from './app';
import type { Client } from './client';

graphql(`
  fragment GapChangesParts on GapChangesResult {
    __typename
    ... on Withheld {
      reason
    }
    ... on GapChanges {
      since
      asOf
      personCountBefore
      personCountNow
      shortfallBefore
      shortfallNow
      causes {
        people
        evidence
        fading
        demand
        calibration
      }
      summary
      changes {
        skill {
          id
          name
        }
        level
        demandBefore
        demandNow
        supplyBefore
        supplyNow
        shortfallBefore
        shortfallNow
        causes {
          people
          evidence
          fading
          demand
          calibration
        }
        summary
      }
    }
  }
`);
const OF_PROJECT = graphql(`
  query GapChangesOfProject($id: ID!, $since: DateTimeISO) {
    project(id: $id) {
      gapChanges(since: $since) {
        ...GapChangesParts
      }
    }
  }
`);
export const CHANGES_OF_GROUPS = graphql(`
  query GapChangesOfGroups($team: ID!, $since: DateTimeISO, $first: Int) {
    team(id: $team) {
      gapChanges(since: $since, first: $first) {
        ...GapChangesParts
      }
    }
    organisationGapChanges(since: $since) {
      ...GapChangesParts
    }
  }
`);
export type ChangesResult = NonNullable<GapChangesOfProjectQuery['project']>['gapChanges'];
export type Changes = Extract<ChangesResult, { __typename: 'GapChanges' }>;

/** What changed in a project's gaps as it is answered, withheld or not. */
export async function changesOf(client: Client, id: string, since?: number): Promise<ChangesResult> {
  const given = { id, since: since === undefined ? null : new Date(since).toISOString() };
  return (await client.get(OF_PROJECT, given)).project!.gapChanges;
}

/** The same shown, where the parts add up to the whole. */
export function shown(result: ChangesResult | undefined): Changes {
  if (result?.__typename !== 'GapChanges') throw new Error(JSON.stringify(result));
  for (const { causes, shortfallBefore, shortfallNow } of [result, ...result.changes]) {
    const { people, evidence, fading, demand, calibration } = causes;
    expect(people + evidence + fading + demand + calibration).toBeCloseTo(shortfallNow - shortfallBefore, 9);
  }
  return result;
}

/** A server starts, keeps how gaps stand, or finds that it is done, and stops. */
export async function keepGaps(
  address: DatabaseAddress,
  { days = 400, isDone = false }: { readonly days?: number; readonly isDone?: boolean } = {},
): Promise<void> {
  const app = await startApp({ SKILLWAKE_GAP_SNAPSHOT_DAYS: String(days) }, address);
  const last = isDone ? 'gapHistory.lastDay' : 'gapHistory.endDay';
  while (timesRun(app, last) === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  await app.close();
}

const SNAPSHOTS = statement<{ snapshot: Readonly<Record<string, unknown>> }>(
  'test.gapSnapshots',
  `MATCH (snapshot:GapSnapshot) RETURN snapshot {.*} AS snapshot ORDER BY snapshot.scope, snapshot.at`,
  'there are few',
);

/** All that is stored of how gaps stood. */
export async function storedSnapshots(database: Database): Promise<Readonly<Record<string, unknown>>[]> {
  return (await database.query(SNAPSHOTS)).map(({ snapshot }) => snapshot);
}
