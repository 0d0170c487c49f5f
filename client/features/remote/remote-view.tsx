import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { SteerBody, WatchingWalls } from "../../../domain/contract/screen.ts";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { steerScreen, wallsQuery } from "../../api/steer-queries.ts";
import { useRemoteText } from "../../text/remote-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { AlertList } from "./alert-list.tsx";
import { FlyForm } from "./fly-form.tsx";
import { WallChooser } from "./wall-chooser.tsx";

export type Wall = WatchingWalls["walls"][number];

/** A command without the wall that it is for. */
type Wish = SteerBody extends infer B ? (B extends SteerBody ? Omit<B, "wall"> : never) : never;
export type Steer = (wish: Wish) => void;

/** Which wall, what it shows, and everything that can be done with it. */
export function RemoteView() {
  const text = useRemoteText().remote;
  const client = useQueryClient();
  const { data, error, isPending, refetch } = useQuery(wallsQuery);
  const [chosen, setChosen] = useState<Wall | null>(null);
  const {
    mutate,
    data: done,
    isError,
  } = useMutation({
    mutationFn: steerScreen,
    // What was meant while there was no network is not meant when there is.
    networkMode: "always",
    onSettled: () => client.invalidateQueries({ queryKey: wallsQuery.queryKey }),
  });
  const walls = withChosen(data?.walls ?? [], chosen);
  const steer: Steer = (wish) => mutate({ ...wish, wall: chosen?.wall ?? "all" } as SteerBody);
  const shown = walls.find(({ wall }) => wall === chosen?.wall) ?? onlyHeard(walls);
  return (
    <>
      <AsyncState
        isLoading={isPending}
        error={data ? null : error}
        lines={2}
        onRetry={() => void refetch()}
      >
        <WallChooser walls={walls} chosen={chosen?.wall ?? null} onChoose={setChosen} />
      </AsyncState>
      <p className="remote-state" role="status">
        {isError ? text.failed : done ? text.sent(done.walls) : ""}
      </p>
      <BigButtons isPaused={shown?.mode === "paused"} steer={steer} />
      <SceneButtons current={shown?.scene ?? null} steer={steer} />
      <FlyForm steer={steer} />
      <AlertList />
    </>
  );
}

/** A wall that was chosen stays so though nobody knows of it now: its commands are for no other. */
function withChosen(walls: readonly Wall[], chosen: Wall | null): readonly Wall[] {
  if (chosen === null || walls.some(({ wall }) => wall === chosen.wall)) return walls;
  return [...walls, { ...chosen, isHeard: false }];
}

/** Where all are steered, the state of the one that is there. */
function onlyHeard(walls: readonly Wall[]): Wall | null {
  const heard = walls.filter(({ isHeard }) => isHeard);
  return heard.length === 1 ? (heard[0] ?? null) : null;
}

function BigButtons({ isPaused, steer }: { readonly isPaused: boolean; readonly steer: Steer }) {
  const { buttons } = useRemoteText().remote;
  const wishes = ["previous", "next", isPaused ? "resume" : "pause", "pin", "clear"] as const;
  return (
    <div className="remote-buttons">
      {wishes.map((command) => (
        <button
          type="button"
          key={command}
          className={`is-${command}`}
          onClick={() => steer({ command })}
        >
          {buttons[command]}
        </button>
      ))}
    </div>
  );
}

type SceneButtonsProps = { readonly current: string | null; readonly steer: Steer };

function SceneButtons({ current, steer }: SceneButtonsProps) {
  const text = useRemoteText().remote;
  const { data, error, isPending, refetch } = useQuery(screenPlanQuery);
  return (
    <section>
      <h2>{text.scenes}</h2>
      <AsyncState isLoading={isPending} error={error} lines={2} onRetry={() => void refetch()}>
        <div className="remote-scenes">
          {data?.scenes.map(({ id, name }) => (
            <button
              type="button"
              key={id}
              aria-pressed={id === current}
              onClick={() => steer({ command: "scene", scene: id })}
            >
              {name}
            </button>
          ))}
        </div>
      </AsyncState>
    </section>
  );
}
