import { useQuery } from "@tanstack/react-query";
import type { WatchingWalls } from "../../../domain/contract/screen.ts";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";

type WallChooserProps = {
  readonly walls: WatchingWalls["walls"];
  readonly chosen: string;
  readonly onChoose: (wall: string) => void;
};

/** Walls that watch, with what each shows. */
export function WallChooser({ walls, chosen, onChoose }: WallChooserProps) {
  const text = useRemoteText().remote;
  const scenes = useQuery(screenPlanQuery).data?.scenes ?? [];
  const heard = walls.filter(({ isHeard }) => isHeard);
  const nameOf = (id: string | null) => scenes.find((scene) => scene.id === id)?.name ?? id ?? "—";
  const detail = (wall: WallChooserProps["walls"][number]) => {
    if (!wall.isHeard) return text.offline;
    return `${nameOf(wall.scene)}，${text.mode[wall.mode]}${text.late[wall.freshness]}`;
  };
  const choices = [
    { id: "all", name: text.all(heard.length), detail: "" },
    ...walls.map((wall) => ({
      id: wall.wall,
      name: `${wall.name} ${text.size(wall.widthPx, wall.heightPx)}`,
      detail: detail(wall),
    })),
  ];
  return (
    <fieldset className="remote-walls">
      <legend>{text.wall}</legend>
      {heard.length === 0 && <p>{text.none}</p>}
      {choices.map(({ id, name, detail }) => (
        <label key={id}>
          <input type="radio" name="wall" checked={id === chosen} onChange={() => onChoose(id)} />
          <span>{name}</span>
          <small>{detail}</small>
        </label>
      ))}
    </fieldset>
  );
}
