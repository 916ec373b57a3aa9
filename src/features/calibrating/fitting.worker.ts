import { parentPort, workerData } from 'node:worker_threads';
import type { AnswerLog } from '../../estimators/answer-log';
import { fitCalibration } from '../../estimators/calibration-fit';
import type { FittingMessage } from './fitting';

const report = (message: FittingMessage): void => parentPort?.postMessage(message);

report({ fitted: fitCalibration(workerData as AnswerLog, (progress) => report({ progress })) });
