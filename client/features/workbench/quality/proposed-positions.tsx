import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { confirmBadPosition } from "../../../api/commands.ts";
import { useCan } from "../../../state/viewer.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { PositionLink } from "./dropped-reports.tsx";

type Proposed = RecurrenceSummary["dropped"]["proposed"];

/** Coordinates that look like no place; they count until a person confirms that they are none. */
export function ProposedPositions({ proposed }: { readonly proposed: Proposed }) {
  const text = useText();
  const canDecide = useCan("decide");
  const client = useQueryClient();
  const { clock } = useRunning();
  const [failure, setFailure] = useState("");
  if (proposed.length === 0) return null;

  async function confirm(position: Proposed[number]["position"]): Promise<void> {
    if (!window.confirm(text.quality.confirmAsk)) return;
    try {
      await confirmBadPosition(position);
      setFailure("");
      await client.invalidateQueries();
      clock.refresh();
    } catch (error) {
      setFailure((error as Error).message);
    }
  }

  return (
    <>
      <p className="muted">{text.quality.proposed}</p>
      <ul className="bad-positions">
        {proposed.map(({ position, reports, addresses }) => (
          <li key={position.join()}>
            <PositionLink position={position} />
            <span>{text.quality.proposedAt(count(reports), count(addresses))}</span>
            {canDecide && (
              <button type="button" className="link" onClick={() => void confirm(position)}>
                {text.quality.confirm}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={failure ? "said failed" : "said"}>
        {failure}
      </p>
    </>
  );
}
