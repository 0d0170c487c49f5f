import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { wallTokenOf } from "../../../domain/wall-path.ts";
import { useLook } from "../../shell/look.ts";
import { safeTarget } from "../../state/sign-in-url.ts";
import { useSignInText } from "../../text/sign-in-text.ts";
import { SignInFrame } from "./sign-in-frame.tsx";
import { useWallEntry } from "./use-wall-entry.ts";

/** A wall's own link: by the token in it, or one that is typed, this browser is signed in for good. */
export function KioskPage() {
  return (
    <SignInFrame title={({ kiosk }) => kiosk.title}>
      <KioskForm />
    </SignInFrame>
  );
}

function KioskForm() {
  const { kiosk: text } = useSignInText();
  const { link } = useLook();
  const { to } = useSearch({ from: "/kiosk" });
  const [token, setToken] = useState(() => wallTokenOf(location.hash) ?? "");
  const { enter, isBusy, isWaiting, failure } = useWallEntry(token, safeTarget(to));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter();
      }}
    >
      <label>
        <span>{text.token}</span>
        <input
          required
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={token}
          onChange={({ target }) => setToken(target.value)}
        />
        <span>{text.hint}</span>
      </label>
      <p role="alert" className="sign-in-failure">
        {isWaiting ? text.waiting : failure}
      </p>
      <button type="submit" className="button primary" disabled={isBusy}>
        {isBusy ? text.entering : text.enter}
      </button>
      <Link to="/sign-in" search={link} className="sign-in-other">
        {text.back}
      </Link>
    </form>
  );
}
