import { SingleBar } from 'cli-progress';
import { sayWhereSlow } from './say';

/** How far a long work has come. */
export interface Progress {
  /** Of `total`, in whatever the work is measured in; 0 of 0 where its size is not known. */
  readonly done: number;
  readonly total: number;
  /** What has been worked through, from which the rate is computed. */
  readonly items: number;
}

export interface ShownProgress {
  update(progress: Progress): void;
  end(): void;
}

/** A bar with rate and time left on a terminal; elsewhere such a line every two seconds. On standard error. */
export function showProgress(what: string): ShownProgress {
  const began = performance.now();
  const seconds = (): number => (performance.now() - began) / 1000;
  const told = ({ done, total, items }: Progress): { share: number; rate: string; left: string } => {
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const left = share > 0 ? Math.ceil(seconds() * (1 / share - 1)) : 0;
    return { share, rate: count(items / seconds()), left: `${String(left)} s` };
  };
  if (!process.stderr.isTTY) {
    const say = sayWhereSlow();
    return {
      update(progress) {
        const { share, rate, left } = told(progress);
        const far = progress.total > 0 ? `${String(Math.floor(share * 100))} %, ${left} left: ` : '';
        say(`${far}${count(progress.items)} ${what}, ${rate} a second.`);
      },
      end: () => undefined,
    };
  }
  const bar = new SingleBar({
    format: `{bar} {percentage} % | {items} ${what}, {rate} a second, {left} left`,
    stream: process.stderr,
    clearOnComplete: true,
    stopOnComplete: false,
    etaBuffer: 1,
  });
  bar.start(1_000, 0, { items: 0, rate: 0, left: '' });
  return {
    update(progress) {
      const { share, rate, left } = told(progress);
      bar.update(Math.floor(share * 1_000), { items: count(progress.items), rate, left });
    },
    end: () => {
      bar.stop();
    },
  };
}

/** A whole number as people read it. */
export function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}
