import { useState } from "react";
import type { AccountBody } from "../../../domain/contract/accounts.ts";
import { setPassword } from "../../api/accounts-queries.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useAccountsText } from "../../text/accounts-text.ts";
import { Done, Refused } from "./task-words.tsx";
import { useAccountAct } from "./use-account-act.ts";

type Props = { readonly account: AccountBody; readonly onClose: () => void };

/** Another password for an account whose owner has forgotten theirs. */
export function PasswordForm({ account: { account }, onClose }: Props) {
  const text = useAccountsText().accounts;
  const [typed, setTyped] = useState("");
  const act = useAccountAct(() => setPassword(account, typed));
  return (
    <TaskFrame title={text.passwordTitle(account)} onClose={onClose}>
      {act.isSuccess ? (
        <Done>{text.done}</Done>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          <label>
            {text.form.newPassword}
            <input
              required
              type="password"
              minLength={10}
              maxLength={128}
              autoComplete="new-password"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
            />
            <span className="muted">{text.form.passwordHint}</span>
          </label>
          <p className="muted">{text.passwordNote}</p>
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={act.isPending}>
            {act.isPending ? text.form.saving : text.form.save}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
