import { mkdir, readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import { dueSnapshot, snapshotStamp } from "../../domain/screen/snapshot-times.ts";
import type { City } from "../city/city.ts";
import { PART, writeDurably } from "../durable-files.ts";
import { openPaper } from "../papers/paper-document.ts";
import type { CityScreen } from "./city-screen.ts";
import type { Shot } from "./shoot-page.ts";
import type { WallPicture } from "./wall-pictures.ts";

const LOOK_MS = 20_000;
/** Of a set time, one a look. */
const MOST_TRIES = 3;
/** For a browser that is killed to be gone, with its profile and its link. */
const STOPPED_WITHIN_MS = 3000;
const NAME = /^(\d{4}-\d{2}-\d{2}-\d{4})-([a-z0-9-]{1,41})\.(png|pdf)$/;
/** Width of the sheet, mm: of an A3 that lies; its height follows from the picture. */
const SHEET_MM = 420;

export type Snapshot = {
  readonly name: string;
  /** Epoch ms. */
  readonly takenAt: number;
  readonly scene: string;
  readonly type: "png" | "pdf";
  readonly bytes: number;
};

export type SnapshotsOptions = {
  readonly city: City;
  readonly screen: CityScreen;
  readonly folder: string;
  /** Null: this machine has no browser, and walls that watch make the pictures. */
  readonly chromium: string | null;
  /** Ends early, with an Error, where it is told to stop. */
  readonly shoot: (shot: Shot, stopped: AbortSignal) => Promise<Uint8Array>;
  /** A link that lets a browser in as a wall, and how to withdraw it. */
  readonly openLink: () => Promise<{
    readonly token: string;
    readonly withdraw: () => Promise<void>;
  }>;
  /** Withdraws the links that a process left behind which ended while it took a picture. */
  readonly withdrawLeft: () => Promise<void>;
  readonly failed: (error: unknown) => void;
};

/** Pictures of the wall at set times, as PNG and PDF in the state folder, the newest of a bounded number. */
export class Snapshots {
  readonly #options: SnapshotsOptions;
  readonly #stopping = new AbortController();
  #address: string | null = null;
  #timer: NodeJS.Timeout | undefined;
  #tidied: Promise<void> = Promise.resolve();
  #taking: Promise<void> | null = null;
  #isLooking = false;
  /** The last set time that was due, and how often it was tried; none is tried for as long as it counts as due. */
  #due = { at: 0, tries: 0 };

  constructor(options: SnapshotsOptions) {
    this.#options = options;
  }

  /** Who would make a picture now. */
  get maker(): "server" | "client" | "none" {
    if (this.#address === null) return "none";
    if (this.#options.chromium !== null) return "server";
    return this.#options.screen.pictures.isPossible ? "client" : "none";
  }

  /** From now on, once it is known where the server listens. */
  start(address: string): void {
    this.#address = address;
    this.#tidied = this.#tidy();
    this.#timer = setInterval(() => void this.#lookOnce(), LOOK_MS);
    this.#timer.unref();
  }

  /** Gives up a picture that is being taken. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#stopping.abort(new Error("the server stops"));
    const taken = this.#taking?.catch(() => undefined);
    if (taken) await Promise.race([taken, setTimeout(STOPPED_WITHIN_MS)]);
  }

  /** The newest first. */
  async list(): Promise<Snapshot[]> {
    const names = (await readdir(this.#options.folder).catch(() => [])).filter((name) =>
      NAME.test(name),
    );
    const found = await Promise.all(
      names.map(async (name): Promise<Snapshot | null> => {
        const [, , scene = "", type = ""] = NAME.exec(name) ?? [];
        const facts = await stat(join(this.#options.folder, name)).catch(() => null);
        if (!facts) return null;
        const kind = type === "pdf" ? "pdf" : "png";
        return { name, takenAt: this.#timeOf(name), scene, type: kind, bytes: facts.size };
      }),
    );
    return found
      .filter((each) => each !== null)
      .sort((a, b) => b.takenAt - a.takenAt || a.name.localeCompare(b.name));
  }

  /** Null for a name that is none of them. */
  async read(name: string): Promise<Uint8Array<ArrayBuffer> | null> {
    if (!NAME.test(name)) return null;
    const bytes = await readFile(join(this.#options.folder, name)).catch(() => null);
    return bytes && new Uint8Array(bytes);
  }

  /** One picture of now; who asks while one is taken gets that one. Throws an Error where none came. */
  take(at: number = this.#options.city.now()): Promise<void> {
    this.#taking ??= this.#take(at).finally(() => {
      this.#taking = null;
    });
    return this.#taking;
  }

  /** One look at a time: a slow picture takes longer than the next one is away. */
  async #lookOnce(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      await this.#look();
    } catch (error) {
      if (!this.#stopping.signal.aborted) this.#options.failed(error);
    } finally {
      this.#isLooking = false;
    }
  }

  async #look(): Promise<void> {
    const { city, screen } = this.#options;
    const { plan } = await screen.plan();
    const at = dueSnapshot(plan.snapshots.times, city.now(), city.clock);
    // Without a browser, a wall that is switched on a little later makes the picture then.
    if (this.maker === "none" || at === null || at < this.#due.at) return;
    if (at > this.#due.at) this.#due = { at, tries: 0 };
    if (this.#due.tries >= MOST_TRIES) return;
    if (!(await this.#isThere(at))) {
      this.#due.tries++;
      await this.take(at);
    }
    this.#due.tries = MOST_TRIES;
  }

  /** Whether there is a picture of a time; nothing is being taken when it answers, for that would be of its own time. */
  async #isThere(at: number): Promise<boolean> {
    const stamp = snapshotStamp(at, this.#options.city.clock);
    for (;;) {
      await this.#taking?.catch(() => undefined);
      const list = await this.list();
      if (this.#taking) continue;
      return list.some(({ name, type }) => type === "png" && name.startsWith(stamp));
    }
  }

  /** Removes what a process left behind that ended while it took a picture. */
  async #tidy(): Promise<void> {
    const { folder, withdrawLeft, failed } = this.#options;
    const names = await readdir(folder).catch(() => []);
    const parts = names.filter((name) => name.startsWith(PART));
    const removed = parts.map((name) => rm(join(folder, name), { force: true }));
    await Promise.all([...removed, withdrawLeft()]).catch(failed);
  }

  async #take(at: number): Promise<void> {
    const { city, screen, chromium } = this.#options;
    if (this.#address === null) return;
    this.#stopping.signal.throwIfAborted();
    await this.#tidied;
    const { plan } = await screen.plan();
    const wanted = sceneOf(plan);
    const { png, scene, widthPx, heightPx } =
      chromium === null
        ? await screen.pictures.ask(wanted, plan.snapshots.widthPx)
        : await this.#shot(chromium, this.#address, { ...plan.snapshots, scene: wanted });
    const pdf = await pdfOf(png, heightPx / widthPx, city.pack.manifest.name, at);
    await this.#keep(`${snapshotStamp(at, city.clock)}-${scene}`, png, pdf);
    await this.#forgetOld(plan.snapshots.keep);
  }

  /** The PNG last: by it a set time counts as done. */
  async #keep(stem: string, png: Uint8Array, pdf: Uint8Array): Promise<void> {
    const { folder } = this.#options;
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDurably(folder, `${stem}.pdf`, pdf);
    try {
      await writeDurably(folder, `${stem}.png`, png);
    } catch (error) {
      await rm(join(folder, `${stem}.pdf`), { force: true });
      throw error;
    }
  }

  /** By the own browser, let in by a link for this once. */
  async #shot(chromium: string, address: string, wanted: Omit<WallPicture, "png">) {
    const { scene, widthPx, heightPx } = wanted;
    const { openLink, shoot, failed } = this.#options;
    const { token, withdraw } = await openLink();
    try {
      const page = new URLSearchParams({ scene, hold: "1", preview: "1" });
      const to = encodeURIComponent(`/screen?${page}`);
      const url = `${address}/kiosk?to=${to}#token=${token}`;
      const shot = { chromium, url, widthPx, heightPx };
      const png = await shoot(shot, this.#stopping.signal);
      return { png, scene, widthPx, heightPx };
    } finally {
      // A good picture stays one; the next start withdraws the link.
      await withdraw().catch(failed);
    }
  }

  /** `keep` counts pictures, each with its PDF. */
  async #forgetOld(keep: number): Promise<void> {
    const stems = [...new Set((await this.list()).map(({ name }) => name.replace(/\.\w+$/, "")))];
    for (const stem of stems.slice(keep)) {
      for (const type of ["png", "pdf"]) {
        await rm(join(this.#options.folder, `${stem}.${type}`), { force: true });
      }
    }
  }

  #timeOf(name: string): number {
    const [, day = "", hour, minute] = /^(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})/.exec(name) ?? [];
    const { clock } = this.#options.city;
    const midnight = clock.parse(day) ?? 0;
    const local = { ...clock.toLocal(midnight), hour: Number(hour), minute: Number(minute) };
    return clock.toEpoch(local);
  }
}

/** The scene that is named, else the first that has its turn. */
function sceneOf({ scenes, snapshots }: ScreenPlan): string {
  const named = scenes.find(({ id }) => id === snapshots.scene);
  const first = named ?? scenes.find(({ isOn }) => isOn) ?? scenes[0];
  return first?.id ?? "overview";
}

async function pdfOf(
  png: Uint8Array,
  aspect: number,
  city: string,
  createdAt: number,
): Promise<Uint8Array> {
  const paper = await openPaper({ title: `${city} 指挥大屏`, language: "zh-CN", createdAt });
  const [width, height] = [SHEET_MM, SHEET_MM * aspect];
  paper.addPage({ width, height });
  const box = { x: 0, y: 0, width, height };
  paper.draw([{ kind: "image", bytes: png, mediaType: "image/png", box }]);
  return paper.finish();
}
