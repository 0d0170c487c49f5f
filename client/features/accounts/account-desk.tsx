import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ownAccountQuery } from "../../api/account-queries.ts";
import { DeskBar } from "../../shell/desk-bar.tsx";
import { DeskTabs, PANEL_ID, tabId } from "../../shell/desk-tabs.tsx";
import { accountTabs, useAccountTab } from "../../state/accounts-url.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import { AccountForm } from "./account-form.tsx";
import type { AccountTask } from "./account-task.ts";
import { AccountsTab } from "./accounts-tab.tsx";
import { KeyForm } from "./key-form.tsx";
import { KeysTab } from "./keys-tab.tsx";
import { PasswordForm } from "./password-form.tsx";
import { RemoveForm } from "./remove-form.tsx";
import { WallForm } from "./wall-form.tsx";
import { WallsTab } from "./walls-tab.tsx";

/** Accounts or keys; beside them the form of what is being done. */
export function AccountDesk() {
  const text = useAccountsText().accounts;
  const own = useQuery(ownAccountQuery);
  const [tab, choose] = useAccountTab();
  const [task, setTask] = useState<{ readonly number: number; readonly is: AccountTask } | null>(
    null,
  );
  const start = (is: AccountTask) => setTask({ number: (task?.number ?? 0) + 1, is });
  const close = () => setTask(null);
  const viewer = own.data?.viewer;
  const isAllowed = viewer?.can.includes("administer") ?? false;
  return (
    <div className={task ? "task-page accounts has-task" : "task-page accounts"}>
      <DeskBar current="accounts" />
      <DeskTabs
        label={text.title}
        titles={text.tabs}
        names={accountTabs}
        current={tab}
        onChoose={(name) => {
          close();
          choose(name);
        }}
      />
      <main id={PANEL_ID} role="tabpanel" aria-labelledby={tabId(tab)}>
        {own.data && !isAllowed && <p className="task-empty">{text.noRight}</p>}
        {isAllowed && tab === "accounts" && (
          <AccountsTab own={viewer?.account ?? ""} onTask={start} />
        )}
        {isAllowed && tab === "keys" && <KeysTab onTask={start} />}
        {isAllowed && tab === "walls" && <WallsTab onTask={start} />}
      </main>
      {task && (
        <aside className="task" data-testid="task">
          <TaskPanel key={task.number} task={task.is} onClose={close} />
        </aside>
      )}
    </div>
  );
}

type TaskPanelProps = { readonly task: AccountTask; readonly onClose: () => void };

function TaskPanel({ task, onClose }: TaskPanelProps) {
  switch (task.kind) {
    case "add":
      return <AccountForm account={null} onClose={onClose} />;
    case "change":
      return <AccountForm account={task.account} onClose={onClose} />;
    case "password":
      return <PasswordForm account={task.account} onClose={onClose} />;
    case "remove":
    case "remove-key":
    case "remove-wall":
      return <RemoveForm task={task} onClose={onClose} />;
    case "add-key":
      return <KeyForm onClose={onClose} />;
    case "add-wall":
      return <WallForm onClose={onClose} />;
  }
}
