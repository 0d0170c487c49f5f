import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import type { ScreenCommand, ScreenEvent } from "../../../../domain/contract/screen.ts";
import { listenScreen } from "../../../api/screen-line.ts";
import { screenPlanQuery } from "../../../api/screen-queries.ts";
import { alertsQuery } from "../../../api/steer-queries.ts";
import { wallId } from "../../../state/wall-id.ts";
import { SeenCommands } from "./seen-commands.ts";
import type { WallHealth } from "./wall-health.ts";

type WallLineOptions = {
  readonly health: WallHealth;
  readonly onCommand: (command: ScreenCommand) => void;
  readonly onPicture: (asked: ScreenEvent<"snapshot.asked">) => void;
};

/** Hears what is told to this wall, each command once. */
export function useWallLine({ health, onCommand, onPicture }: WallLineOptions): void {
  const client = useQueryClient();
  const [seen] = useState(() => new SeenCommands());
  const told = useRef({ onCommand, onPicture });
  told.current = { onCommand, onPicture };

  useEffect(
    () =>
      listenScreen(
        wallId(),
        ({ name, data }) => {
          switch (name) {
            case "screen.alive":
              health.heard(Date.parse(data.now), data.build);
              return;
            case "screen.command":
              if (seen.isNew(data, health.serverNow())) told.current.onCommand(data);
              return;
            case "snapshot.asked":
              told.current.onPicture(data);
              return;
            case "screen.changed":
              void client.invalidateQueries({ queryKey: screenPlanQuery.queryKey });
              return;
            case "alert.raised":
            case "alert.acknowledged":
              void client.invalidateQueries({ queryKey: alertsQuery.queryKey });
          }
        },
        // What was told while there was no line.
        () => {
          void client.invalidateQueries({ queryKey: alertsQuery.queryKey });
          void client.invalidateQueries({ queryKey: screenPlanQuery.queryKey });
        },
      ),
    [client, health, seen],
  );
}
