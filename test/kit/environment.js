const { join, sep } = require('node:path');
const { LegacyFakeTimers, ModernFakeTimers } = require('@jest/fake-timers');
const { ModuleMocker } = require('jest-mock');

const specsOfApi = join(__dirname, '..') + sep;

/** What jest itself leaves on the global under symbols: a timeout or a handler of one file would count in the next. */
const ofJest = /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|RETRY_|TEST_TIMEOUT_|WAIT_BEFORE_RETRY|LOG_ERRORS_)/;

/**
 * The worker's own realm for every file of specs, so that what test/kit/runtime.js loads once fits all of them. What a
 * file changes of the process goes with it: variables, the console, the way to exit.
 */
class WorkerEnvironment {
  constructor({ projectConfig: config }, { testPath }) {
    this.testPath = testPath;
    this.global = globalThis;
    this.before = { console: globalThis.console, exit: process.exit, variables: { ...process.env } };
    this.moduleMocker = new ModuleMocker(globalThis);
    const timerConfig = { idToRef: (id) => id, refToId: (timer) => timer };
    const given = { config, global: globalThis, moduleMocker: this.moduleMocker, timerConfig };
    this.fakeTimers = new LegacyFakeTimers(given);
    this.fakeTimersModern = new ModernFakeTimers(given);
  }

  /** The worker's Neo4j starts here, where no timeout counts: the first hook of a spec has to do with its own work only. */
  async setup() {
    const { SKILLWAKE_TEST_DATABASES: run, JEST_WORKER_ID: worker = '1' } = process.env;
    if (this.testPath.startsWith(specsOfApi)) await globalThis.fetch(`${run}/${worker}`);
  }

  /** A spec that leaves on the database what others do not expect fails by itself, and not one of those. */
  async teardown() {
    try {
      if (this.testPath.startsWith(specsOfApi)) await require('./left-behind.ts').expectNothingLeftBehind();
    } finally {
      this.takeBack();
    }
  }

  takeBack() {
    this.fakeTimers.dispose();
    this.fakeTimersModern.dispose();
    for (const key of Object.getOwnPropertySymbols(globalThis)) {
      if (ofJest.test(key.description)) delete globalThis[key];
    }
    const { console, exit, variables } = this.before;
    globalThis.console = console;
    process.exit = exit;
    for (const name of Object.keys(process.env)) if (!(name in variables)) delete process.env[name];
    Object.assign(process.env, variables);
    this.global = null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  getVmContext() {
    return null;
  }
}

module.exports = WorkerEnvironment;
