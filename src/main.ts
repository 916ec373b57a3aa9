import './app/production';
import 'reflect-metadata';
import { run } from './app/commands/commands';

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
