import type { ScreenCommand } from "../../../../domain/contract/screen.ts";
import type { RotationEvent } from "../../../../domain/screen/rotation.ts";

/** What a command that was told does to the rotation, in order. */
export function commandEvents({ command, scene, problem }: ScreenCommand): RotationEvent[] {
  const fly: RotationEvent[] = problem
    ? [{ kind: "fly", focus: { problem: problem.id, at: problem.at } }]
    : [];
  switch (command) {
    case "scene":
      return scene === undefined ? [] : [{ kind: "scene", scene }];
    case "fly":
      return fly;
    case "pin":
      return [...fly, { kind: "pin" }];
    default:
      return [{ kind: command }];
  }
}
