import { useContext } from "react";
import { type CaseWords, caseWords } from "../../domain/text/case-words.ts";
import { LanguageContext } from "../text/use-text.ts";

/** What acts, states and refusals are called, in the server's sentences and here. */
export function useCaseWords(): CaseWords {
  return caseWords[useContext(LanguageContext)];
}
