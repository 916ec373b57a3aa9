import { parentPort, workerData } from 'node:worker_threads';
import type { AnswerLog } from '../../estimators/answer-log';
import { fitCalibration } from '../../estimators/calibration-fit';
import type { FittingMessage } from './fitting';

const tell = (message: FittingMessage): void => parentPort?.postMessage(message);

tell({ fitted: fitCalibration(workerData as AnswerLog, (progress) => tell({ progress })) });
