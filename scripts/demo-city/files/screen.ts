import type { z } from "zod";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";

/** Zones of a tour are looked at for less long than scenes: there are twelve. */
const ZONE_S = 15;

/** What the walls of 云泽市 show: the usual scenes, with alerts, aims and a picture every morning of the city's own. */
export const demoScreen: z.input<typeof ScreenPlan> = {
  scenes: defaultScreen.scenes.map((scene) =>
    scene.kind === "zone-tour" ? { ...scene, durationS: ZONE_S } : scene,
  ),
  alerts: [
    { id: "overdue", kind: "overdue-count", name: "超期积压", above: 400 },
    { id: "surge", kind: "surge", name: "上报暴增", factor: 3, least: 20 },
    { id: "intensifying", kind: "place-intensifying", name: "点位加剧" },
    { id: "urged", kind: "deadline", name: "督办件临期", withinMinutes: 120, of: "urged" },
    { id: "deadline", kind: "deadline", name: "案件临期", withinMinutes: 60, of: "any" },
  ],
  rotation: { resumeAfterS: 60, flyS: 60 },
  hasSound: false,
  snapshots: { times: ["07:30"], scene: "overview", widthPx: 1920, heightPx: 1080, keep: 60 },
  targets: { accepted: 0.99, closed: 0.95, "closed-in-time": 0.9, satisfied: 0.95 },
};
