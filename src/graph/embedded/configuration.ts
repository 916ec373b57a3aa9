import { join } from 'node:path';
import type { Memory } from './memory';

/** What one Neo4j is started with. */
export interface Neo4jOrder {
  readonly dataDirectory: string;
  readonly jarDirectory: string;
  readonly javaCommand: string;
  readonly boltPort: number;
  readonly memory: Memory;
  readonly shortLived: boolean;
}

/** neo4j.conf of the embedded database: one user, one machine, nothing reachable from outside. */
export function neo4jConfiguration({ boltPort, memory, shortLived }: Neo4jOrder): string {
  const settings: Record<string, string> = {
    'server.default_listen_address': '127.0.0.1',
    'server.default_advertised_address': '127.0.0.1',
    'server.bolt.enabled': 'true',
    'server.bolt.listen_address': `127.0.0.1:${boltPort}`,
    'server.bolt.advertised_address': `127.0.0.1:${boltPort}`,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'dbms.usage_report.enabled': 'false',
    'server.memory.pagecache.size': `${memory.pageCacheMegabytes}m`,
    // Without these an empty database takes 512 MB of disk, and a busy one keeps two days of logs.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.size': '64m',
    'db.tx_log.rotation.retention_policy': '2 files',
    'db.logs.query.enabled': 'OFF',
    // A transaction whose client vanished without a word ends with its locks. Work that a client gives less time to ends
    // sooner; nothing that Skillwake does in one transaction takes this long.
    'db.transaction.timeout': '5m',
    // Where a query is at work, its client's connection is tried this often: one that is refused ends the query.
    'server.bolt.connection_keep_alive': '10s',
    'server.bolt.connection_keep_alive_for_requests': 'ALL',
    'internal.server.bolt.tcp_keep_alive': 'true',
    // Neo4j's default lets every stop wait ten seconds for connections that no longer come.
    'internal.dbms.bolt.netty_server_shutdown_quiet_period': '0',
    ...(shortLived && plannedOnce),
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  return `# Written at every start; changes made here are lost.\n${lines.join('\n')}\n`;
}

/** A plan a statement, whatever the graph has grown to and however long the lists are that it is asked about. */
const plannedOnce: Readonly<Record<string, string>> = {
  'dbms.cypher.min_replan_interval': '1d',
  'internal.cypher.use_parameter_size': 'false',
  'server.memory.query_cache.per_db_cache_num_entries': '10000',
};

/** What Neo4j's own neo4j.conf gives to Java 17 and 21, except for pre-touching the heap and flight recording. */
const flagsOfNeo4j = [
  '-XX:-OmitStackTraceInFastThrow',
  '-XX:+UnlockExperimentalVMOptions',
  '-XX:+TrustFinalNonStaticFields',
  '-XX:+DisableExplicitGC',
  '-Djdk.nio.maxCachedBufferSize=1024',
  '-Dio.netty.tryReflectionSetAccessible=true',
  '-Dio.netty.leakDetection.level=DISABLED',
  '-Dlog4j2.disable.jmx=true',
  '-Dlog4j.layout.jsonTemplate.maxStringLength=32768',
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '--add-opens=java.base/java.util.concurrent=ALL-UNNAMED',
  '--enable-native-access=ALL-UNNAMED',
];

/**
 * For a Java that ends before what is compiled a second time would pay. The compiled planner alone outgrows the 48 MB that
 * Java keeps for code of one level, and what is thrown out is interpreted again; specialised method handles are one more
 * class to compile for each type of the planner's trees.
 */
const compiledOnce = [
  '-XX:TieredStopAtLevel=1',
  '-XX:ReservedCodeCacheSize=240m',
  '-Djava.lang.invoke.MethodHandle.CUSTOMIZE_THRESHOLD=-1',
  '-XX:+UseSerialGC',
];

/** Arguments of the java command that runs the database. */
export function serverArguments({ jarDirectory, memory, shortLived }: Neo4jOrder, home: string): string[] {
  return [
    // The parallel collector takes 100 MB less than G1 on heaps of this size.
    ...(shortLived ? compiledOnce : ['-XX:+UseParallelGC']),
    `-Xms${Math.min(256, memory.heapMegabytes)}m`,
    `-Xmx${memory.heapMegabytes}m`,
    ...flagsOfNeo4j,
    '-Dfile.encoding=UTF-8',
    '-cp',
    join(jarDirectory, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
  ];
}

/**
 * The file of arguments for setting the password before the first start. The password goes through a file because
 * every user of the machine can read another process's arguments.
 */
export function passwordArguments(jarDirectory: string, password: string): string {
  const words = [
    ...compiledOnce,
    '-cp',
    join(jarDirectory, '*'),
    'org.neo4j.cli.AdminTool',
    'dbms',
    'set-initial-password',
    password,
  ];
  return words.map((word) => `"${word.replace(/[\\"]/g, '\\$&')}"`).join('\n');
}
