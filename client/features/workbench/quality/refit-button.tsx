import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { refitPriors } from "../../../api/commands.ts";
import { useCan } from "../../../state/viewer.ts";
import { useRunning } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";

type Refit = "ready" | "running" | "done" | { readonly failure: string };

/** Fits the priors anew; every figure of the page is asked for again afterwards. */
export function RefitButton() {
  const text = useText();
  const canDecide = useCan("decide");
  const client = useQueryClient();
  const { clock } = useRunning();
  const [state, setState] = useState<Refit>("ready");
  const failure = typeof state === "object" ? state.failure : "";

  async function refit(): Promise<void> {
    setState("running");
    try {
      await refitPriors();
      await client.invalidateQueries();
      clock.refresh();
      setState("done");
    } catch (error) {
      setState({ failure: (error as Error).message });
    }
  }

  if (!canDecide) return null;
  return (
    <div className="refit">
      <button
        type="button"
        className="button"
        disabled={state === "running"}
        onClick={() => void refit()}
      >
        {state === "running" ? text.quality.refitting : text.quality.refit}
      </button>
      <p role="status" className={failure ? "said failed" : "said"}>
        {state === "done" ? text.quality.refitDone : failure}
      </p>
      <p className="muted">{text.quality.refitHint}</p>
    </div>
  );
}
