import type { Context } from "hono";
import { can } from "../../domain/account.ts";
import { WallId } from "../../domain/contract/screen.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { isStillOf, viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { screenWords } from "../screen/wall-lines.ts";

/** A sign of life, and of the build that pages are of. */
const ALIVE_MS = 10_000;
const BEATS_A_LOOK = 3;
/** Pieces that wait for a slow reader; one that is further behind is cut off and comes again. */
const MOST_WAITING = 100;

/**
 * The line of a wall that says who it is: commands for it, alerts, and that its scenes changed. Begins with the commands of
 * the last seconds, which one that was just broken may have missed; a wall knows by their ids which it took.
 */
export function screenLine(
  c: Context,
  wall: string,
  {
    city,
    identify,
    openStreams,
    screen,
    log,
  }: Pick<Deps, "city" | "identify" | "openStreams" | "screen" | "log">,
): ReadableStream<Uint8Array> {
  if (!WallId.safeParse(wall).success) {
    throw badParameter("screen", wall, "8 to 64 letters, digits and -");
  }
  const viewer = viewerOf(c);
  if (!can(viewer, "show")) {
    throw new DomainError("not-allowed", { role: viewer.role, capability: "show" });
  }
  return openStreams.open((line) => {
    const send = (words: Uint8Array) => {
      if (line.waiting < MOST_WAITING) line.send(words);
      else line.end();
    };
    const sayAlive = () =>
      send(
        screenWords("screen.alive", { now: city.clock.toIso(city.now()), build: screen.build() }),
      );
    sayAlive();
    const own = { wall, account: viewer.account, send };
    const leave = screen.lines.add(own);
    const sayCommands = async () => {
      for (const command of await screen.freshCommands()) {
        if (screen.isConcerned(own, command.wall)) send(screenWords("screen.command", command));
      }
    };
    sayCommands().catch((error) => log({ level: "error", message: `walls: ${String(error)}` }));
    const endWithoutRight = async () => {
      const isStill = await isStillOf(identify, c, viewer).catch(() => true);
      if (!isStill) line.end();
    };
    let beats = 0;
    const timer = setInterval(() => {
      sayAlive();
      if (++beats % BEATS_A_LOOK === 0) void endWithoutRight();
    }, ALIVE_MS);
    timer.unref();
    return () => {
      clearInterval(timer);
      leave();
    };
  });
}
