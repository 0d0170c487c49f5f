import { removeAccount, removeKey, removeWall } from "../../api/accounts-queries.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useAccountsText } from "../../text/accounts-text.ts";
import type { AccountTask } from "./account-task.ts";
import { Done, Refused } from "./task-words.tsx";
import { useAccountAct } from "./use-account-act.ts";

type Removal = Extract<AccountTask, { readonly kind: "remove" | "remove-key" | "remove-wall" }>;
type Props = { readonly task: Removal; readonly onClose: () => void };

/** Asks once more before an account, a key or a wall's link is gone for good. */
export function RemoveForm({ task, onClose }: Props) {
  const text = useAccountsText().accounts;
  const act = useAccountAct<unknown>(() => removalOf(task));
  const { title, note, yes, done } = saidOf(task, text);
  return (
    <TaskFrame title={title} onClose={onClose}>
      {act.isSuccess ? (
        <Done>{done}</Done>
      ) : (
        <>
          <p>{note}</p>
          <Refused error={act.error} />
          <p className="accounts-choice">
            <button
              type="button"
              className="button danger"
              disabled={act.isPending}
              onClick={() => act.mutate()}
            >
              {yes}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {text.form.cancel}
            </button>
          </p>
        </>
      )}
    </TaskFrame>
  );
}

function removalOf(task: Removal): Promise<unknown> {
  switch (task.kind) {
    case "remove":
      return removeAccount(task.account.account);
    case "remove-key":
      return removeKey(task.key.id);
    case "remove-wall":
      return removeWall(task.wall.id);
  }
}

function saidOf(task: Removal, text: ReturnType<typeof useAccountsText>["accounts"]) {
  const { walls, removeYes: yes, removed: done } = text;
  switch (task.kind) {
    case "remove":
      return { title: text.removeTitle(task.account.account), note: text.removeNote, yes, done };
    case "remove-key":
      return { title: text.removeKeyTitle(task.key.name), note: text.removeKeyNote, yes, done };
    case "remove-wall":
      return {
        title: walls.removeTitle(task.wall.account),
        note: walls.removeNote,
        yes: walls.removeYes,
        done: walls.removed,
      };
  }
}
