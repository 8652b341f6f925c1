import { startEmbeddedServer } from '../../../../worker/temporal-server/embedded.ts';

const [path = '', serverVersion = '', file = ''] = process.argv.slice(2);
const server = await startEmbeddedServer({ program: { path, serverVersion }, file, env: process.env });
process.stdout.write(`server ${server.pid()}\n`);
setInterval(() => undefined, 1_000);
