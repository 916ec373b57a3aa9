import { explainFailedStart, deepestCause } from './start-failure';

const explain = (text: string): string =>
  explainFailedStart({ dataDirectory: '/data', boltPort: 7687, logPath: '/data/logs/neo4j.log', text })
    .message;

test('a full disk that only Java noticed is said to be one', () => {
  expect(
    explain(
      '2026-01-01 00:00:00.000+0000 ERROR Failed\nCaused by: java.io.IOException: No space left on device',
    ),
  ).toMatch(/^The disk that holds \/data is full; free some space/);
});

test('a port that was taken at the last moment is named', () => {
  expect(explain('Caused by: java.net.BindException: Address already in use')).toMatch(
    /^Port 7687 .* is taken/,
  );
});

test('a store of another version is not touched and the log is named', () => {
  const message = explain('Caused by: java.lang.IllegalStateException: Unknown store version 9.9');
  expect(message).toMatch(/written by another version of Neo4j/);
  expect(message).toContain('/data/logs/neo4j.log');
});

test('anything else comes with the deepest cause and the log', () => {
  const text = [
    '2026-01-01 00:00:00.000+0000 INFO  Starting...',
    '2026-01-01 00:00:01.000+0000 ERROR Failed to start Neo4j on 127.0.0.1.',
    'java.lang.RuntimeException: Error starting Neo4j database server',
    'Caused by: org.neo4j.Whatever: the moon is wrong',
    '\tat org.neo4j.Foo',
    '2026-01-01 00:00:02.000+0000 INFO  Stopped.',
  ].join('\n');
  expect(deepestCause(text)).toBe('org.neo4j.Whatever: the moon is wrong');
  expect(explain(text)).toMatch(/^Neo4j did not start: “org.neo4j.Whatever: the moon is wrong”; the log is/);
});
