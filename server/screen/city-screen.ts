import type { ScreenCommand } from "../../domain/contract/screen.ts";
import type { AlertBook } from "../../domain/screen/alerts.ts";
import { defaultScreen } from "../../domain/screen/default-screen.ts";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import type { City } from "../city/city.ts";
import { type SerialQueue, serialQueue } from "../city/serial-queue.ts";
import { keptAlerts, keptCommands, keptPlan } from "../services/stored-screen.ts";
import { alertBody } from "./alert-body.ts";
import { type WallLine, WallLines } from "./wall-lines.ts";
import { WallPictures } from "./wall-pictures.ts";
import { WatchingWalls } from "./watching-walls.ts";

/** What stands for the walls of a city, and where it comes from. */
export type StandingPlan = {
  readonly plan: ScreenPlan;
  readonly version: number;
  readonly origin: "default" | "pack" | "edited";
};

/**
 * A command older than this is told to nobody: what was meant then is not meant now. A wall takes it for as long, and tries
 * a line that was refused again after five seconds: one that comes back then still hears what it missed.
 */
const STALE_MS = 10_000;

type CityScreenOptions = {
  readonly city: City;
  /** Of the pack; null: it says nothing. */
  readonly packPlan: ScreenPlan | null;
  /** Of the pages, as they are now. */
  readonly build: () => string;
  readonly failed: (error: unknown) => void;
};

/** The walls of a city: what they show, who watches, and what they are told as it happens, whichever process wrote it. */
export class CityScreen {
  readonly lines = new WallLines();
  readonly walls: WatchingWalls;
  readonly pictures: WallPictures;
  readonly build: () => string;
  readonly #city: City;
  readonly #packPlan: ScreenPlan | null;
  readonly #inTurn: SerialQueue = serialQueue();
  readonly #stop: () => void;
  #standing: StandingPlan | null = null;
  /** Writes heard of; a read that began before the last of them may hold what stood before it. */
  #writes = 0;
  #version: number | null = null;
  #toldCommand = 0;
  #told: AlertBook | null = null;

  constructor({ city, packPlan, build, failed }: CityScreenOptions) {
    this.#city = city;
    this.#packPlan = packPlan;
    this.build = build;
    this.walls = new WatchingWalls(city.now);
    this.pictures = new WallPictures({ lines: this.lines, walls: this.walls });
    void this.#inTurn(() => this.#tell()).catch(failed);
    this.#stop = city.feed.listen(({ tables }) => {
      if (!tables.includes("screen")) return;
      this.#standing = null;
      this.#writes++;
      void this.#inTurn(() => this.#tell()).catch(failed);
    });
  }

  stop(): void {
    this.#stop();
  }

  async plan(): Promise<StandingPlan> {
    if (this.#standing) return this.#standing;
    const writes = this.#writes;
    const standing = await this.#read();
    if (writes === this.#writes) this.#standing = standing;
    return standing;
  }

  /** Whether a command is for whoever holds a line. */
  isConcerned(line: WallLine, wall: string): boolean {
    if (wall === "all" || line.wall === wall) return true;
    return line.wall === null && this.walls.accountOf(wall) === line.account;
  }

  /**
   * How many walls were told a command on their own lines here, once that is done. One that was heard before and is not now
   * is none of them: the line of a wall that lost its power stays open for minutes. What other processes tell theirs is not
   * known.
   */
  async toldWalls({ id, wall }: ScreenCommand): Promise<number> {
    // Telling began when it was written; who opens a line after that is told as well.
    await this.#inTurn(async () => undefined);
    if (this.#toldCommand < Number(id)) return 0;
    const told = this.lines.all().filter((line) => this.isConcerned(line, wall));
    const walls = new Set(told.map((line) => line.wall));
    walls.delete(null);
    for (const { wall, isHeard } of this.walls.list()) if (!isHeard) walls.delete(wall);
    return walls.size;
  }

  /** Commands that are so fresh that a line that was just broken may have missed them. */
  async freshCommands(): Promise<ScreenCommand[]> {
    const now = this.#city.now();
    const commands = await keptCommands(this.#city.storage);
    return commands.filter(({ at }) => now - Date.parse(at) < STALE_MS);
  }

  async #read(): Promise<StandingPlan> {
    const kept = await keptPlan(this.#city.storage);
    if (kept) return { ...kept, origin: "edited" };
    if (this.#packPlan) return { plan: this.#packPlan, version: 0, origin: "pack" };
    return { plan: defaultScreen, version: 0, origin: "default" };
  }

  /** What is new in storage since the last time; the first time nothing is but fresh commands. */
  async #tell(): Promise<void> {
    const { version } = await this.plan();
    if (this.#version !== null && version !== this.#version) {
      this.lines.tell("screen.changed", { version });
    }
    this.#version = version;
    await this.#tellCommands();
    await this.#tellAlerts();
  }

  async #tellCommands(): Promise<void> {
    const commands = await this.freshCommands();
    for (const command of commands) {
      if (Number(command.id) <= this.#toldCommand) continue;
      this.lines.tell("screen.command", command, (line) => this.isConcerned(line, command.wall));
    }
    const last = commands.reduce((most, { id }) => Math.max(most, Number(id)), 0);
    this.#toldCommand = Math.max(this.#toldCommand, last);
  }

  async #tellAlerts(): Promise<void> {
    const book = await keptAlerts(this.#city.storage);
    const told = this.#told;
    this.#told = book;
    if (told === null) return;
    const known = new Map(told.alerts.map((alert) => [alert.id, alert]));
    for (const alert of book.alerts) {
      const before = known.get(alert.id);
      if (before && before.count === alert.count && before.endedAt === alert.endedAt) {
        if (before.acknowledgedAt === alert.acknowledgedAt) continue;
      }
      const isOver = alert.acknowledgedAt !== null || alert.endedAt !== null;
      const name = isOver ? "alert.acknowledged" : "alert.raised";
      this.lines.tell(name, alertBody(alert, this.#city.clock));
    }
  }
}
