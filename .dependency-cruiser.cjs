/**
 * The import law of the house (CONTRIBUTING.md, 'The house'), held by `npm run lint`.
 * Left may import right: main → app → adapters → features → {graph, estimators, shared}.
 */

/** Features stand in this order and each imports only leftwards. A new feature gets its place here first. */
const features = [
  'access',
  'request',
  'nouns',
  'audit',
  'disclosure',
  'people',
  'skills',
  'questions',
  'modules',
  'projects',
  'tokens',
  'search',
  'evidence',
  'calibrations',
  'states',
  'mastery',
  'recording',
  'explanations',
  'switching',
  'calibrating',
  'merging',
  'counting',
  'capture',
  'statements',
  'exhaust',
  'outcomes',
  'deciding',
  'diagnosis',
  'staffing',
  'gaps',
  'gap-history',
  'forming',
  'growth',
  'proposals',
  'alignment',
  'reports',
  'exports',
  'webhooks',
  'hiring',
  'rights',
];

const spec = '[.]spec[.]ts$';
const anyOf = (names) => `(${names.join('|')})`;

/** Where code of this repository stands; packages and Node's own modules are not the law's business. */
const ofTheProject = '^(src|seeds|test|bench|scripts)/';

/** A rule that lets the files of `from` import, of the project, only what matches one of `allowed`. */
const mayImportOnly = (name, comment, from, allowed) => ({
  name,
  comment,
  severity: 'error',
  from: typeof from === 'string' ? { path: from } : from,
  to: { path: ofTheProject, pathNot: allowed },
});

/** What the rooms around a level need of each other, where that is less than all to their left. */
const levels = [
  'calibrations',
  'states',
  'mastery',
  'recording',
  'explanations',
  'switching',
  'calibrating',
  'merging',
];
const neededLevels = {
  calibrations: [],
  states: ['calibrations'],
  mastery: ['calibrations', 'states'],
  recording: ['calibrations', 'mastery'],
  explanations: ['calibrations', 'states', 'mastery'],
  switching: ['calibrations', 'mastery'],
  calibrating: ['calibrations', 'states', 'mastery', 'switching'],
  merging: ['mastery', 'switching'],
};

/** The features that one may import, besides itself. */
const importableBy = (feature, place) =>
  features
    .slice(0, place)
    .filter((left) => !levels.includes(left) || (neededLevels[feature] ?? levels).includes(left));

const featureRules = features.map((feature, place) =>
  mayImportOnly(
    `feature-${feature}`,
    `features/${feature} imports itself, the features to its left that it needs, graph, estimators and shared. The ` +
      'rightmost feature that a mutation touches owns it: move the code there.',
    `^src/features/${feature}/`,
    [
      `^src/features/${anyOf([feature, ...importableBy(feature, place)])}/`,
      '^src/(graph|estimators|shared)/',
    ],
  ),
);

/** Every file of src stands in one of these rooms. */
const rooms = [
  '^src/main([.]spec)?[.]ts$',
  '^src/(app|adapters|graph|estimators|shared)/',
  `^src/features/${anyOf(features)}/`,
];
const barrel = '(^|/)index[.][cm]?[jt]s$';
const unknownRoom =
  'A file of src stands in no room of the house: move it, or add its feature to the list of this file.';
const noBarrel = 'No barrel files: import the file that holds the thing.';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    mayImportOnly('main', 'main.ts starts the app and does nothing else.', '^src/main([.]spec)?[.]ts$', [
      '^src/(app|adapters|features|graph|estimators|shared)/',
      '^src/main[.]ts$',
    ]),
    mayImportOnly(
      'app',
      'app imports rightwards: adapters, features, graph, estimators, shared.',
      '^src/app/(?!commands/)',
      ['^src/(app|adapters|features|graph|estimators|shared)/'],
    ),
    mayImportOnly('app-commands', 'Of all of src only app/commands may run seeds.', '^src/app/commands/', [
      '^src/(app|adapters|features|graph|estimators|shared)/',
      '^seeds/',
    ]),
    mayImportOnly(
      'adapters',
      'An adapter is another door to the features: never estimators, nor graph beyond its driver.',
      '^src/adapters/',
      ['^src/(adapters|features|shared)/', '^src/graph/driver/'],
    ),
    ...featureRules,
    mayImportOnly('graph', 'graph imports only shared.', '^src/graph/', ['^src/(graph|shared)/']),
    mayImportOnly(
      'estimators',
      'estimators are pure maths: nothing of the project.',
      { path: '^src/estimators/', pathNot: spec },
      ['^src/estimators/'],
    ),
    mayImportOnly(
      'estimators-specs',
      'A spec of an estimator may share what the model is tried with, and nothing else of the kit.',
      '^src/estimators/.*' + spec,
      ['^src/estimators/', '^test/kit/modelled[.]ts$'],
    ),
    mayImportOnly('shared', 'shared imports nothing of the project.', '^src/shared/', ['^src/shared/']),
    mayImportOnly(
      'seeds',
      "seeds use the door a user has, the API: nothing of src; of test only the operations' generated types.",
      '^seeds/',
      ['^seeds/', '^test/generated/'],
    ),
    mayImportOnly(
      'test',
      'Specs go through the app and the kit; besides they may name graph, shared and estimators, and of the features the policy and the recorder of looks.',
      '^test/(?!generated/|kit/)',
      [
        '^test/',
        '^seeds/',
        '^src/(app|graph|shared|estimators)/',
        '^src/features/access/(policy|viewer)[.]ts$',
        '^src/features/(audit/look[.]recorder|request/looks)[.]ts$',
      ],
    ),
    mayImportOnly('test-generated', 'Generated operations stand alone.', '^test/generated/', [
      '^test/generated/',
    ]),
    mayImportOnly(
      'test-kit',
      'The kit opens what specs and benches need: of the features, tokens, the rebuild, the building of calibrations, the read model and doubt in questions.',
      '^test/kit/(?!modelled[.]ts$)',
      [
        '^test/(kit|generated)/',
        '^src/(app|graph|shared)/',
        '^src/features/access/',
        '^src/estimators/normal[.]ts$',
        '^src/features/switching/(rebuild|switching)[.]service[.]ts$',
        '^src/features/states/(read-model|stored-state)[.]ts$',
        '^src/features/deciding/(doubt[.]store|reading-anew[.]service)[.]ts$',
        '^src/features/request/(background|counts|plans)[.]ts$',
      ],
    ),
    mayImportOnly(
      'test-kit-modelled',
      'What the model is tried with is as pure as the model.',
      '^test/kit/modelled[.]ts$',
      ['^src/estimators/'],
    ),
    mayImportOnly(
      'bench',
      'A bench uses the kit, fills a graph at volume through graph, and may measure estimators directly; it reads real data by the seeds, CSV files as an import does, and writes what exports write.',
      '^bench/',
      [
        '^bench/',
        '^seeds/',
        '^test/(kit|generated)/',
        '^src/(graph|shared|estimators)/',
        '^src/adapters/import/(csv|lines)[.]ts$',
        '^src/adapters/exports/formats[.]ts$',
      ],
    ),
    {
      name: 'no-spec-imported',
      comment: 'A spec is run, never imported: what two specs share stands in test/kit.',
      severity: 'error',
      from: {},
      to: { path: spec },
    },
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or miss a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-barrel',
      comment: noBarrel,
      severity: 'error',
      from: {},
      to: { path: barrel, pathNot: 'node_modules' },
    },
    { name: 'no-barrel-from', comment: noBarrel, severity: 'error', from: { path: barrel }, to: {} },
    {
      name: 'no-barrel-alone',
      comment: noBarrel,
      severity: 'error',
      from: { orphan: true, path: barrel },
      to: {},
    },
    {
      name: 'no-unknown-room',
      comment: unknownRoom,
      severity: 'error',
      from: {},
      to: { path: '^src/', pathNot: rooms },
    },
    {
      name: 'no-unknown-room-from',
      comment: unknownRoom,
      severity: 'error',
      from: { path: '^src/', pathNot: rooms },
      to: {},
    },
    {
      name: 'no-unknown-room-alone',
      comment: unknownRoom,
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: rooms },
      to: {},
    },
    {
      name: 'no-unresolvable',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      // Holds types only: there is no file of it to run.
      to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' },
    },
    {
      name: 'no-development-package',
      comment: 'What src needs to run is a dependency, not a development dependency, in package.json.',
      severity: 'error',
      from: { path: '^src/', pathNot: spec },
      to: {
        dependencyTypes: ['npm-dev'],
        dependencyTypesNot: ['type-only'],
        pathNot: 'node_modules/@types/',
      },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage|bench/peers/node_modules)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['node', 'require', 'import', 'default', 'types'],
      mainFields: ['main', 'types'],
    },
  },
};
