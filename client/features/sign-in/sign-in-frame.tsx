import type { ReactNode } from "react";
import { useLook } from "../../shell/look.ts";
import { useWindowLook } from "../../shell/window-look.ts";
import { signInTexts } from "../../text/sign-in-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import "./sign-in.css";

type Props = {
  readonly title: (text: (typeof signInTexts)["zh"]) => string;
  readonly children: ReactNode;
};

/** Name of the platform, theme and language around a way in. */
export function SignInFrame({ title, children }: Props) {
  const look = useLook();
  const { language } = look;
  const text = signInTexts[language];
  const said = title(text);
  useWindowLook(look, `${text.product} ${said}`);
  return (
    <LanguageContext value={language}>
      <main className="sign-in">
        <h1>{text.product}</h1>
        {children}
      </main>
    </LanguageContext>
  );
}
