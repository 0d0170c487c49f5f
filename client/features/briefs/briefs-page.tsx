import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { applyTheme } from "../../app/theme.ts";
import { briefsTexts } from "../../text/briefs-text.ts";
import { type Language, LanguageContext } from "../../text/use-text.ts";
import { BriefSheet } from "./brief-sheet.tsx";
import { PeopleList } from "./people-list.tsx";
import "./briefs.css";

/** 一周简报: one person's week as a sheet to read and print, or everybody of a role to choose from. */
export function BriefsPage() {
  const { person, theme = "day", lang } = useSearch({ from: "/briefs" });
  const language: Language = lang === "en" ? "en" : "zh";
  const text = briefsTexts[language].briefs;
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    // Paper is day, whatever the screen is.
    const toDay = () => applyTheme("day");
    const back = () => applyTheme(theme);
    addEventListener("beforeprint", toDay);
    addEventListener("afterprint", back);
    return () => {
      removeEventListener("beforeprint", toDay);
      removeEventListener("afterprint", back);
    };
  }, [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = person === undefined ? text.title : `${text.title} ${person}`;
  }, [language, person, text]);
  return (
    <LanguageContext value={language}>
      {person === undefined ? <PeopleList /> : <BriefSheet person={person} />}
    </LanguageContext>
  );
}
