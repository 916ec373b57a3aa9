const { createRequire, Module } = require('node:module');
const { join, sep } = require('node:path');
const { compileFunction } = require('node:vm');
const Runtime = require('jest-runtime').default;

const root = join(__dirname, '../..') + sep;
const packages = join(root, 'node_modules') + sep;
/** Where the source map of each file lies that Node has loaded. */
const sourceMaps = new Map();
/** Files of specs that this process has run. */
const ran = new Set();
let current;

// As jest would, with its cache, wherever Node meets TypeScript.
Module._extensions['.ts'] = (module, filename) => {
  const { code, sourceMapPath } = current.transformer.transform(filename, {
    isInternalModule: false,
    supportsDynamicImport: false,
    supportsExportNamespaceFrom: false,
    supportsStaticESM: false,
    supportsTopLevelAwait: false,
    ...current._coverageOptions,
  });
  if (sourceMapPath) sourceMaps.set(filename, sourceMapPath);
  current.getSourceMaps();
  module._compile(code, filename);
};

/**
 * Runs each file of specs by itself, as jest does, and lets Node load what it imports: once for all files of a worker.
 * jest would load the whole of src and its packages for every file again, which took most of the suite's time.
 */
class SharedRuntime extends Runtime {
  constructor(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig) {
    super(config, environment, resolver, transformer, cacheFS, coverage, testPath, globalConfig);
    // In the realm that Node has loaded the rest in: an Array of the one is an Array of the other.
    this.executor.compile = (source, filename) =>
      compileFunction(source, this.executor.injectedModuleParameters, { filename });
    this.transformer = transformer;
    current = this;
    // jest watches files, and one of them may have changed.
    if (ran.has(testPath)) forgetOwn();
    ran.add(testPath);
  }

  // The process is the real one, and keeps its own.
  installGetBuiltinModule() {}

  getSourceMaps() {
    const maps = super.getSourceMaps();
    for (const [file, map] of sourceMaps) maps.set(file, map);
    return maps;
  }

  requireModuleOrMock(from, name) {
    if (from !== this._testPath) return super.requireModuleOrMock(from, name);
    // The kit is loaded by Node, and knows jest by the global.
    globalThis.jest = this.jestGlobals.jestObjectFor(from);
    return createRequire(from)(name);
  }
}

/** Everything of the project that Node has loaded. */
function forgetOwn() {
  ran.clear();
  for (const file of Object.keys(require.cache)) {
    if (file.startsWith(root) && !file.startsWith(packages) && file !== module.filename)
      delete require.cache[file];
  }
}

module.exports = { __esModule: true, default: SharedRuntime };
