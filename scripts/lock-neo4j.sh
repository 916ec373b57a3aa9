#!/bin/sh
# Writes src/graph/embedded/neo4j.lock.json: every jar that the embedded Neo4j runs from, with its size and SHA-512.
# Run it after changing the version in scripts/neo4j/pom.xml. Needs Maven and Node; users of Skillwake need neither Maven nor this.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A copy of the pom, so that Maven leaves no target folder in the checkout.
cp "$here/neo4j/pom.xml" "$work/pom.xml"
mvn --batch-mode --quiet --file "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:list \
  -DincludeScope=runtime -DoutputFile="$work/list.txt"
mvn --batch-mode --quiet --file "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
  -DincludeScope=runtime -DoutputDirectory="$work/jars"

node - "$work" "$here/../src/graph/embedded/neo4j.lock.json" <<'NODE'
const { createHash } = require('node:crypto');
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const [work, target] = process.argv.slice(2);

// A line reads group:artifact:jar[:classifier]:version:scope, now and then with a module name behind it.
const coordinates = readFileSync(`${work}/list.txt`, 'utf8')
  .split('\n')
  .map((line) => /^\s+(\S+):(?:compile|runtime)\b/.exec(line)?.[1])
  .filter(Boolean)
  .sort();
const jars = coordinates.map((coordinate) => {
  const [, artifact, , ...rest] = coordinate.split(':');
  const [version, classifier] = rest.reverse();
  const file = `${artifact}-${version}${classifier ? `-${classifier}` : ''}.jar`;
  const content = readFileSync(`${work}/jars/${file}`);
  return { coordinates: coordinate, file, bytes: content.length, sha512: createHash('sha512').update(content).digest('hex') };
});
const copied = readdirSync(`${work}/jars`).length;
if (jars.length === 0 || jars.length !== copied) {
  throw new Error(`Maven listed ${jars.length} jars but copied ${copied}; the lock file was left as it was.`);
}
const version = coordinates.find((coordinate) => coordinate.startsWith('org.neo4j:neo4j:')).split(':').pop();
writeFileSync(target, `${JSON.stringify({ version, jars }, null, 2)}\n`);
console.log(`Locked Neo4j ${version}: ${jars.length} jars.`);
NODE
