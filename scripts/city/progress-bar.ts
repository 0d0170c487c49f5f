/** Shows how far long work has come. */
export type ProgressBar = {
  /** `share` 0–1; cheap to call often. */
  update(share: number, text: string): void;
  /** Clears the bar. */
  end(): void;
};

const CELLS = 30;
const REDRAW_MS = 100;
/** Without a terminal: a line at every tenth, but not more often than this. */
const LINE_MS = 1000;

/** A bar that redraws itself on a terminal, plain lines anywhere else. */
export function progressBar(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write">,
  now: () => number = Date.now,
): ProgressBar {
  let lastAt = Number.NEGATIVE_INFINITY;
  let lastTenth = 0;
  return {
    update(share, text) {
      const percent = Math.floor(Math.min(1, Math.max(0, share)) * 100);
      const at = now();
      if (stream.isTTY) {
        if (at - lastAt < REDRAW_MS) return;
        const full = Math.round((percent * CELLS) / 100);
        const bar = "█".repeat(full) + "░".repeat(CELLS - full);
        stream.write(`\r\u001b[2K${bar} ${percent}% ${text}`);
      } else {
        const tenth = Math.floor(percent / 10);
        if (tenth <= lastTenth || at - lastAt < LINE_MS) return;
        lastTenth = tenth;
        stream.write(`${percent}% ${text}\n`);
      }
      lastAt = at;
    },
    end() {
      if (stream.isTTY) stream.write("\r\u001b[2K");
    },
  };
}
