import { graphql } from '../generated/gql';
import type { Client } from './client';

const CALIBRATE = graphql(`
  mutation KitCalibrate($dryRun: Boolean!) {
    calibrate(dryRun: $dryRun) {
      id
      state
      dryRun
    }
  }
`);

const RUNS = graphql(`
  query KitRuns {
    runs {
      ...KitRun
    }
  }
`);

const RUN = graphql(`
  query KitRun($id: ID!) {
    run(id: $id) {
      ...KitRun
    }
  }

  fragment KitRun on Run {
    __typename
    id
    state
    progress
    startedAt
    endedAt
    calibration
    failure
    summary
    ... on CalibrationRun {
      dryRun
      forecast {
        answerCount
        personCount
        logLoss
        everybody {
          ...KitForecastGroup
        }
        teams {
          ...KitForecastGroup
        }
        teamsWithheld
        skills {
          ...KitForecastGroup
        }
        skillsWithheld
      }
    }
    ... on SkillMergeRun {
      skillCount
    }
    ... on SkillSplitRun {
      questionCount
    }
  }

  fragment KitForecastGroup on CalibrationForecastGroup {
    name
    team {
      id
    }
    skill {
      id
    }
    personCount
    levelCount
    meanChange
    raisedShare
    loweredShare
    otherBandShare
    summary
  }
`);

const CALIBRATIONS = graphql(`
  query KitCalibrations {
    calibrations {
      number
      state
      madeAt
      inForceSince
      inForceUntil
      answerCount
      personCount
      logLoss
      progress
      summary
    }
  }
`);

export async function startRun(admin: Client, dryRun: boolean) {
  return (await admin.get(CALIBRATE, { dryRun })).calibrate;
}

export async function allRuns(admin: Client) {
  return (await admin.get(RUNS)).runs;
}

/** Waits until a run has ended. */
export async function endOf(admin: Client, id: string) {
  for (;;) {
    const { run } = await admin.get(RUN, { id });
    if (!run) throw new Error(`The server knows no run ${id}.`);
    if (run.state !== 'RUNNING') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until the latest run, of a calibration, has ended. */
export async function endOfRun(admin: Client) {
  const [latest] = await allRuns(admin);
  const run = await endOf(admin, latest?.id ?? '');
  if (run.__typename !== 'CalibrationRun') throw new Error(`The latest run is a ${run.__typename}.`);
  return run;
}

/** Calibrates, or tells what would become of it. */
export async function calibrateBy(admin: Client, dryRun: boolean) {
  await startRun(admin, dryRun);
  return endOfRun(admin);
}

export async function listedCalibrations(admin: Client) {
  return (await admin.get(CALIBRATIONS)).calibrations;
}
