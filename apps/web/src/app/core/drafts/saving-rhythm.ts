/** How long typing rests before the draft is sent. */
const SEND_AFTER_MS = 1500;
/** How long it rests before this device keeps it. */
const KEEP_AFTER_MS = 250;
/** How often a draft that could not be sent is tried again. */
const RETRY_AFTER_MS = 15_000;

type Timer = ReturnType<typeof setTimeout>;

/** What happens to a draft while somebody types: this device keeps it at once, the server has it soon. */
export class SavingRhythm {
  private running: Promise<boolean> | null = null;
  private sendTimer: Timer | undefined;
  private keepTimer: Timer | undefined;

  constructor(
    private readonly keep: () => Promise<void>,
    private readonly flush: () => Promise<boolean>,
  ) {}

  /** Somebody typed. */
  typed(): void {
    this.after(SEND_AFTER_MS);
  }

  /** It could not be sent: once more, later. */
  retry(): void {
    this.after(RETRY_AFTER_MS);
  }

  /** Nothing is kept or sent until somebody types again. */
  stop(): void {
    clearTimeout(this.sendTimer);
    clearTimeout(this.keepTimer);
  }

  /** Waits for what is being sent; nothing else is sent by itself meanwhile. */
  async settle(): Promise<void> {
    clearTimeout(this.sendTimer);
    await this.running;
  }

  /** One sending at a time: a second one joins the first. */
  once(send: () => Promise<boolean>): Promise<boolean> {
    this.running ??= send().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private after(milliseconds: number): void {
    this.stop();
    this.keepTimer = setTimeout(() => void this.keep(), KEEP_AFTER_MS);
    this.sendTimer = setTimeout(() => void this.flush(), milliseconds);
  }
}
