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
  query KitCalibrationRuns {
    calibrationRuns {
      id
      dryRun
      state
      progress
      startedAt
      endedAt
      calibration
      failure
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

export async function calibrationRuns(admin: Client) {
  return (await admin.get(RUNS)).calibrationRuns;
}

/** Waits until the latest run has ended. */
export async function endOfRun(admin: Client) {
  for (;;) {
    const [run] = await calibrationRuns(admin);
    if (run && run.state !== 'RUNNING') return run;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Calibrates, or tells what would become of it. */
export async function calibrateBy(admin: Client, dryRun: boolean) {
  await startRun(admin, dryRun);
  return endOfRun(admin);
}

export async function listedCalibrations(admin: Client) {
  return (await admin.get(CALIBRATIONS)).calibrations;
}
