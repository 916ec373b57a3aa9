const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest, as measured, the longest first: begun last, one of these would run on while the other worker has nothing to do. */
const slowest = [
  'test/kill.spec.ts',
  'test/statements-of-lists.spec.ts',
  'test/commands.spec.ts',
  'test/backup.spec.ts',
  'test/fuzz.spec.ts',
  'test/policy.spec.ts',
  'src/graph/embedded/embedded.spec.ts',
  'test/explain.spec.ts',
  'test/skill-merging.property.spec.ts',
  'test/upgrade.spec.ts',
  'test/switching.property.spec.ts',
  'test/calibrate.api.spec.ts',
  'test/skill-merging.api.spec.ts',
  'test/looks.api.spec.ts',
  'test/switching.api.spec.ts',
  'test/database-gone.spec.ts',
  'test/mastery.property.spec.ts',
  'src/estimators/calibration-fit.spec.ts',
  'test/organisation-gaps.api.spec.ts',
  'bench/mastery/compare-folds.spec.ts',
];

/** The slowest files first, the others as jest orders them. */
class SlowestFirst extends Sequencer {
  sort(tests) {
    const placeOf = ({ path }) => {
      const place = slowest.findIndex((file) => path.endsWith(`/${file}`));
      return place < 0 ? slowest.length : place;
    };
    return [...super.sort(tests)].sort((one, other) => placeOf(one) - placeOf(other));
  }
}

module.exports = SlowestFirst;
