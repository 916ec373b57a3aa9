const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** The database of the API specs: started once for all of them, where the kit brings one. */
const globalSetup = join(__dirname, 'test/kit/global-setup.ts');
const globalTeardown = join(__dirname, 'test/kit/global-teardown.ts');

/** Packages that exist as ES modules only: jest 30 on Node 20 loads them once swc has turned them into CommonJS. */
const esModuleOnly = ['jose', 'env-paths'];

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: '<rootDir>/test/kit/environment.js',
  runtime: '<rootDir>/test/kit/runtime.js',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/bench'],
  testMatch: ['<rootDir>/{src,test,bench}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/'],
  transform: {
    '^.+[.][cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esModuleOnly.join('|')})/)`],
  setupFiles: ['reflect-metadata'],
  ...(existsSync(globalSetup) && { globalSetup }),
  ...(existsSync(globalTeardown) && { globalTeardown }),
  testTimeout: 120_000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/kit/slowest-first.js',
  reporters: ['default', '<rootDir>/test/kit/summary-reporter.js'],
};
