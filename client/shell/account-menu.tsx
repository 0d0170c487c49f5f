import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense, useRef, useState } from "react";
import type { AccountRole } from "../../domain/account.ts";
import { actAsDemo, forgetAll, ownAccountQuery, signOut } from "../api/account-queries.ts";
import { useText } from "../text/use-text.ts";
import { useLook } from "./look.ts";

const PasswordDialog = lazy(async () => ({
  default: (await import("./password-dialog.tsx")).PasswordDialog,
}));

/** Pages of whoever works outside, by role; what they may do there is the server's word. */
const pagesOf: Readonly<Partial<Record<AccountRole, readonly ("orders" | "round" | "ad")[]>>> = {
  unit: ["orders", "ad"],
  inspector: ["round", "ad"],
  planner: ["ad"],
  operator: ["orders", "round", "ad"],
  admin: ["orders", "round", "ad"],
};

/** Who is signed in, the way out, and in the demo the way into somebody else's place. */
export function AccountMenu() {
  const { account: text } = useText();
  const { link } = useLook();
  const client = useQueryClient();
  const { data } = useQuery(ownAccountQuery);
  const menu = useRef<HTMLDetailsElement>(null);
  const [isChanging, setChanging] = useState(false);
  const viewer = data?.viewer;
  const isDemo = data?.demoAccounts.some(({ account }) => account === viewer?.account);

  async function then(act: Promise<void>): Promise<void> {
    await act;
    if (menu.current) menu.current.open = false;
    forgetAll(client);
    location.reload();
  }

  if (!data) return null;
  if (!viewer) {
    return (
      <Link className="desk-button" to="/sign-in" search={link}>
        {text.signIn}
      </Link>
    );
  }
  return (
    <>
      {isChanging && (
        <Suspense>
          <PasswordDialog onClose={() => setChanging(false)} />
        </Suspense>
      )}
      <details className="account-menu" ref={menu}>
        <summary className="desk-button" title={text.menu}>
          {text.roles[viewer.role]} · {viewer.name}
        </summary>
        <div className="account-list">
          {(pagesOf[viewer.role] ?? []).map((page) => (
            <Link key={page} className="account-page" to={`/${page}`} search={link}>
              {text.pages[page]}
            </Link>
          ))}
          {data.demoAccounts.length > 0 && <p>{text.actAs}</p>}
          {data.demoAccounts.map(({ account, name, role }) => (
            <button
              key={account}
              type="button"
              aria-pressed={account === viewer.account}
              onClick={() => void then(actAsDemo(account))}
            >
              <b>{text.roles[role]}</b> {name}
            </button>
          ))}
          {!isDemo && (
            <button
              type="button"
              onClick={() => {
                if (menu.current) menu.current.open = false;
                setChanging(true);
              }}
            >
              {text.changePassword}
            </button>
          )}
          <button type="button" onClick={() => void then(signOut())}>
            {text.signOut}
          </button>
        </div>
      </details>
    </>
  );
}
