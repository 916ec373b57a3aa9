import { connect, createServer } from 'node:net';
import { portTaken } from './failure';

/** Bolt's magic number and four proposals: 5.0 to 5.8, 4.4 to 4.2, 4.1, 3.0. */
const handshake = Buffer.from([0x60, 0x60, 0xb0, 0x17, 0, 8, 8, 5, 0, 2, 4, 4, 0, 0, 1, 4, 0, 0, 0, 3]);

/** Whether a server on this port of 127.0.0.1 agrees on a version of Bolt. */
export function answersBolt(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    const answer = (agreed: boolean): void => {
      socket.destroy();
      resolve(agreed);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.on('error', () => answer(false));
    socket.on('close', () => answer(false));
    socket.on('connect', () => socket.write(handshake));
    // Four bytes: the version chosen, or zeros for none.
    socket.on('data', (data) => answer(data.length >= 4 && data.readUInt32BE(0) !== 0));
  });
}

/** A port of 127.0.0.1 on which nothing listens: the one asked for, or any. */
export function reservePort(wanted?: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', (error) => reject(wanted === undefined ? error : portTaken(wanted)));
    server.listen({ port: wanted ?? 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
