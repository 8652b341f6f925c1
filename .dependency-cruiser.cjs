/**
 * Who may import whom, as rules. Each message says what to do instead.
 * `npm run lint` checks it; test/architecture.test.ts breaks rules on purpose.
 */

/**
 * A folder may import the folders (or files) of `allowed` and the packages of `packages`; those of `types` only as types;
 * Node's own modules where `node` is true. `instead` is what whoever breaks it reads.
 */
function may(name, folder, { allowed, packages = [], types = [], node = false, instead }) {
  const paths = allowed.map((path) => `^${path}`);
  const fromNpm = packages.map((pkg) => `node_modules/${pkg}/`);
  const rule = { severity: 'error', comment: instead };
  const from = { path: `^${folder}/` };
  const unlessNode = node ? ['core'] : [];
  return [
    { ...rule, name, from, to: { pathNot: [...paths, ...fromNpm], dependencyTypesNot: ['type-only', ...unlessNode] } },
    {
      ...rule,
      name: `${name}-types`,
      from,
      to: {
        pathNot: [...paths, ...fromNpm, ...types.map((path) => `^${path}`)],
        dependencyTypes: ['type-only'],
        dependencyTypesNot: unlessNode,
      },
    },
  ];
}

module.exports = {
  forbidden: [
    ...may('domain-is-alone', 'domain', {
      allowed: ['domain/'],
      packages: ['date-fns'],
      instead:
        'domain is pure: pass the value in as an argument, or let the workflow or activity fetch it. No I/O, no zod, no Temporal, no clock.',
    }),
    {
      name: 'dates-are-counted-in-the-calendar',
      severity: 'error',
      comment: 'Days are counted in domain/calendar only: add a function there and call it.',
      from: { path: '^domain/', pathNot: '^domain/calendar/' },
      to: { path: 'node_modules/date-fns/' },
    },
    ...may('plans-are-data', 'plans', {
      allowed: ['plans/', 'domain/'],
      packages: ['zod', 'yaml'],
      node: true,
      instead: 'plans/ reads files into domain values and nothing else: move what needs more to cli/ or worker/.',
    }),
    ...may('wording-is-pure', 'wording', {
      allowed: ['wording/', 'domain/'],
      instead: 'A sentence gets the facts it needs as arguments: look them up where the sentence is asked for.',
    }),
    ...may('workflows-stay-light', 'workflows', {
      allowed: ['workflows/', 'domain/'],
      packages: ['@temporalio/workflow'],
      types: ['activities/'],
      instead:
        'Workflow code decides by domain/ and calls activities by type (`import type`): put rules into domain/, side effects into activities/.',
    }),
    ...may('activities-speak-through-ports', 'activities', {
      allowed: ['activities/', 'domain/', 'wording/'],
      packages: ['@temporalio/activity', '@temporalio/common'],
      instead:
        'An activity asks a port of activities/ports.ts; the adapter (store, mail, documents) is given to it in worker/.',
    }),
    ...may('store-knows-its-driver', 'store', {
      allowed: ['store/', 'domain/'],
      packages: ['kysely', 'pg', '@types/pg', '@electric-sql'],
      types: ['activities/', 'client/', 'bot/', 'web/', 'mail/', 'documents/'],
      node: true,
      instead: 'A store implements a port: import the port of its user as a type, and let worker/ put them together.',
    }),
    ...may('mail-knows-its-driver', 'mail', {
      allowed: ['mail/', 'domain/'],
      packages: ['nodemailer', 'smtp-server', 'mailparser', '@types/(nodemailer|smtp-server|mailparser)'],
      types: ['activities/'],
      node: true,
      instead:
        'The mail adapter turns a letter into SMTP: import the port as a type, and let worker/ put them together.',
    }),
    ...may('dialogue-knows-no-channel', 'bot/dialogue', {
      allowed: ['bot/dialogue/', 'domain/', 'wording/'],
      instead: 'The dialogue asks for abilities of a channel, never for its name: pass them in as an argument.',
    }),
    ...may('conversation-speaks-through-ports', 'bot/conversation', {
      allowed: ['bot/(conversation|dialogue)/', 'domain/', 'wording/'],
      types: ['client/', 'store/'],
      node: true,
      instead:
        'What a conversation needs of the house is a port in bot/conversation: worker/ gives it the store and the client.',
    }),
    ...may('a-channel-stands-alone', 'bot/(web-chat|telegram|zalo-bot|zalo-oa)', {
      allowed: ['bot/', 'domain/', 'wording/'],
      packages: ['grammy', '@grammyjs'],
      types: ['web/', 'client/', 'store/', 'activities/'],
      node: true,
      instead:
        'A channel turns its own messages into the dialogue’s and back: rules belong into bot/dialogue, storage behind a port.',
    }),
    ...['web-chat', 'telegram', 'zalo-bot', 'zalo-oa'].map((channel) => ({
      name: `${channel}-imports-no-other-channel`,
      severity: 'error',
      comment: 'Channels do not know each other: what two of them share belongs into bot/dialogue or bot/conversation.',
      from: { path: `^bot/${channel}/` },
      to: { path: '^bot/(web-chat|telegram|zalo-bot|zalo-oa)/', pathNot: `^bot/${channel}/` },
    })),
    ...may('client-is-the-gateway', 'client', {
      allowed: ['client/', 'domain/', 'workflows/messages'],
      packages: ['@temporalio/client', '@temporalio/common'],
      types: ['workflows/'],
      instead:
        'client/ hands messages to workflows: storage is a port of client/ports.ts, words belong to bot, web and cli.',
    }),
    ...may('web-shows', 'web', {
      allowed: ['web/', 'client/', 'store/', 'bot/web-chat/', 'plans/', 'domain/', 'wording/', 'documents/'],
      packages: ['hono', '@hono'],
      types: ['bot/(dialogue|conversation)/'],
      node: true,
      instead:
        'A page reads a view and hands in acts through client/: what it needs of the program is a port of web/ports.ts.',
    }),
    ...may('cli-prints', 'cli', {
      allowed: ['cli/', 'client/', 'store/', 'plans/', 'domain/', 'wording/', 'documents/'],
      node: true,
      instead: 'A command that needs the whole program receives it from worker/main as an argument.',
    }),
    {
      name: 'the-worker-is-imported-by-nobody',
      severity: 'error',
      comment:
        'worker/ is where things are put together: take what you need as an argument or a port, and let worker/ pass it.',
      from: { pathNot: '^(worker|test|docs)/' },
      to: { path: '^worker/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      comment: 'Two files need each other at run time: move what both need into a third one.',
      from: {},
      to: { circular: true, dependencyTypesNot: ['type-only'], viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-is-missing',
      severity: 'error',
      comment: 'The import cannot be resolved: install the package or correct the path.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};
