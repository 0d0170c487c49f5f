import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { ScreenBody } from "../../../domain/contract/screen.ts";
import type { ScreenPlan } from "../../../domain/screen/screen-plan.ts";
import { ApiError } from "../../api/http.ts";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { saveScreen } from "../../api/steer-queries.ts";
import { writeDraft } from "../../state/screen-draft.ts";

/** The plan that is edited: what stands, until something is changed. */
export function usePlanDraft(standing: ScreenBody) {
  const client = useQueryClient();
  const [changed, setChanged] = useState<{ plan: ScreenPlan; version: number } | null>(null);
  const plan = changed?.plan ?? planOf(standing);
  const saving = useMutation({
    mutationFn: () => saveScreen(plan, changed?.version ?? standing.version),
    networkMode: "always",
    onSuccess(kept) {
      client.setQueryData(screenPlanQuery.queryKey, kept);
      setChanged(null);
    },
  });
  const text = JSON.stringify(plan);
  useEffect(() => writeDraft(JSON.parse(text) as ScreenPlan), [text]);
  return {
    plan,
    isChanged: changed !== null,
    isSaving: saving.isPending,
    isSaved: saving.isSuccess && changed === null,
    error: saving.error,
    isStale: saving.error instanceof ApiError && saving.error.reason === "stale-version",
    change(next: ScreenPlan) {
      saving.reset();
      setChanged({ plan: next, version: changed?.version ?? standing.version });
    },
    reset() {
      saving.reset();
      setChanged(null);
      void client.invalidateQueries({ queryKey: screenPlanQuery.queryKey });
    },
    save: () => saving.mutate(),
  };
}

function planOf({ version: _, origin: __, build: ___, ...plan }: ScreenBody): ScreenPlan {
  return plan;
}
