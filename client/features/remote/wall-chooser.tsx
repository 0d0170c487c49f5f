import { useQuery } from "@tanstack/react-query";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";
import type { Wall } from "./remote-view.tsx";

type WallChooserProps = {
  readonly walls: readonly Wall[];
  /** Null: all of them. */
  readonly chosen: string | null;
  readonly onChoose: (wall: Wall | null) => void;
};

/** Walls that watch, with what each shows. */
export function WallChooser({ walls, chosen, onChoose }: WallChooserProps) {
  const text = useRemoteText().remote;
  const scenes = useQuery(screenPlanQuery).data?.scenes ?? [];
  const heard = walls.filter(({ isHeard }) => isHeard);
  const nameOf = (id: string | null) => scenes.find((scene) => scene.id === id)?.name ?? id ?? "—";
  const detail = (wall: Wall) => {
    if (!wall.isHeard) return text.offline;
    return `${nameOf(wall.scene)}，${text.mode[wall.mode]}${text.late[wall.freshness]}`;
  };
  const choices = [
    { wall: null, name: text.all(heard.length), detail: "" },
    ...walls.map((wall) => ({
      wall,
      name: `${wall.name} ${text.size(wall.widthPx, wall.heightPx)}`,
      detail: detail(wall),
    })),
  ];
  return (
    <fieldset className="remote-walls">
      <legend>{text.wall}</legend>
      {heard.length === 0 && <p>{text.none}</p>}
      {choices.map(({ wall, name, detail }) => (
        <label key={wall?.wall ?? "all"}>
          <input
            type="radio"
            name="wall"
            checked={(wall?.wall ?? null) === chosen}
            onChange={() => onChoose(wall)}
          />
          <span>{name}</span>
          <small>{detail}</small>
        </label>
      ))}
    </fieldset>
  );
}
