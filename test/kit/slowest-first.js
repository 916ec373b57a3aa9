const Sequencer = require('@jest/test-sequencer').default;

/** What takes longest, as measured, the longest first: begun last, one of these would run on while the other worker has nothing to do. */
const slowest = [
  'test/statements-of-lists.spec.ts',
  'test/explain.spec.ts',
  'src/graph/embedded/embedded.spec.ts',
  'test/kill.spec.ts',
  'test/backup.spec.ts',
  'test/upgrade.spec.ts',
  'test/commits-cut.spec.ts',
  'test/disk-full.spec.ts',
  'test/client-caches.spec.ts',
  'test/database-gone.spec.ts',
  'test/fuzz.spec.ts',
  'test/memory.spec.ts',
  'test/exhaust-unseen.api.spec.ts',
  'test/list-conditions.api.spec.ts',
  'test/tracker.spec.ts',
  'test/silent-network.spec.ts',
  'test/calibrate.api.spec.ts',
  'test/event-loop.api.spec.ts',
  'test/capture.property.spec.ts',
  'test/import-stopped.spec.ts',
  'test/looks.api.spec.ts',
  'test/demo.spec.ts',
  'test/skill-merging.property.spec.ts',
  'test/skill-merging.api.spec.ts',
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
