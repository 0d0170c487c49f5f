import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { accountsQuery, addKey } from "../../api/accounts-queries.ts";
import { TaskFrame } from "../../shell/task-frame.tsx";
import { useAccountsText } from "../../text/accounts-text.ts";
import { ShownOnce } from "./shown-once.tsx";
import { Refused } from "./task-words.tsx";
import { useAccountAct } from "./use-account-act.ts";

/** A key that acts as an account; what it is stands here once. */
export function KeyForm({ onClose }: { readonly onClose: () => void }) {
  const text = useAccountsText().accounts;
  const { form } = text;
  const { data } = useQuery(accountsQuery);
  const accounts = data?.accounts ?? [];
  const [name, setName] = useState("");
  const [account, setAccount] = useState("");
  const act = useAccountAct(() => addKey(account, name.trim()));
  return (
    <TaskFrame title={text.addKey} onClose={onClose}>
      {act.data ? (
        <ShownOnce note={text.keyOnce} label={text.keyLabel} value={act.data.key} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate();
          }}
        >
          <label>
            {form.keyName}
            <input
              required
              maxLength={60}
              placeholder={form.keyNameHint}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          </label>
          <label>
            {form.keyAccount}
            <select required value={account} onChange={({ target }) => setAccount(target.value)}>
              <option value="">{form.pickAccount}</option>
              {accounts.map((each) => (
                <option key={each.account} value={each.account}>
                  {each.account} {each.name}
                </option>
              ))}
            </select>
          </label>
          <p className="muted">{form.keyHint}</p>
          <Refused error={act.error} />
          <button type="submit" className="button primary" disabled={act.isPending}>
            {act.isPending ? form.saving : form.save}
          </button>
        </form>
      )}
    </TaskFrame>
  );
}
