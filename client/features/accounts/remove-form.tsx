import { removeAccount, removeKey } from "../../api/accounts-queries.ts";
import { useAccountsText } from "../../text/accounts-text.ts";
import type { AccountTask } from "./account-task.ts";
import { Done, Refused, TaskFrame } from "./task-frame.tsx";
import { useAccountAct } from "./use-account-act.ts";

type Props = {
  readonly task: Extract<AccountTask, { readonly kind: "remove" | "remove-key" }>;
  readonly onClose: () => void;
};

/** Asks once more before an account or a key is gone for good. */
export function RemoveForm({ task, onClose }: Props) {
  const text = useAccountsText().accounts;
  const isKey = task.kind === "remove-key";
  const act = useAccountAct<unknown>(() =>
    task.kind === "remove" ? removeAccount(task.account.account) : removeKey(task.key.id),
  );
  const title =
    task.kind === "remove"
      ? text.removeTitle(task.account.account)
      : text.removeKeyTitle(task.key.name);
  return (
    <TaskFrame title={title} onClose={onClose}>
      {act.isSuccess ? (
        <Done>{text.removed}</Done>
      ) : (
        <>
          <p>{isKey ? text.removeKeyNote : text.removeNote}</p>
          <Refused error={act.error} />
          <p className="accounts-choice">
            <button
              type="button"
              className="button danger"
              disabled={act.isPending}
              onClick={() => act.mutate()}
            >
              {text.removeYes}
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
