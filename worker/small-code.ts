import type { BundleOptions } from '@temporalio/worker';

type Configuration = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/** The SDK's rule by which TypeScript is compiled. */
interface CompileRule {
  use: { loader: string; options: { jsc: object } };
}

/**
 * Modern JavaScript without comments and blanks, for our code and the SDK's: half the size, and object spreads that are not
 * spelt out. Names stay, so that a trace can be read.
 */
export function smallCode(config: Configuration): Configuration {
  const rules = config.module?.rules ?? [];
  const compile = rules.find(compiles);
  if (compile === undefined) throw new Error('the SDK compiles workflows in another way than it used to');
  const { loader, options } = compile.use;
  const ours = { ...compile, use: { loader, options: shortened(options) } };
  const packages = {
    test: /\.js$/,
    include: /node_modules/,
    use: { loader, options: shortened({ isModule: 'unknown', sourceMaps: true, jsc: {} }) },
  };
  return {
    ...config,
    module: { ...config.module, rules: [...rules.filter((rule) => rule !== compile), ours, packages] },
    output: { ...config.output, pathinfo: false },
  };
}

function compiles(rule: unknown): rule is CompileRule {
  if (typeof rule !== 'object' || rule === null || !('use' in rule)) return false;
  const { use } = rule;
  return (
    typeof use === 'object' && use !== null && 'options' in use && JSON.stringify(use.options).includes('typescript')
  );
}

function shortened<Options extends { jsc: object }>(options: Options) {
  const minify = { compress: false, mangle: false, format: { comments: false } };
  return { ...options, minify: true, jsc: { ...options.jsc, target: 'es2022', minify } };
}
