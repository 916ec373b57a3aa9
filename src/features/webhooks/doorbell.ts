/** Wakes whoever sends messages in this server before their time. */
export class Doorbell {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  /** Waits until it is rung, or for so many milliseconds, or until whoever waits is to stop. */
  async wait(milliseconds: number, stop: AbortSignal): Promise<void> {
    if (!this.rung && !stop.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        timer.unref();
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        stop.addEventListener('abort', this.wake, { once: true });
      });
      if (this.wake) stop.removeEventListener('abort', this.wake);
      this.wake = undefined;
    }
    this.rung = false;
  }
}
