import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { type Rotation, stepOf } from "../../../domain/screen/rotation.ts";
import type { ScenePanel } from "../../../domain/screen/scene.ts";
import { HealthRows } from "./endurance/health-rows.tsx";
import type { WallHealth } from "./endurance/wall-health.ts";
import type { Panel } from "./panels/panel.ts";
import { panels } from "./panels/registry.ts";
import type { ScreenScope } from "./screen-scope.ts";
import { useServerDrift } from "./wall-clock.tsx";
import { lastErrors } from "./wall-errors.ts";
import type { WallLayout } from "./wall-layout.ts";

type DiagOverlayProps = {
  readonly scope: ScreenScope;
  readonly layout: WallLayout;
  readonly rotation: Rotation;
  readonly left: readonly ScenePanel[];
  readonly health: WallHealth;
};

type Measured = { readonly fps: number; readonly busyMs: number };

/** How the wall runs: frames, main thread, heap, clock, cache, errors. */
export function DiagOverlay({ scope, layout, rotation, left, health }: DiagOverlayProps) {
  const { diag } = scope.text.screen;
  const { fps, busyMs } = useMeasured();
  const client = useQueryClient();
  const driftMs = useServerDrift()();
  const errors = lastErrors();
  const heap = heapMb();
  const rows: readonly (readonly [name: string, value: string])[] = [
    [diag.fps, `${fps} / s`],
    [diag.scripting, `${busyMs} ms / s`],
    [diag.heap, heap === null ? "—" : `${heap} MB`],
    [diag.drift, `${(driftMs / 1000).toFixed(1)} s`],
    [diag.size, `${layout.width} × ${layout.height} · ${layout.unit.toFixed(3)}`],
    [diag.scene, stepOf(rotation)?.key ?? "—"],
    [diag.queries, String(client.getQueryCache().getAll().length)],
    ...(left.length === 0
      ? []
      : [
          [
            diag.left,
            left.map((id) => (panels[id] as Panel).title(scope.text)).join("、"),
          ] as const,
        ]),
  ];
  return (
    <aside className="wall-diag" aria-label={diag.title}>
      <h2>{diag.title}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <HealthRows health={health} />
        <div>
          <dt>{diag.errors}</dt>
          <dd>
            {errors.length === 0 && diag.noErrors}
            {errors.map((each) => (
              <p key={each.id}>
                {scope.clock.toIso(each.at).slice(11, 19)} {each.message}
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <p>
        {scope.text.screen.keys} · {diag.close}
      </p>
    </aside>
  );
}

/** Frames of the last second, and how long the page kept the thread in tasks of 50 ms and more. */
function useMeasured(): Measured {
  const [measured, setMeasured] = useState<Measured>({ fps: 0, busyMs: 0 });
  useEffect(() => {
    let frames = 0;
    let busy = 0;
    let handle = requestAnimationFrame(function count() {
      frames++;
      handle = requestAnimationFrame(count);
    });
    const observer =
      "PerformanceObserver" in globalThis
        ? new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) busy += duration;
          })
        : null;
    if (PerformanceObserver.supportedEntryTypes.includes("longtask"))
      observer?.observe({ entryTypes: ["longtask"] });
    const timer = setInterval(() => {
      setMeasured({ fps: frames, busyMs: Math.round(busy) });
      frames = 0;
      busy = 0;
    }, 1000);
    return () => {
      cancelAnimationFrame(handle);
      observer?.disconnect();
      clearInterval(timer);
    };
  }, []);
  return measured;
}

/** Chromium alone tells. */
function heapMb(): number | null {
  const { memory } = performance as { readonly memory?: { readonly usedJSHeapSize: number } };
  return memory ? Math.round(memory.usedJSHeapSize / 1e6) : null;
}
