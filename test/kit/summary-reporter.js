const { writeSync } = require('node:fs');

/**
 * Prints `N passed, N failed` (and `, N skipped` if any) alone on the last line. A file of tests that could not run
 * counts as one failed: its tests are unknown, and nothing of it may pass for success.
 */
class SummaryReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    const line = `${results.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`;
    // jest goes on to print its own summary, and what a teardown or a handle left open has to say: the exit is last.
    process.once('exit', () => writeSync(1, line));
  }
}

module.exports = SummaryReporter;
