import { type ServerType, serve } from '@hono/node-server';
import { portTaken } from '../wording/operator/program.ts';
import { StartRefused } from './start-refused.ts';

/** Serves the pages. @throws StartRefused when somebody else holds the port. */
export function serveWeb(
  app: { fetch: (request: Request) => Response | Promise<Response> },
  host: string,
  port: number,
): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server: ServerType = serve({ fetch: app.fetch, hostname: host, port }, () => {
      resolve({
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new StartRefused(portTaken(host, port), { cause: error }) : error);
    });
  });
}
