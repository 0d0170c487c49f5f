import type { z } from "zod";
import type { Scene, SceneBounds, SceneFilter, TourStop } from "./scene.ts";

/** Where a step looks: a stop of a tour is found when the step is shown. */
export type StepCamera =
  | { readonly kind: "city" }
  | { readonly kind: "zone"; readonly zone: string }
  | { readonly kind: "bounds"; readonly bounds: z.infer<typeof SceneBounds> }
  | { readonly kind: "stop"; readonly stop: TourStop };

/** What a wall shows for one duration: a scene, one zone of it, or one stop of its tour. */
export type Step = {
  /** Differs from every other step's. */
  readonly key: string;
  readonly scene: Scene;
  readonly camera: StepCamera;
  readonly filter: SceneFilter;
  /** Of the zone whose turn it is; null where the scene has the name alone. */
  readonly title: string | null;
  readonly index: number;
  /** Steps of the scene. */
  readonly of: number;
};

type TurnZone = { readonly id: string; readonly name: string };

/**
 * The steps of all scenes in order, those that are off included; `zones` have their turn in the order given. Where none of
 * them has a zone to show the first scene shows the city.
 */
export function expandScenes(scenes: readonly Scene[], zones: readonly TurnZone[]): Step[] {
  const steps = scenes.flatMap((scene) => stepsOf(scene, zones));
  return steps.length > 0 ? steps : scenes.slice(0, 1).map(ofTheCity);
}

function ofTheCity(scene: Scene): Step {
  const { zone: _, ...filter } = scene.filter ?? {};
  return { key: scene.id, scene, camera: { kind: "city" }, filter, title: null, index: 0, of: 1 };
}

function stepsOf(scene: Scene, zones: readonly TurnZone[]): Step[] {
  const { camera, filter = {} } = scene;
  if (scene.kind === "zone-tour") {
    const wanted = filter.zone?.split(",").map((id) => id.trim());
    const turns = wanted ? zones.filter(({ id }) => wanted.includes(id)) : zones;
    return turns.map(({ id, name }, index) => ({
      key: `${scene.id}/${id}`,
      scene,
      camera: { kind: "zone", zone: id },
      filter: { ...filter, zone: id },
      title: name,
      index,
      of: turns.length,
    }));
  }
  if (camera.kind === "tour") {
    return camera.stops.map((stop, index) => ({
      key: `${scene.id}/${index}`,
      scene,
      camera: { kind: "stop", stop },
      filter,
      title: null,
      index,
      of: camera.stops.length,
    }));
  }
  return [{ key: scene.id, scene, camera, filter, title: null, index: 0, of: 1 }];
}
