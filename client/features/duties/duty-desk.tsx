import { useState } from "react";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { DeskTabs, PANEL_ID, tabId } from "../../shell/desk-tabs.tsx";
import { dutyTabs, useDutiesUrl } from "../../state/duties-url.ts";
import { useDutiesText } from "../../text/duties-text.ts";
import { AssignForm } from "./assign-form.tsx";
import { DefectTab } from "./defect-tab.tsx";
import { DutyTab } from "./duty-tab.tsx";
import type { DutyTask } from "./duty-task.ts";
import { EndForm } from "./end-form.tsx";
import { HandOverForm } from "./hand-over-form.tsx";
import { HistoryTab } from "./history-tab.tsx";
import { ImportPanel } from "./import-panel.tsx";

/** The register, its defects or its acts; beside them the form of what is being done. */
export function DutyDesk() {
  const text = useDutiesText();
  const [url, set] = useDutiesUrl();
  const [task, setTask] = useState<{ readonly number: number; readonly is: DutyTask } | null>(null);
  const tab = dutyTabs.find((name) => name === url.tab) ?? "table";
  const start = (is: DutyTask) => setTask({ number: (task?.number ?? 0) + 1, is });
  const close = () => setTask(null);
  return (
    <div className={task ? "task-page duties has-task" : "task-page duties"}>
      <DeskBar current="duties" />
      <DeskTabs
        label={text.duties.title}
        titles={text.duties.tabs}
        names={dutyTabs}
        current={tab}
        onChoose={(name) => set({ tab: name === "table" ? undefined : name })}
      />
      <main id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)}>
        {tab === "table" && <DutyTab onTask={start} />}
        {tab === "defects" && <DefectTab onTask={start} />}
        {tab === "history" && <HistoryTab />}
      </main>
      {task && (
        <aside className="task" data-testid="task">
          <TaskPanel key={task.number} task={task.is} onClose={close} />
        </aside>
      )}
    </div>
  );
}

function TaskPanel({ task, onClose }: { readonly task: DutyTask; readonly onClose: () => void }) {
  switch (task.kind) {
    case "assign":
      return <AssignForm given={task.given} onClose={onClose} />;
    case "end":
      return <EndForm duty={task.duty} at={task.at} onClose={onClose} />;
    case "hand-over":
      return <HandOverForm duties={task.duties} onClose={onClose} />;
    case "import":
      return <ImportPanel onClose={onClose} />;
  }
}
