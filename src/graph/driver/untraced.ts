/**
 * Starts a statement without the stack trace that the driver captures for each of them in case it fails: mapping it to
 * the sources costs more than the round trip. A statement that fails gets its stack trace afterwards.
 */
export function untraced<Started>(start: () => Started): Started {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return start();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
