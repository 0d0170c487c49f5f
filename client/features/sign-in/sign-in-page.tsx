import { useEffect } from "react";
import { forgetWall } from "../../state/wall-browser.ts";
import { SignInForm } from "./sign-in-form.tsx";
import { SignInFrame } from "./sign-in-frame.tsx";

/** The way in: name and password, the city's single sign-on, or one click in the demo. */
export function SignInPage() {
  useEffect(forgetWall, []);
  return (
    <SignInFrame title={({ account }) => account.signIn}>
      <SignInForm />
    </SignInFrame>
  );
}
