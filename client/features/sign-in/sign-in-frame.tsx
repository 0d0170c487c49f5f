import { type ReactNode, useEffect } from "react";
import { applyTheme } from "../../app/theme.ts";
import { useLook } from "../../shell/look.ts";
import { signInTexts } from "../../text/sign-in-text.ts";
import { LanguageContext } from "../../text/use-text.ts";
import "./sign-in.css";

type Props = {
  readonly title: (text: (typeof signInTexts)["zh"]) => string;
  readonly children: ReactNode;
};

/** Name of the platform, theme and language around a way in. */
export function SignInFrame({ title, children }: Props) {
  const { theme, language } = useLook();
  const text = signInTexts[language];
  const said = title(text);
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = `${text.product} ${said}`;
  }, [language, text, said]);
  return (
    <LanguageContext value={language}>
      <main className="sign-in">
        <h1>{text.product}</h1>
        {children}
      </main>
    </LanguageContext>
  );
}
