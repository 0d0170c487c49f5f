import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { actAsDemo, forgetAll, ownAccountQuery, signIn } from "../../api/account-queries.ts";
import { safeTarget } from "../../state/sign-in-url.ts";
import { useText } from "../../text/use-text.ts";

export function SignInForm() {
  const { account: text } = useText();
  const client = useQueryClient();
  const { to } = useSearch({ from: "/sign-in" });
  const { data } = useQuery(ownAccountQuery);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  async function enter(act: Promise<void>): Promise<void> {
    setIsBusy(true);
    setFailure(null);
    try {
      await act;
      forgetAll(client);
      location.assign(safeTarget(to));
    } catch (error) {
      setFailure((error as Error).message);
      setIsBusy(false);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    void enter(signIn(String(form.get("username")), String(form.get("password"))));
  }

  return (
    <>
      {data?.isExpired && <p className="sign-in-note">{text.expired}</p>}
      <form onSubmit={submit}>
        <label>
          <span>{text.username}</span>
          <input name="username" autoComplete="username" required />
        </label>
        <label>
          <span>{text.password}</span>
          <input name="password" type="password" autoComplete="current-password" required />
        </label>
        <p role="alert" className="sign-in-failure">
          {failure}
        </p>
        <button type="submit" className="button primary" disabled={isBusy}>
          {isBusy ? text.entering : text.enter}
        </button>
      </form>
      {data && data.demoAccounts.length > 0 && (
        <section>
          <h2>{text.demoTitle}</h2>
          <p>{text.demoHint}</p>
          <ul>
            {data.demoAccounts.map(({ account, name, role }) => (
              <li key={account}>
                <button
                  type="button"
                  className="button"
                  disabled={isBusy}
                  onClick={() => void enter(actAsDemo(account))}
                >
                  <b>{text.roles[role]}</b> {name}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
