import { DefaultLogger, Runtime } from '@temporalio/worker';

let quiet = false;

/** Only errors are printed, of the SDK's core as of its own lines. May be called again. */
export function quietRuntime(): void {
  if (quiet) return;
  quiet = true;
  Runtime.install({
    logger: new DefaultLogger('ERROR'),
    telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } },
  });
}
