import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";
import type { Wall } from "./remote-view.tsx";

type WallChooserProps = {
  readonly walls: readonly Wall[];
  /** Null: all of them. */
  readonly chosen: string | null;
  readonly onChoose: (wall: Wall | null) => void;
};

/** Walls that watch, with what each shows; those that are off stand folded, unless one was chosen: the buttons below matter more. */
export function WallChooser({ walls, chosen, onChoose }: WallChooserProps) {
  const text = useRemoteText().remote;
  const scenes = useQuery(screenPlanQuery).data?.scenes ?? [];
  const heard = walls.filter(({ isHeard }) => isHeard);
  const [isUnfolded, setIsUnfolded] = useState(false);
  const shown = walls.filter(({ isHeard, wall }) => isHeard || wall === chosen);
  const away = walls.filter((wall) => !shown.includes(wall));
  const nameOf = (id: string | null) => scenes.find((scene) => scene.id === id)?.name ?? id ?? "—";
  const detailOf = (wall: Wall) =>
    wall.isHeard
      ? `${nameOf(wall.scene)} · ${text.mode[wall.mode]}${text.late[wall.freshness]}`
      : text.offline;
  const choice = (wall: Wall | null) => (
    <label key={wall?.wall ?? "all"}>
      <input
        type="radio"
        name="wall"
        checked={(wall?.wall ?? null) === chosen}
        onChange={() => onChoose(wall)}
      />
      <span>
        {wall ? `${wall.name} ${text.size(wall.widthPx, wall.heightPx)}` : text.all(heard.length)}
      </span>
      <small>{wall ? detailOf(wall) : ""}</small>
    </label>
  );
  return (
    <fieldset className="remote-walls">
      <legend>{text.wall}</legend>
      {heard.length === 0 && <p>{text.none}</p>}
      {[null, ...shown].map(choice)}
      {away.length > 0 && (
        <details onToggle={({ currentTarget }) => setIsUnfolded(currentTarget.open)}>
          <summary>{text.away(away.length)}</summary>
          {isUnfolded && away.map(choice)}
        </details>
      )}
    </fieldset>
  );
}
