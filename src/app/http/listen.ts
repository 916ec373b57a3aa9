import type { Server } from 'node:http';
import { InstallationError } from '../../shared/errors';

/** Resolves once the server listens; throws InstallationError where it cannot. */
export function listen(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'the port is taken' : error.message;
      reject(
        new InstallationError(
          `The API cannot listen on ${host}:${String(port)} (${reason}): set SKILLWAKE_PORT to a free port, or stop what runs there.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}
