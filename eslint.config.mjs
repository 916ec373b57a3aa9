import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import tseslint from 'typescript-eslint';

const typescriptFiles = ['src/**/*.ts', 'seeds/**/*.ts', 'test/**/*.ts', 'bench/**/*.ts'];
const readsTheEnvironment = [
  'src/shared/config.ts',
  'src/app/production.ts',
  'src/graph/embedded/**',
  'test/kit/**',
  'bench/**',
];

const environmentMessage =
  'Configuration is read in one place: add the variable to src/shared/config.ts and take it from there.';

/** Operations kept in files of their own; the parser takes no pattern that matches nothing. */
const operations = ['test', 'seeds']
  .filter((directory) => existsSync(directory))
  .flatMap((directory) => readdirSync(directory, { recursive: true }).map((file) => join(directory, file)))
  .filter((file) => file.endsWith('.graphql'));

/** The parser keeps the first project it is given for the whole run, so schema and operations share this one. */
const graphqlProject = {
  parser: graphql.parser,
  parserOptions: {
    graphQLConfig: {
      schema: 'schema/schema.graphql',
      ...(operations.length > 0 && { documents: operations }),
    },
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'coverage/', 'test/generated/'] },

  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  // Configuration files and the few scripts that run as they are: plain JavaScript of Node.
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: Object.fromEntries(
        ['console', 'module', 'process', 'require', '__dirname'].map((name) => [name, 'readonly']),
      ),
    },
  },
  { files: ['**/*.js', '**/*.cjs'], languageOptions: { sourceType: 'commonjs' } },

  // One script, which runs in the pages of others: src/adapters/tracker/capture-script.ts puts its files together.
  {
    files: ['src/adapters/tracker/page/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        [
          ...[
            'AbortController',
            'URL',
            'atob',
            'clearInterval',
            'clearTimeout',
            'console',
            'crypto',
            'document',
          ],
          ...[
            'fetch',
            'localStorage',
            'location',
            'navigator',
            'performance',
            'sessionStorage',
            'setInterval',
          ],
          ...['setTimeout', 'besideScript', 'followVideo', 'outbox', 'stopwatch'],
        ].map((name) => [name, 'readonly']),
      ),
    },
    rules: {
      'no-redeclare': ['error', { builtinGlobals: false }],
      'no-unused-vars': ['error', { varsIgnorePattern: '^(followVideo|outbox|stopwatch|_.*)$' }],
    },
  },

  // Runs in the browser, as it is.
  {
    files: ['src/app/graphiql/*.js'],
    languageOptions: {
      sourceType: 'script',
      globals: Object.fromEntries(
        [
          ...[
            'addEventListener',
            'document',
            'fetch',
            'history',
            'location',
            'sessionStorage',
            'URLSearchParams',
          ],
          ...['GraphiQL', 'React', 'ReactDOM'],
        ].map((name) => [name, 'readonly']),
      ),
    },
  },

  {
    files: typescriptFiles,
    extends: [
      js.configs.recommended,
      ...tseslint.configs.strictTypeChecked,
      ...tseslint.configs.stylisticTypeChecked,
    ],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: environmentMessage },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: ['process', 'node:process'].map((name) => ({
            name,
            importNames: ['env'],
            message: environmentMessage,
          })),
        },
      ],
      '@typescript-eslint/no-floating-promises': 'error',
      // Resolvers and GraphQL types are classes because decorators need them, whatever their bodies hold.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `() => this.driver.close()` says what it means; numbers and booleans read well in messages.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' },
      ],
      // The driver types its options as classes that nobody constructs.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // GraphQL's types are classes for their decorators only: what is spread are plain objects of their shape.
      '@typescript-eslint/no-misused-spread': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    files: readsTheEnvironment,
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  { files: ['src/**/*.ts', 'test/**/*.ts'], rules: { 'max-lines': ['error', 300] } },
  {
    files: ['src/**/*.ts', 'seeds/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportDefaultDeclaration',
          message: 'Exports have names: a reader finds them by searching.',
        },
      ],
    },
  },
  {
    // A response body is `any` until an expectation looks at it, and so are expect.any() and its like.
    files: ['test/**/*.ts', 'src/**/*.spec.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  { files: ['bench/**/*.ts'], rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },

  {
    files: ['schema/schema.graphql'],
    languageOptions: graphqlProject,
    plugins: { '@graphql-eslint': { rules: graphql.rules } },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Keyset cursors go forward; a connection that also goes back offers both arguments of that direction.
      '@graphql-eslint/relay-arguments': ['error', { includeBoth: false }],
      // Lists of plain values and the `nodes` shortcut beside `edges` are part of the API.
      '@graphql-eslint/relay-edge-types': [
        'error',
        // Mastery and candidates are computed for a date: they have no identity to look up.
        { listTypeCanWrapOnlyEdgeType: false, shouldImplementNode: false },
      ],
      // Figures, intervals and results of mutations are values: they have no identity to look up.
      '@graphql-eslint/strict-id-in-types': 'off',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          // The three roots carry no meaning of their own; each of their fields must be described.
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=/^(Query|Mutation|Subscription)$/]'],
        },
      ],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
          'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['query', 'get'] },
          'FieldDefinition[parent.name.value=Mutation]': { forbiddenPrefixes: ['mutation'] },
        },
      ],
    },
  },
  {
    files: ['test/**/*.graphql', 'seeds/**/*.graphql'],
    languageOptions: graphqlProject,
    plugins: { '@graphql-eslint': { rules: graphql.rules } },
    rules: graphql.configs['flat/operations-recommended'].rules,
  },
);
