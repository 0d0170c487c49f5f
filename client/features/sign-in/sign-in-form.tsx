import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { actAsDemo, forgetAll, ownAccountQuery, signIn } from "../../api/account-queries.ts";
import { useLook } from "../../shell/look.ts";
import { safeTarget, signOnRefusalOf } from "../../state/sign-in-url.ts";
import { useSignInText } from "../../text/sign-in-text.ts";
import { DemoWays } from "./demo-ways.tsx";
import { SignOnButton } from "./sign-on-button.tsx";

export function SignInForm() {
  const { account: text, waysIn } = useSignInText();
  const { link } = useLook();
  const client = useQueryClient();
  const { to, refused } = useSearch({ from: "/sign-in" });
  const { data } = useQuery(ownAccountQuery);
  const [isBusy, setIsBusy] = useState(false);
  const refusal = signOnRefusalOf(refused);
  const [failure, setFailure] = useState<string | null>(null);

  async function enter(act: Promise<string>): Promise<void> {
    setIsBusy(true);
    setFailure(null);
    try {
      const target = await act;
      forgetAll(client);
      location.assign(target);
    } catch (error) {
      setFailure((error as Error).message);
      setIsBusy(false);
    }
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = signIn(String(form.get("username")), String(form.get("password")));
    void enter(given.then(() => safeTarget(to)));
  }

  return (
    <>
      {refusal && (
        <p role="alert" className="sign-in-refused">
          {waysIn.refused[refusal]}
        </p>
      )}
      {data?.isExpired && !refusal && <p className="sign-in-note">{text.expired}</p>}
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
      {data?.signOn && (
        <SignOnButton
          name={data.signOn}
          to={safeTarget(to)}
          isBusy={isBusy}
          onEnter={(act) => void enter(act)}
        />
      )}
      <Link to="/kiosk" search={link} className="sign-in-other">
        {waysIn.wallLink}
      </Link>
      <DemoWays
        accounts={data?.demoAccounts ?? []}
        isBusy={isBusy}
        onEnter={(account) => void enter(actAsDemo(account).then(() => safeTarget(to)))}
      />
    </>
  );
}
