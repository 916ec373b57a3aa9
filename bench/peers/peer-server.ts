import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DatabaseAddress } from '../../src/graph/driver/database';
import { BadInputError } from '../../src/shared/errors';

export interface PeerServer {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a graph by @neo4j/graphql, in a process of its own.
 * @throws BadInputError where its packages are not there: they are no part of the project.
 */
export async function startPeer({ uri, username, password }: DatabaseAddress): Promise<PeerServer> {
  if (!existsSync(join(__dirname, 'node_modules')))
    throw new BadInputError('The packages of the peer are not there: npm ci --prefix bench/peers');
  const child = spawn(process.execPath, [join(__dirname, 'server.mjs')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      ...{ NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password },
    },
  });
  const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
  return {
    url,
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
