import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InstallationError } from '../../shared/errors';
import { ensureJars } from './jars';
import { neo4jVersion } from './neo4j-version';
import type { LockedJar } from './neo4j-version';

const contents = new Map(
  Array.from({ length: 40 }, (_, index) => [`part-${index}-1.0.jar`, `content of jar ${index}`]),
);
const jars: LockedJar[] = [...contents].map(([file, content]) => ({
  coordinates: `org.example:${file.replace('-1.0.jar', '')}:jar:1.0`,
  file,
  bytes: content.length,
  sha512: createHash('sha512').update(content).digest('hex'),
}));

let cacheDirectory: string;
let folder: string;
let server: Server;
let mavenRepository: string;
let asked: string[];
/** What the mirror serves for a file; undefined: 404. */
let serve: (file: string) => string | undefined;

beforeEach(async () => {
  cacheDirectory = await mkdtemp(join(tmpdir(), 'skillwake-jars-'));
  folder = join(cacheDirectory, 'neo4j', neo4jVersion);
  asked = [];
  serve = (file) => contents.get(file);
  server = createServer((request, response) => {
    const file = request.url?.split('/').at(-1) ?? '';
    asked.push(file);
    const content = serve(file);
    response.writeHead(content === undefined ? 404 : 200).end(content);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  mavenRepository = `http://127.0.0.1:${(server.address() as AddressInfo).port}/maven`;
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(cacheDirectory, { recursive: true });
});

const ensure = (): Promise<string> => ensureJars({ cacheDirectory, mavenRepository, jars });
const files = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name !== 'verified.json').sort();

test('fetches every jar once, keeps what is whole, and asks for nothing the second time', async () => {
  expect(await ensure()).toBe(folder);
  expect(await files()).toEqual([...contents.keys()].sort());
  expect(asked).toHaveLength(40);
  await ensure();
  expect(asked).toHaveLength(40);
});

test('two at once fetch each jar once and leave it whole', async () => {
  await Promise.all([ensure(), ensure()]);
  expect(asked).toHaveLength(40);
  for (const [file, content] of contents) {
    expect(await readFile(join(folder, file), 'utf8')).toBe(content);
  }
});

test('goes on where it was interrupted and clears away halves', async () => {
  serve = (file) => (file === 'part-7-1.0.jar' ? undefined : contents.get(file));
  await expect(ensure()).rejects.toThrow(/could not be downloaded .* of 40 files are here and are kept/);
  await writeFile(join(folder, 'part-7-1.0.jar.1-abc.part'), 'cont');
  const kept = (await files()).filter((file) => file.endsWith('.jar'));
  serve = (file) => contents.get(file);
  asked = [];
  await ensure();
  expect([...asked].sort()).toEqual([...contents.keys()].filter((file) => !kept.includes(file)).sort());
  expect(await files()).toEqual([...contents.keys()].sort());
});

test('a jar spoilt in the cache is fetched again, also when its size is unchanged', async () => {
  await ensure();
  const path = join(folder, 'part-3-1.0.jar');
  await writeFile(path, 'CONTENT of jar 3');
  await utimes(path, 1, 1);
  await ensure();
  expect(asked.filter((file) => file === 'part-3-1.0.jar')).toHaveLength(2);
  expect(await readFile(path, 'utf8')).toBe('content of jar 3');
});

test('a mirror that serves other bytes is found out, and they do not stay', async () => {
  serve = (file) => (file === 'part-3-1.0.jar' ? 'Content of jar 3' : contents.get(file));
  const refused = ensure();
  await expect(refused).rejects.toThrow(InstallationError);
  await expect(refused).rejects.toThrow(
    /^part-3-1\.0\.jar as downloaded does not have the checksum .*try again/,
  );
  expect((await files()).filter((file) => file.startsWith('part-3-'))).toEqual([]);
});

test('a mirror out of reach gives a sentence with the way out', async () => {
  const unreachable = ensureJars({ cacheDirectory, mavenRepository: 'http://127.0.0.1:1', jars });
  await expect(unreachable).rejects.toThrow(InstallationError);
  await expect(unreachable).rejects.toThrow(
    /^Neo4j could not be downloaded \(.*\); connect to the network, or name a Maven/,
  );
});

test('a cache below a file is refused with a sentence', async () => {
  await mkdir(cacheDirectory, { recursive: true });
  const file = join(cacheDirectory, 'file');
  await writeFile(file, '');
  await expect(ensureJars({ cacheDirectory: file, mavenRepository, jars })).rejects.toThrow(
    InstallationError,
  );
});
