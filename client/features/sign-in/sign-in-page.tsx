import { useEffect } from "react";
import { applyTheme } from "../../app/theme.ts";
import { useLook } from "../../shell/look.ts";
import { LanguageContext, texts } from "../../text/use-text.ts";
import { SignInForm } from "./sign-in-form.tsx";
import "./sign-in.css";

/** The way in: name and password, or one click in the demo. */
export function SignInPage() {
  const { theme, language } = useLook();
  const text = texts[language];
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = `${text.product} ${text.account.signIn}`;
  }, [language, text]);
  return (
    <LanguageContext value={language}>
      <main className="sign-in">
        <h1>{text.product}</h1>
        <SignInForm />
      </main>
    </LanguageContext>
  );
}
