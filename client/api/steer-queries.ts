import { queryOptions } from "@tanstack/react-query";
import { z } from "zod";
import {
  AlertBody,
  AlertList,
  HandedIn,
  ScreenBody,
  SnapshotList,
  type SteerBody,
  Steered,
  type WallBeat,
  WatchingWalls,
} from "../../domain/contract/screen.ts";
import type { ScreenPlan } from "../../domain/screen/screen-plan.ts";
import { getJson, sendFile, sendJson } from "./http.ts";

const WALLS_EVERY_MS = 5000;
const ALERTS_EVERY_MS = 60_000;
const SNAPSHOTS_EVERY_MS = 15_000;

/** Walls that watch; they say every 15 seconds that they do. */
export const wallsQuery = queryOptions({
  queryKey: ["screen-walls"],
  queryFn: ({ signal }) => getJson("screen/walls", {}, WatchingWalls, signal),
  refetchInterval: WALLS_EVERY_MS,
});

/** What called for attention; the live line says when there is more. */
export const alertsQuery = queryOptions({
  queryKey: ["screen-alerts"],
  queryFn: ({ signal }) => getJson("screen/alerts", {}, AlertList, signal),
  refetchInterval: ALERTS_EVERY_MS,
  refetchIntervalInBackground: true,
});

/** Pictures of the wall that are kept, and who would make one: that changes with the walls that watch. */
export const snapshotsQuery = queryOptions({
  queryKey: ["screen-snapshots"],
  queryFn: ({ signal }) => getJson("screen/snapshots", {}, SnapshotList, signal),
  refetchInterval: SNAPSHOTS_EVERY_MS,
});

export function takeSnapshot(): Promise<SnapshotList> {
  return sendJson("POST", "screen/snapshots", {}, SnapshotList);
}

export async function handInPicture(id: string, scene: string, png: Blob): Promise<void> {
  const file = new File([png], "wall.png", { type: "image/png" });
  await sendFile(`screen/snapshots/${encodeURIComponent(id)}`, { scene }, file, HandedIn);
}

export function steerScreen(command: SteerBody): Promise<Steered> {
  return sendJson("POST", "screen/steer", command, Steered);
}

export function acknowledgeAlert(id: string): Promise<AlertBody> {
  return sendJson("POST", `screen/alerts/${encodeURIComponent(id)}/acknowledge`, {}, AlertBody);
}

export function saveScreen(plan: ScreenPlan, version: number): Promise<ScreenBody> {
  return sendJson("PUT", "screen", plan, ScreenBody, { "If-Match": `"${version}"` });
}

const BeatAnswer = z.object({ build: z.string(), version: z.number() });

export function sendBeat(beat: WallBeat): Promise<z.infer<typeof BeatAnswer>> {
  return sendJson("POST", "screen/walls", beat, BeatAnswer);
}
