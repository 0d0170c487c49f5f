import { useQuery } from "@tanstack/react-query";
import type { ScreenBody } from "../../../domain/contract/screen.ts";
import { screenPlanQuery } from "../../api/screen-queries.ts";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { useCan, useViewer } from "../../state/viewer.ts";
import { useScreenEditText } from "../../text/screen-edit-text.ts";
import { AsyncState } from "../../ui/async-state.tsx";
import { PlanEditor } from "./plan-editor.tsx";

/** The editor, once what stands is known. */
export function ScreensDesk() {
  const text = useScreenEditText().screenEdit;
  const query = useQuery(screenPlanQuery);
  const viewer = useViewer();
  const may = useCan("steer");
  const standing: ScreenBody | undefined = query.data;
  return (
    <div className="screens">
      <DeskBar current="screens" />
      <AsyncState
        isLoading={query.isPending || viewer === undefined}
        error={standing ? null : query.error}
        isEmpty={viewer !== undefined && !may}
        empty={<p className="screens-empty">{text.mayNot}</p>}
        lines={8}
        onRetry={() => void query.refetch()}
      >
        {standing && may && <PlanEditor standing={standing} />}
      </AsyncState>
    </div>
  );
}
